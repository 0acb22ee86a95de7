// SPDX-License-Identifier: MIT
// A queue that hands out the least number first (J. W. J. Williams, "Algorithm 232: Heapsort",
// Communications of the ACM 7, 1964).
#pragma once

#include <cstddef>

#include <etad/core/buffer.hpp>

namespace etad::inline ETAD_ABI::detail {

class least_first {
 public:
  constexpr bool empty() const { return heap_.empty(); }
  constexpr void clear() { heap_.clear(); }

  constexpr void put(std::size_t number) {
    heap_.push_back(number);
    std::size_t* const items = heap_.items;
    std::size_t k = heap_.size() - 1;
    while (k > 0 && number < items[(k - 1) / 2]) {
      items[k] = items[(k - 1) / 2];
      k = (k - 1) / 2;
    }
    items[k] = number;
  }

  constexpr std::size_t take() {
    std::size_t* const items = heap_.items;
    const std::size_t least = items[0];
    const std::size_t moved = heap_.back();
    heap_.pop_back();
    const std::size_t size = heap_.size();
    std::size_t k = 0;
    while (2 * k + 1 < size) {
      std::size_t below = 2 * k + 1;
      if (below + 1 < size && items[below + 1] < items[below]) ++below;
      if (moved < items[below]) break;
      items[k] = items[below];
      k = below;
    }
    items[k] = moved;
    return least;
  }

 private:
  buffer<std::size_t> heap_;
};

}  // namespace etad::inline ETAD_ABI::detail
