// SPDX-License-Identifier: MIT
// Sums the outputs of a program over many points, a pack of them at a time.
//
// The order of summation is fixed by the number of points and of lanes alone: within a block of
// sum_block points every lane adds its own points one after the other; then the lanes are added
// pairwise, then the blocks, pairwise too. So the error grows with the length of a block and the
// logarithm of the number of blocks, and threads do not change the result.
#pragma once

#include <array>
#include <cstddef>

#include <etad/eval/batch.hpp>

namespace etad::inline ETAD_ABI::detail {

inline constexpr std::size_t sum_block = 512;

/// The outputs of one pack, to be written.
template <class Pack>
struct pack_results {
  Pack* results;
  [[gnu::always_inline]] Pack* operator[](int k) const { return results + k; }
};
/// Sums that the outputs of each pack are added to.
template <class Pack>
struct pack_sums {
  Pack* sums;
  struct output {
    Pack* sum;
    [[gnu::always_inline]] output operator*() const { return *this; }
    [[gnu::always_inline]] void operator=(const Pack& x) const { *sum = *sum + x; }
  };
  [[gnu::always_inline]] output operator[](int k) const { return {sums + k}; }
};

/// Adds up outputs as they are.
template <int Outputs>
struct sum_of_outputs {
  static constexpr int sums = Outputs;
  static constexpr bool as_they_are = true;
  template <class Pack>
  [[gnu::always_inline]] static void add(const Pack* one, Pack* sums_so_far) {
    for (int k = 0; k < Outputs; ++k) sums_so_far[k] = sums_so_far[k] + one[k];
  }
};

/// Adds up the normal equations of residuals r and their Jacobian J, which are the outputs: r'r,
/// J'r, and J'J by rows of its lower triangle.
template <int Rows, int Columns>
struct sum_of_squares {
  static constexpr int sums = 1 + Columns + Columns * (Columns + 1) / 2;
  static constexpr bool as_they_are = false;
  template <class Pack>
  [[gnu::always_inline]] static void add(const Pack* one, Pack* so_far) {
    const Pack* jacobian = one + Rows;
    for (int r = 0; r < Rows; ++r) so_far[0] = multiply_add(one[r], one[r], so_far[0]);
    Pack* next = so_far + 1;
    for (int i = 0; i < Columns; ++i, ++next) {
      Pack sum = *next;
      for (int r = 0; r < Rows; ++r) sum = multiply_add(jacobian[r * Columns + i], one[r], sum);
      *next = sum;
    }
    for (int i = 0; i < Columns; ++i) {
      for (int j = 0; j <= i; ++j, ++next) {
        Pack sum = *next;
        for (int r = 0; r < Rows; ++r) {
          sum = multiply_add(jacobian[r * Columns + i], jacobian[r * Columns + j], sum);
        }
        *next = sum;
      }
    }
  }
};

template <class Pack>
[[gnu::always_inline]] inline pack_scalar<Pack> sum_of_lanes(const Pack& x) {
  if constexpr (lane_pack<Pack>) {
    return reduce_add(x);
  } else {
    return x;
  }
}

/// Interprets Full on the numbers that `in` points to; output k goes to a lane of one[k].
template <class Full, class Pack>
void interpret_lane(const pack_scalar<Pack>* const* in, int lane, Pack* one) {
  using scalar = pack_scalar<Pack>;
  scalar numbers[at_least_one(Full::value.output_count)];
  scalar* out[at_least_one(Full::value.output_count)];
  for (int k = 0; k < Full::value.output_count; ++k) out[k] = &numbers[k];
  interpret_program<Full, scalar>(in, out);
  for (int k = 0; k < Full::value.output_count; ++k) {
    if constexpr (lane_pack<Pack>) {
      one[k] = one[k].with(lane, numbers[k]);
    } else {
      one[k] = numbers[k];
    }
  }
}

template <class Full, class Regular, class Pack, class InStrides, class Reduction>
struct batch_sum {
  using scalar = pack_scalar<Pack>;
  using inputs = batch_inputs<Pack, InStrides>;
  static constexpr std::size_t lanes = static_cast<std::size_t>(lanes_in<Pack>());
  static constexpr int outputs = Full::value.output_count;
  static constexpr int sums = Reduction::sums;
  static constexpr bool direct = Reduction::as_they_are;

