// SPDX-License-Identifier: MIT
// The second look at a callable before it is run on formulas. Coloured probes have a type for each
// expression, as formulas have, but convert to each other; that leaves a mark. So `T y = k * x`, `c ? x
// : x * x` with a plain condition, and a helper that returns the type of its argument are seen.
#pragma once

#include <cstdint>
#include <initializer_list>

#include <etad/core/accepts.hpp>
#include <etad/expr/probe.hpp>

namespace etad::inline ETAD_ABI {

namespace nodes {

/// A number or mask in the body of a callable. Code is the size of the expression in the upper half, and
/// a hash.
template <class Look, kind Kind, std::uint64_t Code>
struct coloured_node;

}  // namespace nodes

namespace detail {

/// The second look, in place of the first.
template <class Look>
struct own_types;

/// The code of an operation on expressions with these codes.
constexpr std::uint64_t joined_code(std::uint64_t operation,
                                    std::initializer_list<std::uint64_t> codes) {
  std::uint64_t size = 1;
  std::uint64_t hash = operation + 1;
  for (const std::uint64_t code : codes) {
    size += code >> 32;
    hash = ((hash ^ code) * 2654435761U) & 0xffffffffU;
    hash ^= hash >> 15;
  }
  return (size << 32) | hash;
}
template <class Node>
inline constexpr std::uint64_t code_of = joined_code(0, {});
template <class Look, kind Kind, std::uint64_t Code>
inline constexpr std::uint64_t code_of<coloured_node<Look, Kind, Code>> = Code;
template <opcode Op, class... X>
inline constexpr std::uint64_t code_of<operation_node<Op, X...>> =
    joined_code(static_cast<std::uint64_t>(Op) + 1, {code_of<X>...});

template <class Look, kind Kind, std::uint64_t Code>
struct node_facts<coloured_node<Look, Kind, Code>> : leaf_facts {
  static constexpr kind result = Kind;
  static constexpr bool absorbs = true;
  template <kind Other, class Node>
  using like = coloured_node<Look, Other, code_of<Node>>;
};

}  // namespace detail

template <class Look, detail::kind Kind, std::uint64_t Code>
class formula<detail::coloured_node<Look, Kind, Code>, double, 0> {
 public:
  using node = detail::coloured_node<Look, Kind, Code>;
  using constant = double;
  static constexpr int constants = 0;

  constexpr explicit formula(const detail::formula_constants<double, 0>&) {}
  // One way alone, or ?: could not choose; larger expressions are assigned to arguments, not arguments to
  // them. The mark is the last requirement: it is set where the others hold.
  template <std::uint64_t Other>
    requires((Other > Code) && detail::mark_set<Look>)
  constexpr formula(const formula<detail::coloured_node<Look, Kind, Other>>&) {}

  // For bodies that compilers look into too late; the formula has the coded errors.
  template <class Marked = Look>
    requires detail::mark_set<Marked>
  constexpr formula() {}
  template <class X>
    requires(std::is_arithmetic_v<X>&& detail::mark_set<Look>)
  constexpr formula(const X&) {}
  template <class Mask>
    requires(detail::mask_formula<Mask>&& detail::mark_set<Look>)
  constexpr explicit formula(const Mask&) {}
  template <class X>
    requires detail::mark_set<Look>
  constexpr formula& operator=(const X&) { return *this; }
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
  template <class X>
    requires(std::is_arithmetic_v<X>)
  constexpr explicit(Kind == detail::kind::real) operator X() const {
    static_assert(detail::mark_set<Look>);
    return X();
  }
};

namespace detail {

template <class F, class... Number>
struct result_on {
  using type = void;
};
template <class F, class... Number>
  requires accepts<const F&, Number&...>
struct result_on<F, Number...> {
  using type = result_of<const F&, Number&...>;
};

#if defined(__GNUC__) && !defined(__clang__)
/// A place for a closure, which nobody makes.
template <class F>
union unmade {
  char none = 0;
  F callable;
  constexpr unmade() {}
  constexpr ~unmade() {}
};
template <class F, class... Number>
constexpr bool runs() {
  unmade<F> place;
  place.callable(Number(no_constants)...);
  return true;
}
/// Helpers with declared results are looked into where constant evaluation gets to them, whether or not it
/// comes to the end. With optimisation GCC looks into all.
template <class F, class... Number>
concept looked_into = requires {
  typename std::bool_constant<runs<F, Number...>()>;
}
|| true;
#else
/// Clang looks into constexpr functions where they are called.
template <class F, class... Number>
concept looked_into = true;
#endif

/// What F makes of so many probes.
template <class F, class Indices>
struct probed;
template <class F, std::size_t... Index>
struct probed<F, std::index_sequence<Index...>> {
  using first_look = look<F, static_cast<int>(sizeof...(Index))>;
  using second_look = own_types<first_look>;
  template <std::size_t K>
  using number = formula<coloured_node<second_look, kind::real, joined_code(1000 + K, {})>>;

  template <std::size_t>
  using probe_at = probe<first_look>;

  using first = typename result_on<F, probe_at<Index>...>::type;
  static constexpr bool is_expression() {
    if constexpr (!std::same_as<first, probe<first_look>>) {
      return false;
    } else if constexpr (mark_set<closed<first_look>> && looked_into<F, probe_at<Index>...>) {
      return !marked<first_look, first>;
    }
  }
  /// Of an F that is no expression.
  static constexpr bool makes_whole_number() {
    if constexpr (is_expression()) {
      return false;
    } else {
      return marked<whole_number<first_look>, first>;
    }
  }
  template <class Result>
  static constexpr bool keeps_types() {
    if constexpr (!real_formula<Result>) {
      return false;
    } else if constexpr (looked_into<F, number<Index>...>) {
      return !marked<second_look, Result>;
    }
  }
  static constexpr bool has_own_types() {
    return keeps_types<typename result_on<F, number<Index>...>::type>();
  }
};

/// F, called with so many numbers, makes one number by expressions alone, of which each may have a type of
/// its own.
template <class F, int Arguments>
concept only_expressions = probed<F, std::make_index_sequence<Arguments>>::is_expression() &&  //
    probed<F, std::make_index_sequence<Arguments>>::has_own_types();

}  // namespace detail

}  // namespace etad::inline ETAD_ABI
