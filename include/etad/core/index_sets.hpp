// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include <etad/core/buffer.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Sets of small whole numbers, one for each of many owners: the inputs that a value depends on, the
/// columns that share a row.
class index_sets {
 public:
  constexpr index_sets(std::size_t owners, std::size_t elements)
      : words_((elements + 63) / 64), bits_(owners * words_) {}

  constexpr void insert(std::size_t owner, std::size_t element) {
    bits_.items[owner * words_ + element / 64] |= std::uint64_t{1} << element % 64;
  }
  constexpr bool contains(std::size_t owner, std::size_t element) const {
    return (bits_.items[owner * words_ + element / 64] >> element % 64 & 1) != 0;
  }
  constexpr void merge(std::size_t into, std::size_t from) {
    std::uint64_t* const to = bits_.items + into * words_;
    const std::uint64_t* const more = bits_.items + from * words_;
    for (std::size_t w = 0; w < words_; ++w) to[w] |= more[w];
  }
  constexpr void merge(std::size_t into, const index_sets& other, std::size_t from) {
    for (std::size_t w = 0; w < words_; ++w) {
      bits_[into * words_ + w] |= other.bits_[from * words_ + w];
    }
  }
  constexpr int count(std::size_t owner) const {
    const std::uint64_t* const words = bits_.items + owner * words_;
    int n = 0;
    for (std::size_t w = 0; w < words_; ++w) n += std::popcount(words[w]);
    return n;
  }

  /// Calls visit with each element, in ascending order.
  template <class Visit>
  constexpr void for_each(std::size_t owner, Visit visit) const {
    for (std::size_t w = 0; w < words_; ++w) {
      for (std::uint64_t rest = bits_.items[owner * words_ + w]; rest != 0; rest &= rest - 1) {
        visit(64 * w + static_cast<std::size_t>(std::countr_zero(rest)));
      }
    }
  }

 private:
  std::size_t words_;
  buffer<std::uint64_t> bits_;
};

}  // namespace etad::inline ETAD_ABI::detail