  /// The sums over the points [first, last).
  static void run(const inputs& in, std::size_t first, std::size_t last, scalar* result) {
    Pack totals[at_least_one(sums)]{};
    const std::size_t full = last - (last - first) % lanes;
    add_packs(in, first, full, totals);
    if (full < last) run_tail(in, full, last - full, totals);
    for (int k = 0; k < sums; ++k) result[k] = sum_of_lanes(totals[k]);
  }

 private:
  /// Adds the points [first, last) to sums that are zero.
  static void add_packs(const inputs& in, std::size_t first, std::size_t last, Pack* totals) {
    if constexpr (!direct) {
      add_results(in, first, last, totals);
    } else {
      const auto valid = add_straight(in, first, last, totals);
      if constexpr (has_guards<Full, Regular>) {
        if (!in_all_lanes(valid)) [[unlikely]]
          add_with_care(in, first, last, totals);
      }
    }
  }

  /// The same for outputs that are added as they are; says in which lanes the formulas were valid at
  /// all points.
  [[gnu::noinline]] static auto add_straight(const inputs& all, std::size_t first, std::size_t last,
                                             Pack* totals) {
    // A copy whose address nobody takes, so that the pointers may stay in registers.
    inputs in = all;
    mask_of_pack<Pack> valid(true);
    for (std::size_t i = first; i < last; i += lanes) {
      in.first = i;
      const auto now = run_unchecked<Full, Regular, Pack>(in, pack_sums<Pack>{totals});
      if constexpr (has_guards<Full, Regular>) valid = both(valid, now);
    }
    return valid;
  }

  /// Once more from the beginning, pack by pack: singular points are put right before they are added.
  [[gnu::noinline, gnu::cold]] static void add_with_care(const inputs& in, std::size_t first,
                                                         std::size_t last, Pack* totals) {
    for (int k = 0; k < sums; ++k) totals[k] = Pack{};
    for (std::size_t i = first; i < last; i += lanes) {
      Pack one[at_least_one(sums)]{};
      const auto valid = add_straight(in, i, i + lanes, one);
      for_singular_lanes<Pack>(
          valid, [&](int lane) { put_right(in, i + static_cast<std::size_t>(lane), lane, one); });
      Reduction::add(one, totals);
    }
  }

  [[gnu::noinline]] static void add_results(const inputs& all, std::size_t first, std::size_t last,
                                            Pack* totals) {
    inputs in = all;
    Pack one[at_least_one(outputs)]{};
    for (std::size_t i = first; i < last; i += lanes) {
      in.first = i;
      run_pack<Full, Regular, Pack>(in, pack_results<Pack>{one}, [&](int lane) {
        put_right(all, i + static_cast<std::size_t>(lane), lane, one);
      });
      Reduction::add(one, totals);
    }
  }

  [[gnu::noinline, gnu::cold]] static void put_right(const inputs& in, std::size_t point, int lane,
                                                     Pack* one) {
    const scalar* at[InStrides::value.size()];
    for (std::size_t k = 0; k < InStrides::value.size(); ++k) {
      at[k] = in.at[k] + point * InStrides::value[k];
    }
    interpret_lane<Full>(at, lane, one);
  }

  // The last points, if they do not fill a pack: one more pack of copies, whose other lanes are
  // taken out of the sum.
  [[gnu::noinline]] static void run_tail(const inputs& in, std::size_t first, std::size_t count,
                                         Pack* totals) {
    if constexpr (lane_pack<Pack>) {
      lane_copies<Pack, InStrides> points;
      Pack last[at_least_one(sums)]{};
      add_packs(points.load(in, first, count), 0, lanes, last);
      scalar numbers[lanes];
      for (int k = 0; k < sums; ++k) {
        last[k].store(numbers);
        for (std::size_t i = count; i < lanes; ++i) numbers[i] = 0;
        totals[k] = totals[k] + Pack::load(numbers);
      }
    }
  }
};

/// The sum of blocks [first, first + count), pairwise: block(i, numbers) computes one. Stops early
/// where block returns false.
template <std::size_t Sums, class T, class Block>
bool sum_blocks(std::size_t first, std::size_t count, T* result, const Block& block) {
  if (count == 1) return block(first, result);
  std::size_t half = 1;
  while (2 * half < count) half *= 2;
  if (!sum_blocks<Sums>(first, half, result, block)) return false;
  std::array<T, Sums> other{};
  if (!sum_blocks<Sums>(first + half, count - half, other.data(), block)) return false;
  for (std::size_t k = 0; k < Sums; ++k) result[k] += other[k];
  return true;
}

}  // namespace etad::inline ETAD_ABI::detail
