// SPDX-License-Identifier: MIT
// A look at a callable before it is run on formulas. Its body runs on probes, which have one type
// whatever is done with them, as numbers have; so it compiles whatever it does. What a formula cannot
// do, assignments and branches, leaves a mark that can be asked for afterwards.
//
// The mark is a friend function that is defined when, and only when, a class is instantiated
// (docs/decisions/16-probes.md).
#pragma once

#include <etad/expr/expression.hpp>

namespace etad::inline ETAD_ABI {

namespace nodes {

/// Any number or mask in the body of a callable of type F.
template <class F, kind Kind>
struct probe_node;

}  // namespace nodes

namespace detail {

template <class F, kind Kind>
struct node_facts<probe_node<F, Kind>> : leaf_facts {
  static constexpr kind result = Kind;
  static constexpr bool absorbs = true;
  template <kind Other>
  using like = probe_node<F, Other>;
};

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
#endif
template <class F>
struct formula_mark {
  friend constexpr auto is_marked(formula_mark);
};
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

template <class F>
struct set_mark {
  friend constexpr auto is_marked(formula_mark<F>) { return true; }
  static constexpr bool done = true;
};

/// Marks F; always true.
template <class F>
concept mark_unfit = set_mark<F>::done;

/// True if F was marked until this is first asked. `After` is what had to be instantiated before.
template <class F, class After>
concept marked_unfit = requires(After* after) {
  is_marked(formula_mark<F>{});
  after;
};

}  // namespace detail

/// A probe. Everything that would be an error for a formula marks the callable.
template <class F, detail::kind Kind>
class formula<detail::probe_node<F, Kind>, double, 0> {
 public:
  using node = detail::probe_node<F, Kind>;
  using constant = double;
  static constexpr int constants = 0;

  constexpr explicit formula(const detail::formula_constants<double, 0>&) {}
  constexpr formula(const formula&) = default;

  template <class Marked = F>
    requires detail::mark_unfit<Marked>
  constexpr formula() {}
  template <class X>
    requires(std::is_arithmetic_v<X>&& detail::mark_unfit<F>)
  constexpr formula(const X&) {}

  // The deduced type makes compilers look into the body at once.
  constexpr auto& operator=(const formula&) {
    static_assert(detail::mark_unfit<F>);
    return *this;
  }
  template <class X>
    requires detail::mark_unfit<F>
  constexpr formula& operator+=(const X&) { return *this; }
  template <class X>
    requires detail::mark_unfit<F>
  constexpr formula& operator-=(const X&) { return *this; }
  template <class X>
    requires detail::mark_unfit<F>
  constexpr formula& operator*=(const X&) { return *this; }
  template <class X>
    requires detail::mark_unfit<F>
  constexpr formula& operator/=(const X&) { return *this; }

  template <class Marked = F>
    requires detail::mark_unfit<Marked>
  constexpr formula& operator++() { return *this; }
  template <class Marked = F>
    requires detail::mark_unfit<Marked>
  constexpr formula& operator--() { return *this; }
  template <class Marked = F>
    requires detail::mark_unfit<Marked>
  constexpr formula operator++(int) { return *this; }
  template <class Marked = F>
    requires detail::mark_unfit<Marked>
  constexpr formula operator--(int) { return *this; }

  // A comparison of plain numbers is a bool, which converts to other numbers.
  template <class X>
    requires(std::is_arithmetic_v<X>&& detail::mark_unfit<F>)
  constexpr explicit(Kind == detail::kind::real) operator X() const { return X(); }

  template <class... X>
  constexpr formula operator()(const X&...) const {
    return *this;
  }
};

namespace detail {

/// What stands for a number when F is probed.
template <class F>
using probe = formula<probe_node<F, kind::real>>;

template <class F, class... Probes>
struct probe_result {
  using type = void;
};
template <class F, class... Probes>
  requires std::is_invocable_v<const F&, const Probes&...>
struct probe_result<F, Probes...> {
  using type = std::remove_cvref_t<std::invoke_result_t<const F&, const Probes&...>>;
};

/// F, called with so many numbers, makes one number by expressions alone.
template <class F, class... Probes>
concept only_expressions = std::same_as<typename probe_result<F, Probes...>::type, probe<F>> &&
    !marked_unfit<F, typename probe_result<F, Probes...>::type>;

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
