// SPDX-License-Identifier: MIT
// Sums over elements on several threads, with the result of one thread.
//
// Elements run in rounds of up to 64 blocks. First the blocks of a round are evaluated, each on any
// thread, and their results kept. Then ranges of points are dealt out: each visits the elements of the
// round in order and adds what belongs to its points. So every number is added to by one thread, in the
// order in which one thread alone would.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <vector>

#include <etad/batch/sum_over_call.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Blocks that are evaluated before their results are added: enough for many threads, and not more
/// results than fit a cache of some megabytes.
inline constexpr std::size_t blocks_of_a_round = 64;
/// Ranges of points. Each looks at all elements of the blocks that meet it.
inline constexpr std::size_t ranges_of_points = 16;

/// The points that a block of elements meets: [first, last).
struct met_points {
  std::size_t first = ~std::size_t{0};
  std::size_t last = 0;

  template <class Element>
  static met_points of(const Element* elements, std::size_t count) {
    met_points all;
    for (std::size_t e = 0; e < count; ++e) {
      for (const auto node : elements[e]) {
        const auto point = static_cast<std::size_t>(node);
        if (point < all.first) all.first = point;
        if (point >= all.last) all.last = point + 1;
      }
    }
    return all;
  }
};

template <class Kernel, class Policy, class Progress>
void sum_in_rounds(Policy&& policy, const Progress& progress, const typename Kernel::inputs& in,
                   std::size_t elements, std::size_t points, typename Kernel::scalar* result) {
  using scalar = typename Kernel::scalar;
  using stored = typename Kernel::stored;
  constexpr std::size_t kept_of_block = Kernel::packs_of(sum_block);
  const std::size_t blocks = (elements + sum_block - 1) / sum_block;
  const std::size_t round = blocks < blocks_of_a_round ? blocks : blocks_of_a_round;
  // Not a vector, which would write zeros first.
  const std::unique_ptr<stored[]> kept(new stored[round * kept_of_block]);
  std::vector<scalar> values(blocks);
  met_points met[blocks_of_a_round];
  std::atomic<std::size_t> done = 0;
  std::atomic<bool> stop = false;
  const auto last_of = [&](std::size_t block) {
    return block + 1 == blocks ? elements : (block + 1) * sum_block;
  };
  for (std::size_t begin = 0; begin < blocks; begin += round) {
    const std::size_t count = blocks - begin < round ? blocks - begin : round;
    run_blocks(policy, count, [&](std::size_t i) {
      if (stop) return;
      const std::size_t first = (begin + i) * sum_block;
      const std::size_t last = last_of(begin + i);
      Kernel::evaluate(in, first, last, &values[begin + i], kept.get() + i * kept_of_block);
      met[i] = met_points::of(in.elements + first, last - first);
      if constexpr (!std::same_as<Progress, no_progress>) {
        if (!progress(done += last - first, elements)) stop = true;
      }
    });
    if (stop) throw_stopped();
    run_blocks(policy, ranges_of_points, [&](std::size_t range) {
      const std::size_t from = points * range / ranges_of_points;
      const std::size_t to = points * (range + 1) / ranges_of_points;
      for (std::size_t i = 0; i < count; ++i) {
        if (met[i].first >= to || met[i].last <= from) continue;
        Kernel::add_kept(in, (begin + i) * sum_block, last_of(begin + i),
                         kept.get() + i * kept_of_block, from, to);
      }
    });
  }
  sum_blocks<1>(0, blocks, result, [&](std::size_t i, scalar* value) {
    *value = values[i];
    return true;
  });
}

}  // namespace etad::inline ETAD_ABI::detail
