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

/// A formula in prefix order: equal nodes are equal runs of codes. (The addresses of objects that stand
/// for types would do, but GCC does not compare them in constant evaluation with -fsanitize=undefined.)
struct formula_code {
  struct node {
    std::uint64_t code;
    int length = 1;
    int constants = 0;
    bool costly = false;
  };
  buffer<node> nodes;

  constexpr std::size_t open(std::uint64_t code) {
    nodes.push_back({code});
    return nodes.size() - 1;
  }
  constexpr void close(std::size_t opened, int constants, bool costly) {
    nodes[opened].length = static_cast<int>(nodes.size() - opened);
    nodes[opened].constants = constants;
    nodes[opened].costly = costly;
  }
  constexpr bool equal(std::size_t i, std::size_t j) const {
    if (nodes[i].length != nodes[j].length) return false;
    for (std::size_t k = 0; k < static_cast<std::size_t>(nodes[i].length); ++k) {
      if (nodes[i + k].code != nodes[j + k].code) return false;
    }
    return true;
  }
};

inline constexpr std::uint64_t constant_code = 1;
inline constexpr std::uint64_t fixed_code = 2;
inline constexpr std::uint64_t argument_code = std::uint64_t{1} << 32;
inline constexpr std::uint64_t operation_code = std::uint64_t{2} << 32;
inline constexpr std::uint64_t call_code = std::uint64_t{3} << 32;

// One function call for each level of the tree: compilers limit their depth.
template <class Node>
struct encode;
template <int Index>
struct encode<argument_node<Index>> {
  static constexpr void run(formula_code& f) { f.open(argument_code + std::uint64_t{Index}); }
};
template <>
struct encode<constant_node> {
  static constexpr void run(formula_code& f) { f.close(f.open(constant_code), 1, false); }
};
template <auto Value>
struct encode<fixed_node<Value>> {
  static constexpr void run(formula_code& f) {
    f.open(fixed_code);
    f.open(std::bit_cast<std::uint64_t>(static_cast<double>(Value)));
  }
};
template <opcode Op, class... X>
struct encode<operation_node<Op, X...>> {
  static constexpr void run(formula_code& f) {
    using node = operation_node<Op, X...>;
    const std::size_t opened = f.open(operation_code + static_cast<std::uint64_t>(Op));
    (encode<X>::run(f), ...);
    f.close(opened, node_facts<node>::constants, is_costly<node>);
  }
};

/// The constants that a call_node holds itself: those of the formula in it.
template <class Callable>
struct encode_own {
  static constexpr void run(formula_code& f, int count) {
    for (; count > 0; --count) encode<constant_node>::run(f);
  }
};
template <template <class, class> class Verb, class Node, class Wrt>
struct encode_own<Verb<nodes::formula_body<Node, false>, Wrt>> {
  static constexpr void run(formula_code& f, int) { encode<Node>::run(f); }
};
// No two calls are equal, since nothing tells callables apart.
template <class Callable, int Own, class... X>
struct encode<call_node<Callable, Own, X...>> {
  static constexpr void run(formula_code& f) {
    using node = call_node<Callable, Own, X...>;
    const std::size_t opened = f.open(call_code + f.nodes.size());
    encode_own<Callable>::run(f, Own);
    (encode<X>::run(f), ...);
    f.close(opened, node_facts<node>::constants, false);
  }
};

/// For each constant the one that it repeats, itself if none: constants of a costly node that stands
/// before.
template <class Node>
constexpr auto find_constant_origins() {
  std::array<int, static_cast<std::size_t>(node_facts<Node>::constants)> origins{};
  struct seen_node {
    std::size_t index;
    std::size_t first_constant;
  };
  buffer<seen_node> seen;
  formula_code f;
  encode<Node>::run(f);
  std::size_t next = 0;
  for (std::size_t i = 0; i < f.nodes.size();) {
    const formula_code::node& node = f.nodes[i];
    const auto constants = static_cast<std::size_t>(node.constants);
    bool repeats = false;
    if (node.costly && constants > 0) {
      for (const seen_node& s : seen) {
        if (!f.equal(i, s.index)) continue;
        repeats = true;
        for (std::size_t k = 0; k < constants; ++k)
          origins[next + k] = origins[s.first_constant + k];
        break;
      }
      if (!repeats) seen.push_back({i, next});
    }
    if (repeats) {
      next += constants;
      i += static_cast<std::size_t>(node.length);
    } else {
      if (node.code == constant_code) {
        origins[next] = static_cast<int>(next);
        ++next;
      }
      i += node.code == fixed_code ? 2 : 1;
    }
  }
  return origins;
}

template <class Node>
inline constexpr auto constant_origins = find_constant_origins<Node>();

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
