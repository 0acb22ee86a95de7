// SPDX-License-Identifier: MIT
// Whatever holds numbers, number by number: values to variables, variables to gradients.
#pragma once

#include <array>

#include <etad/core/sized.hpp>
#include <etad/tape/variable.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Calls convert(x, y) for the k-th number x of `from` and the k-th y of `to`, for all k.
template <class From, class To, class Convert>
void for_each_pair(const From& from, To& to, Convert& convert) {
  if constexpr (is_tuple_of_run_time_size<From>) {
    [&]<std::size_t... Index>(std::index_sequence<Index...>) {
      (for_each_pair(std::get<Index>(from), std::get<Index>(to), convert), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<From>>{});
  } else {
    const auto sources = sized<From>::items(from);
    const auto targets = sized<std::remove_cv_t<To>>::items(to);
    using source = std::remove_cvref_t<decltype(sources[0])>;
    using target = std::remove_cvref_t<decltype(targets[0])>;
    for (std::size_t k = 0; k < sources.size(); ++k) {
      std::array<const typename shape<source>::scalar*, shape<source>::leaves> numbers{};
      std::size_t next = 0;
      const auto note = [&](const auto& x) { numbers[next++] = &x; };
      shape<source>::visit(sources[k], note);
      next = 0;
      const auto set = [&](auto& y) { convert(*numbers[next++], y); };
      shape<target>::visit(targets[k], set);
    }
  }
}

/// The shape of A with numbers of type U, filled by convert(number of a, number of the result).
template <class U, class A, class Convert>
auto mapped(const A& a, Convert convert) {
  using result = typename sized<A>::template mirrored<U>;
  result r = sized<A>::template like<result>(a);
  if constexpr (holds_data<A>) data_members<A>::copy(r, a);
  for_each_pair(a, r, convert);
  return r;
}

/// An expression as the variable that it makes; everything else as it is.
template <class X>
const X& settled(const X& x) {
  return x;
}
template <opcode Op, class T, class Style, class... X>
variable<T, Style> settled(const taped_expression<Op, T, Style, X...>& e) {
  return e;
}

}  // namespace etad::inline ETAD_ABI::detail
