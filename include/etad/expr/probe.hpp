// SPDX-License-Identifier: MIT
// The first look at a callable before it is run on formulas. Its body runs on probes, which have one type
// whatever is done with them, as numbers have; so it compiles whatever it does. What a formula cannot
// do, assignments, branches and a second `return`, leaves a mark (expr/mark.hpp).
#pragma once

#include <etad/expr/expression.hpp>
#include <etad/expr/formula_join.hpp>
#include <etad/expr/mark.hpp>

namespace etad::inline ETAD_ABI {

namespace nodes {

/// Any number or mask in the body of a callable, while Look is taken.
template <class Look, kind Kind>
struct probe_node;

}  // namespace nodes

namespace detail {

template <class Look, kind Kind>
struct node_facts<probe_node<Look, Kind>> : leaf_facts {
  static constexpr kind result = Kind;
  static constexpr bool absorbs = true;
  template <kind Other, class>
  using like = probe_node<Look, Other>;
};

/// The mark that says that a whole number was made of a value.
template <class Look>
struct whole_number;

/// What stands for a number.
template <class Look>
using probe = formula<probe_node<Look, kind::real>>;

/// An argument was copied: what is seen from now on is the body, not the constraints.
template <class Look>
struct begun;
template <class Look>
struct begin_at_copy {
  static_assert(mark_set<begun<Look>>);
  using type = bool;
};

/// Asks for an operator whose use in the text has the type Use. Clang looks into the bodies of constexpr
/// functions where they are called, but would ask for constraints that use the operator in a circle; GCC
/// looks into them later, when the result is known.
template <class Look, class Use>
constexpr bool ask_in_declaration() {
#if defined(__GNUC__) && !defined(__clang__)
  if constexpr (marked<begun<Look>, Use>) {
    static_assert(ask_behind_return<Look, probe<Look>, Use>::ask());
  }
#endif
  return true;
}
template <class Look, class Use>
constexpr probe<Look> probe_result() {
  static_assert(ask_behind_return<Look, probe<Look>, Use>::ask());
  return probe<Look>(no_constants);
}

/// The same for copies, once for each way. A class, which GCC looks into without optimisation, too.
template <class Look, kind Kind, class Way>
struct ask_at_copy {
  static_assert(ask_behind_return<Look, probe<Look>, Way>::ask());
  using type = bool;
};
template <class Look, class Way>
struct ask_at_copy<Look, kind::mask, Way> {
  using type = bool;
};
struct when_copied;
struct when_moved;

}  // namespace detail

/// A probe. Everything that would be an error for a formula marks the callable.
template <class Look, detail::kind Kind>
class formula<detail::probe_node<Look, Kind>, double, 0> {
 public:
  using node = detail::probe_node<Look, Kind>;
  using constant = double;
  static constexpr int constants = 0;

  constexpr explicit formula(const detail::formula_constants<double, 0>&) {}
  constexpr formula(formula&, bool = typename detail::begin_at_copy<Look>::type()) {}
  // Compilers look at a default argument where it is first used: at the first `return x`.
  constexpr formula(const formula&,
                    bool = typename detail::ask_at_copy<Look, Kind, detail::when_copied>::type()) {}
  constexpr formula(
      formula&&,
      bool = typename detail::ask_at_copy<Look, Kind, detail::when_moved>::type()) noexcept {}

  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula() {}
  template <class X>
    requires(std::is_arithmetic_v<X>&& detail::mark_set<Look>)
  constexpr formula(const X&) {}
  template <class Mask>
    requires(detail::mask_formula<Mask>&& detail::mark_set<Look>)
  constexpr explicit formula(const Mask&) {}

  // The deduced type makes compilers look into the body at once.
  constexpr auto& operator=(const formula&) {
    static_assert(detail::mark_set<Look>);
    return *this;
  }
  template <class X>
    requires detail::mark_set<Look>
  constexpr formula& operator+=(const X&) { return *this; }
  template <class X>
    requires detail::mark_set<Look>
  constexpr formula& operator-=(const X&) { return *this; }
  template <class X>
    requires detail::mark_set<Look>
  constexpr formula& operator*=(const X&) { return *this; }
  template <class X>
    requires detail::mark_set<Look>
  constexpr formula& operator/=(const X&) { return *this; }

  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula& operator++() { return *this; }
  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula& operator--() { return *this; }
  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula operator++(int) { return *this; }
  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula operator--(int) { return *this; }

  template <class X>
    requires(Kind == detail::kind::real && std::is_arithmetic_v<X> && detail::mark_set<Look> &&
             (std::is_floating_point_v<X> || detail::mark_set<detail::whole_number<Look>>))
  constexpr explicit operator X() const { return X(); }
  // `if` and `?:` come here.
  constexpr explicit operator bool() const
      requires(Kind == detail::kind::mask && detail::mark_set<Look>) {
    return true;
  }
  // A comparison of plain numbers is a bool, which converts to other numbers. Overload resolution that only
  // considers it does not mark.
  template <class X>
    requires(Kind == detail::kind::mask && std::is_arithmetic_v<X>)
  constexpr operator X() const {
    static_assert(detail::mark_set<Look>);
    return X();
  }

  template <class... X>
  constexpr formula operator()(const X&...) const {
    return *this;
  }
};

// Each use of these in a text is a function of its own, so that each asks what stands before it. Their types
// are deduced: considering a conversion to a probe would mark it.
template <class Look, class Use = decltype([] {}), bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator-(
    const formula<detail::probe_node<Look, detail::kind::real>>&) {
  return detail::probe_result<Look, Use>();
}
template <class Look, detail::formula_operand Y, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator+(
    const formula<detail::probe_node<Look, detail::kind::real>>&, const Y&) {
  return detail::probe_result<Look, Use>();
}
template <detail::formula_number X, class Look, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator+(
    const X&, const formula<detail::probe_node<Look, detail::kind::real>>&) {
  return detail::probe_result<Look, Use>();
}
template <class Look, detail::formula_operand Y, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator-(
    const formula<detail::probe_node<Look, detail::kind::real>>&, const Y&) {
  return detail::probe_result<Look, Use>();
}
template <detail::formula_number X, class Look, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator-(
    const X&, const formula<detail::probe_node<Look, detail::kind::real>>&) {
  return detail::probe_result<Look, Use>();
}
template <class Look, detail::formula_operand Y, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator*(
    const formula<detail::probe_node<Look, detail::kind::real>>&, const Y&) {
  return detail::probe_result<Look, Use>();
}
template <detail::formula_number X, class Look, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator*(
    const X&, const formula<detail::probe_node<Look, detail::kind::real>>&) {
  return detail::probe_result<Look, Use>();
}
template <class Look, detail::formula_operand Y, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator/(
    const formula<detail::probe_node<Look, detail::kind::real>>&, const Y&) {
  return detail::probe_result<Look, Use>();
}
template <detail::formula_number X, class Look, class Use = decltype([] {}),
          bool = detail::ask_in_declaration<Look, Use>()>
constexpr detail::probe<Look> operator/(
    const X&, const formula<detail::probe_node<Look, detail::kind::real>>&) {
  return detail::probe_result<Look, Use>();
}

}  // namespace etad::inline ETAD_ABI
