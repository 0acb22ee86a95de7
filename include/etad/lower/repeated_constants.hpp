// SPDX-License-Identifier: MIT
// Which run-time constants of a formula are probably the same ones.
//
// In `auto t = exp(-k * x); return t / (1.0 + t)` the type of t stands twice, and so does k among the
// constants: the type cannot tell it from exp(-k * x) / (1.0 + exp(-l * x)). So there are two
// programs, one for equal constants in equal subexpressions, which computes these once, and one for
// all others; the values decide at each call.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <etad/core/buffer.hpp>
#include <etad/core/unroll.hpp>
#include <etad/expr/formula_nodes.hpp>
#include <etad/ir/statistics.hpp>

namespace etad::inline ETAD_ABI::nodes {

template <class Node, bool Merged>
struct formula_body;

}  // namespace etad::inline ETAD_ABI::nodes

namespace etad::inline ETAD_ABI::detail {

/// Whether it is worth a second program not to compute a node twice.
template <class Node>
inline constexpr bool is_costly = false;
template <opcode Op, class... X>
inline constexpr bool is_costly<operation_node<Op, X...>> =
    class_of(Op) == operation_class::call || class_of(Op) == operation_class::division ||
    (is_costly<X> || ...);
template <class Callable, int Constants, class... X>
inline constexpr bool is_costly<call_node<Callable, Constants, X...>> = true;

/// Its address stands for the type of a node.
template <class Node>
inline constexpr char node_name = 0;

/// origins[k]: the constant that constant k repeats, k itself if none.
template <int Count>
struct origin_search {
  struct seen_node {
    const char* name;
    int first_constant;
  };

  std::array<int, static_cast<std::size_t>(Count)> origins{};
  buffer<seen_node> seen;
  int next = 0;

  constexpr void add_new(int count) {
    for (; count > 0; --count, ++next) origins[static_cast<std::size_t>(next)] = next;
  }

  /// True if the node was seen before; then its constants are those.
  constexpr bool repeats(const char* name, int constants) {
    for (const seen_node& s : seen) {
      if (s.name != name) continue;
      for (int k = 0; k < constants; ++k, ++next) {
        origins[static_cast<std::size_t>(next)] =
            origins[static_cast<std::size_t>(s.first_constant + k)];
      }
      return true;
    }
    seen.push_back({name, next});
    return false;
  }
};

// One function call for each level of the tree: compilers limit their depth.
template <class Node>
struct origin_visit {
  static constexpr void run(auto& search) { search.add_new(node_facts<Node>::constants); }
};
template <opcode Op, class... X>
struct origin_visit<operation_node<Op, X...>> {
  static constexpr void run(auto& search) {
    using node = operation_node<Op, X...>;
    constexpr int constants = node_facts<node>::constants;
    if constexpr (constants > 0) {
      if (is_costly<node> && search.repeats(&node_name<node>, constants)) return;
      (origin_visit<X>::run(search), ...);
    }
  }
};
/// The constants that a call_node holds itself: those of the formula in it.
template <class Callable>
struct own_origins {
  static constexpr void run(auto& search, int count) { search.add_new(count); }
};
template <template <class, class> class Verb, class Node, class Wrt>
struct own_origins<Verb<nodes::formula_body<Node, false>, Wrt>> {
  static constexpr void run(auto& search, int) { origin_visit<Node>::run(search); }
};

template <class Callable, int Own, class... X>
struct origin_visit<call_node<Callable, Own, X...>> {
  static constexpr void run(auto& search) {
    using node = call_node<Callable, Own, X...>;
    constexpr int constants = node_facts<node>::constants;
    if constexpr (constants > 0) {
      if (search.repeats(&node_name<node>, constants)) return;
      own_origins<Callable>::run(search, Own);
      (origin_visit<X>::run(search), ...);
    }
  }
};

template <class Node>
inline constexpr auto constant_origins = [] {
  origin_search<node_facts<Node>::constants> search;
  origin_visit<Node>::run(search);
  return search.origins;
}();

/// How many constants a formula has if none is kept twice.
template <class Node>
inline constexpr int distinct_constants = [] {
  int count = 0;
  for (std::size_t k = 0; k < constant_origins<Node>.size(); ++k) {
    if (constant_origins<Node>[k] == static_cast<int>(k)) ++count;
  }
  return count;
}();

/// Where each constant is among the distinct ones.
template <class Node>
inline constexpr auto constant_places = [] {
  auto places = constant_origins<Node>;
  int next = 0;
  for (std::size_t k = 0; k < places.size(); ++k) {
    const int origin = constant_origins<Node>[k];
    places[k] = origin == static_cast<int>(k) ? next++ : places[static_cast<std::size_t>(origin)];
  }
  return places;
}();

/// As bits where possible: a compiler that sees both come from one variable knows the answer.
template <built_in_scalar T>
constexpr bool is_identical(T x, T y) {
  if constexpr (sizeof(T) == sizeof(std::uint64_t)) {
    return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
  } else if constexpr (sizeof(T) == sizeof(std::uint32_t)) {
    return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
  } else {
    return x == y && (x != T(0) || cx::signbit(x) == cx::signbit(y));
  }
}

/// A formula has constants that may be one.
template <class Node>
inline constexpr bool has_repeated_constants =
    distinct_constants<Node> < node_facts<Node>::constants;

/// The distinct ones of all constants; false if some that are of one origin are not equal.
template <class Node, built_in_scalar T>
[[gnu::always_inline]] constexpr bool merge_constants(
    const std::array<T, static_cast<std::size_t>(node_facts<Node>::constants)>& all,
    std::array<T, static_cast<std::size_t>(distinct_constants<Node>)>& distinct) {
  bool equal = true;
  unroll<node_facts<Node>::constants>([&](auto k) __attribute__((always_inline)) {
    constexpr auto index = static_cast<std::size_t>(k.value);
    constexpr auto origin = static_cast<std::size_t>(constant_origins<Node>[index]);
    if constexpr (origin == index) {
      distinct[static_cast<std::size_t>(constant_places<Node>[index])] = all[index];
    } else {
      equal = equal && is_identical(all[index], all[origin]);
    }
  });
  return equal;
}

/// Calls use(std::true_type, distinct) if constants of one origin are equal in `all`, else
/// use(std::false_type, all). Of traced constants the builder sees itself which are one.
template <class Node, class T, std::size_t Count, class Use>
[[gnu::always_inline]] constexpr void use_constants(const std::array<T, Count>& all, Use use) {
  if constexpr (!has_repeated_constants<Node> || !built_in_scalar<T>) {
    use(std::false_type{}, all);
  } else {
    std::array<T, static_cast<std::size_t>(distinct_constants<Node>)> distinct{};
    if (merge_constants<Node>(all, distinct)) {
      use(std::true_type{}, distinct);
    } else {
      use(std::false_type{}, all);
    }
  }
}

}  // namespace etad::inline ETAD_ABI::detail
