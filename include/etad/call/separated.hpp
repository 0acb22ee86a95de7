// SPDX-License-Identifier: MIT
// Arguments that stay as they are while results are written to memory of the caller.
#pragma once

#include <array>
#include <compare>
#include <concepts>
#include <cstddef>
#include <span>
#include <type_traits>

#include <etad/call/spans.hpp>
#include <etad/call/traced/leaves.hpp>
#include <etad/core/fixed_views.hpp>
#include <etad/core/invalid_argument.hpp>

namespace etad::inline ETAD_ABI::detail {

[[noreturn, gnu::cold]] inline void throw_spans_overlap() {
  throw_invalid_argument(
      "ETAD-131: etad requires trailing spans that do not share memory, since each receives a "
      "result of its own; "
      "two of them overlap. Pass parts of the memory that lie apart.");
}

/// Whether two ranges of numbers share memory.
template <class T>
[[gnu::always_inline]] inline bool overlap(const T* a, std::ptrdiff_t count, const T* b,
                                           std::ptrdiff_t other) {
  // Operators order only pointers into one array.
  const std::compare_three_way order;
  return order(a, b + other) < 0 && order(b, a + count) < 0;
}

/// The numbers of a result in memory of the caller.
template <class T, int Count>
constexpr std::span<const T> numbers_of(const span_part<T, Count>& part) {
  return {part.data, static_cast<std::size_t>(Count)};
}
template <class T, std::size_t Extent>
constexpr std::span<const T> numbers_of(const std::span<T, Extent>& part) {
  return part;
}
template <class First, class Second>
[[gnu::always_inline]] inline bool share_memory(const First& first, const Second& second) {
  const auto a = numbers_of(first);
  const auto b = numbers_of(second);
  return overlap(a.data(), static_cast<std::ptrdiff_t>(a.size()), b.data(),
                 static_cast<std::ptrdiff_t>(b.size())) &&
         !a.empty() && !b.empty();
}

/// Results that share memory would overwrite each other.
template <class... Output>
[[gnu::always_inline]] inline void refuse_overlap(const Output&...) {}
template <class First, class... Rest>
  requires(sizeof...(Rest) > 0)
[[gnu::always_inline]] inline void refuse_overlap(const First& first, const Rest&... rest) {
  if ((share_memory(first, rest) || ...)) [[unlikely]] {
    throw_spans_overlap();
  }
  refuse_overlap(rest...);
}

/// The numbers of an argument of type A as ones of type T, beside which outputs may be written: a copy of
/// them. More than four that lie side by side are copied only if an output overlaps them: a copy is written
/// number by number and read as wide as registers are, which processors wait for. Few stay in registers, for
/// less than a comparison of addresses takes.
template <class T, class A>
class separated {
  static constexpr int count = shape<A>::leaves;
  static constexpr bool in_place =
      std::same_as<typename shape<A>::scalar, T> && leaves_in_order<A> && count > 4;

 public:
  template <class... Output>
  [[gnu::always_inline]] constexpr explicit separated(const A& a, const Output&... output) {
    input_leaves<T, count> in;
    in.collect(a);
    if constexpr (in_place) {
      if (!std::is_constant_evaluated()) {
        first_ = in.at[0];
        if (!(overlap<T>(first_, count, output.data, shape<Output>::leaves) || ...)) return;
      }
    }
    for (int k = 0; k < count; ++k) copy_[static_cast<std::size_t>(k)] = *in.at[k];
    if constexpr (in_place) first_ = copy_.data();
  }
  separated(const separated&) = delete;
  separated& operator=(const separated&) = delete;

  /// Something with those numbers as leaves.
  [[gnu::always_inline]] constexpr auto numbers() const {
    if constexpr (in_place) {
      return std::span<const T, static_cast<std::size_t>(count)>(first_,
                                                                 static_cast<std::size_t>(count));
    } else {
      return std::span<const T, static_cast<std::size_t>(count)>(copy_);
    }
  }

 private:
  std::array<T, static_cast<std::size_t>(count)> copy_;
  const T* first_ = nullptr;
};

}  // namespace etad::inline ETAD_ABI::detail
