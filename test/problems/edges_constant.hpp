// SPDX-License-Identifier: MIT
// The seeded verbs in constant evaluation: +0 at the edge points for what does not depend on an
// argument.
#pragma once

#include <bit>
#include <cstdint>
#include <utility>

#include "problems/edges.hpp"
#include "problems/edges_functions.hpp"
#include "problems/edges_groups.hpp"
#include "problems/edges_modes.hpp"

namespace edges {

template <class T>
constexpr bool is_positive_zero(T x) {
  return x == 0 && std::bit_cast<std::uint64_t>(static_cast<double>(x)) == 0;
}

/// True if the products with zero seeds are +0 at x.
template <class F, int Arity, class T>
constexpr bool is_idle_at(const T* x) {
  constexpr packed<F, Arity> f;
  const std::array<T, Arity + 1> a = arguments<Arity>(x);
  bool ok = is_positive_zero(etad::jvp(f)(a, std::array<T, Arity + 1>{}));
  for (const T p : etad::vjp(f)(a, T(0))) ok = ok && is_positive_zero(p);
  return ok;
}

/// The same for one point, or for a fifth of a row of pairs or triples: few enough steps for one constant.
/// Each point stands in each place beside five others or six; all of them run in core/operations.
template <class F, int Arity, class T, std::size_t Row>
inline constexpr bool is_idle = [] {
  constexpr auto list = points<T>();
  if constexpr (Arity == 1) {
    return is_idle_at<F, 1>(&list[Row]);
  } else {
    bool ok = true;
    for (std::size_t j = Row % 5; j < list.size(); j += 5) {
      const T x[3] = {list[Row], list[j], list[(3 * Row + 7 * j) % list.size()]};
      ok = ok && is_idle_at<F, Arity>(x);
    }
    return ok;
  }
}();

template <class F, int Arity, class T, std::size_t... Row>
constexpr bool is_idle_everywhere(std::index_sequence<Row...>) {
  return (is_idle<F, Arity, T, Row> && ...);
}

/// At all points, or some pairs or triples.
template <class F, int Arity, class T = double>
constexpr bool is_idle_everywhere() {
  return is_idle_everywhere<F, Arity, T>(std::make_index_sequence<points<T>().size()>{});
}
/// A group of operations, none left out.
template <opcode... Op>
constexpr bool is_idle_group(group<Op...>) {
  return (is_idle_everywhere<typename representative<Op>::type, representative<Op>::arity>() &&
          ...);
}

}  // namespace edges
