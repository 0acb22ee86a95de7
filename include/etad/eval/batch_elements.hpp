// SPDX-License-Identifier: MIT
// Runs a program at many elements, each of which gathers a few points of one long vector, and adds
// the results to a gradient and a sparse matrix.
#pragma once

#include <array>
#include <cstddef>

#include <etad/eval/batch_sum.hpp>
#include <etad/eval/element_inputs.hpp>

namespace etad::inline ETAD_ABI::detail {

/// What one element's results are added to.
template <class T, class Index, class Strides>
struct element_targets {
  T* gradient[Strides::value.size()] = {};
  T* values = nullptr;
  /// For each element and pair of nodes, where its block begins in values.
  const std::size_t* blocks = nullptr;
  /// How many values the rows of each point have.
  const Index* row_lengths = nullptr;
};

/// Slots::value are the outputs of the program by meaning: the value, then the derivatives by the
/// numbers of each node, then the blocks of the Hessian, for each pair of nodes by rows; -1 for what
/// is zero.
template <class Full, class Regular, class Slots, class Pack, class Index, int Nodes,
          class PointStrides, class DataStrides, class GradientStrides, bool WithGradient,
          bool WithHessian>
struct element_batch {
  using scalar = pack_scalar<Pack>;
  static constexpr std::size_t lanes = static_cast<std::size_t>(lanes_in<Pack>());
  static constexpr int leaves = static_cast<int>(PointStrides::value.size());
  static constexpr int numbers = Nodes * leaves;
  static constexpr int outputs = at_least_one(Full::value.output_count);
  static constexpr int sums = 1;
  using targets = element_targets<scalar, Index, GradientStrides>;

  struct inputs {
    element_inputs<Pack, Index, Nodes, PointStrides, DataStrides> in;
    const std::array<Index, Nodes>* elements;
    targets to;
    /// The element that the data begin with.
    std::size_t data_begin = 0;
  };

  /// Runs the elements [first, last), one pack after the other, adds up their values and adds their
  /// derivatives to the targets.
  static void run(const inputs& all, std::size_t first, std::size_t last, scalar* value) {
    const auto use = [](const inputs& pack, std::size_t e, std::size_t count, const Pack* one) {
      if constexpr (WithGradient) {
        stored numbers;
        store(one, numbers);
        add(pack, e, count, one, numbers.results, every_point{});
      }
    };
    run_block(all, first, last, value, use);
  }

  /// The results of one pack of elements in memory.
  struct stored {
    scalar results[outputs][lanes];
    [[gnu::always_inline]] Pack operator[](int k) const { return load_lanes<Pack>(results[k], 1); }
  };
  /// How many of these evaluate() writes for so many elements.
  static constexpr std::size_t packs_of(std::size_t elements) {
    return (elements + lanes - 1) / lanes;
  }
  /// The first half of run(): keeps the results of the elements instead of adding them to the targets.
  static void evaluate(const inputs& all, std::size_t first, std::size_t last, scalar* value,
                       stored* kept) {
    const auto use = [&kept](const inputs&, std::size_t, std::size_t, const Pack* one) {
      store(one, *kept++);
    };
    run_block(all, first, last, value, use);
  }
  /// The second half, for the targets of some points alone: adds the same numbers in the same order.
  static void add_kept(const inputs& all, std::size_t first, std::size_t last, const stored* kept,
                       std::size_t first_point, std::size_t last_point) {
    const some_points points{first_point, last_point};
    inputs copy = all;
    std::array<Index, Nodes> copies[lanes];
    for (std::size_t e = first; e < last; e += lanes, ++kept) {
      const std::size_t count = last - e < lanes ? last - e : lanes;
      if (!points.meet(all.elements + e, count)) continue;
      take_elements(copy, e, count, copies);
      add(copy, e, count, *kept, kept->results, points);
    }
  }

 private:
  struct every_point {
    static constexpr bool contains(std::size_t) { return true; }
  };
  struct some_points {
    std::size_t first, last;
    bool contains(std::size_t point) const { return point - first < last - first; }
    bool meet(const std::array<Index, Nodes>* elements, std::size_t count) const {
      bool met = false;
      for (std::size_t lane = 0; lane < count; ++lane) {
        for (const Index node : elements[lane]) {
          met = contains(static_cast<std::size_t>(node)) || met;
        }
      }
      return met;
    }
  };

  /// Calls use(all, e, count, one) for each pack of `count` elements that begins with element e.
  template <class Use>
  static void run_block(const inputs& all, std::size_t first, std::size_t last, scalar* value,
                        const Use& use) {
    inputs copy = all;
    Pack total{};
    run_packs(copy, first, last - (last - first) % lanes, lanes, total, use);
    if (const std::size_t left = (last - first) % lanes; left != 0) {
      lane_copies<Pack, DataStrides> data;
      copy.in.data = data.load(all.in.data, last - left, left);
      copy.data_begin = last - left;
      run_packs(copy, last - left, last, left, total, use);
    }
    *value = sum_of_lanes(total);
  }

  template <class Use>
  [[gnu::noinline]] static void run_packs(inputs& all, std::size_t first, std::size_t last,
                                          std::size_t count, Pack& total, const Use& use) {
    Pack one[outputs];
    std::array<Index, Nodes> copies[lanes];
    for (std::size_t e = first; e < last; e += lanes) {
      all.in.data.first = e - all.data_begin;
      take_elements(all, e, count, copies);
      run_pack<Full, Regular, Pack>(all.in, pack_results<Pack>{one},
                                    [&](int lane) { put_right(all.in, lane, one); });
      if constexpr (Slots::value[0] >= 0) {
        total = total + first_lanes(one[Slots::value[0]], count);
      }
      use(all, e, count, one);
    }
  }

  /// The points of the elements from e on; lanes without an element repeat the last.
  [[gnu::always_inline]] static void take_elements(inputs& all, std::size_t e, std::size_t count,
                                                   std::array<Index, Nodes> (&copies)[lanes]) {
    all.in.elements = all.elements + e;
    if (count < lanes) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        copies[lane] = all.elements[e + (lane < count ? lane : count - 1)];
      }
      all.in.elements = copies;
    }
    for (int a = 0; a < Nodes; ++a) {
      // Equal neighbours among the lanes.
      int equal = 0;
      for (std::size_t lane = 1; lane < lanes; ++lane) {
        equal += all.in.point(a, lane) == all.in.point(a, lane - 1) ? 1 : 0;
      }
      all.in.same[a] = equal + 1 == static_cast<int>(lanes) && count == lanes;
      all.in.distinct[a] = equal == 0;
    }
  }

  [[gnu::always_inline]] static void store(const Pack* one, stored& to) {
    for (int k = 0; k < outputs; ++k) store_lanes(one[k], to.results[k], 1);
  }

  /// Adds the derivatives of a pack to the targets of its points: packs[k] is output k, its lanes are
  /// results[k].
  template <class Packs, class Points>
  [[gnu::always_inline]] static void add(const inputs& all, std::size_t e, std::size_t count,
                                         const Packs& packs,
                                         const scalar (&results)[outputs][lanes], Points points) {
    if constexpr (WithGradient) {
      unroll<Nodes>([&](auto a) __attribute__((always_inline)) {
        if (all.in.same[a]) {
          if (points.contains(all.in.point(a, 0))) add_together<a>(all, packs);
        } else if (all.in.distinct[a]) {
          add_one_by_one<a>(all, results, points);
        } else {
          add_runs<a>(all, results, count, points);
        }
      });
    }
    if constexpr (WithHessian) {
      for (std::size_t lane = 0; lane < count; ++lane) {
        add_hessian(all, results, e + lane, lane, points);
      }
    }
  }

  static Pack first_lanes(const Pack& x, std::size_t count) {
    if (count == lanes) return x;
    if constexpr (lane_pack<Pack>) {
      return pack_of<Pack>([&](int lane) {
        return static_cast<std::size_t>(lane) < count ? scalar(x[lane]) : scalar(0);
      });
    } else {
      return x;
    }
  }

  template <int Node, int Leaf>
  static constexpr int slot = Slots::value[static_cast<std::size_t>(1 + Node * leaves + Leaf)];

  template <int Leaf>
  [[gnu::always_inline]] static scalar& target(const targets& to, std::size_t point) {
    return GradientStrides::first(to.gradient, Leaf)[point * GradientStrides::value[Leaf]];
  }

  template <int Node, class Packs>
  [[gnu::always_inline]] static void add_together(const inputs& all, const Packs& packs) {
    unroll<leaves>([&](auto i) __attribute__((always_inline)) {
      if constexpr (constexpr int k = slot<Node, i>; k >= 0) {
        target<i>(all.to, all.in.point(Node, 0)) += sum_of_lanes(packs[k]);
      }
    });
  }

  template <int Node, class Points>
  [[gnu::always_inline]] static void add_one_by_one(const inputs& all,
                                                    const scalar (&results)[outputs][lanes],
                                                    Points points) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      if (!points.contains(all.in.point(Node, lane))) continue;
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (constexpr int k = slot<Node, i>; k >= 0) {
          target<i>(all.to, all.in.point(Node, lane)) += results[k][lane];
        }
      });
    }
  }

  // Runs of lanes with one point are added up first: one sum would wait for the other in memory.
  template <int Node, class Points>
  [[gnu::always_inline]] static void add_runs(const inputs& all,
                                              const scalar (&results)[outputs][lanes],
                                              std::size_t count, Points points) {
    scalar run[leaves] = {};
    for (std::size_t lane = 0; lane < count; ++lane) {
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (constexpr int k = slot<Node, i>; k >= 0) run[i] += results[k][lane];
      });
      const std::size_t point = all.in.point(Node, lane);
      if (lane + 1 < count && point == all.in.point(Node, lane + 1)) continue;
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (slot<Node, i> >= 0) {
          if (points.contains(point)) target<i>(all.to, point) += run[i];
          run[i] = 0;
        }
      });
    }
  }

  template <class Points>
  static void add_hessian(const inputs& all, const scalar (&results)[outputs][lanes],
                          std::size_t element, std::size_t lane, Points points) {
    const std::size_t* const blocks = all.to.blocks + element * Nodes * Nodes;
    for (int a = 0; a < Nodes; ++a) {
      if (!points.contains(all.in.point(a, lane))) continue;
      const auto length = static_cast<std::size_t>(all.to.row_lengths[all.in.point(a, lane)]);
      for (int b = 0; b < Nodes; ++b) {
        scalar* row = all.to.values + blocks[a * Nodes + b];
        for (int i = 0; i < leaves; ++i, row += length) {
          for (int j = 0; j < leaves; ++j) {
            const int k = 1 + numbers + ((a * Nodes + b) * leaves + i) * leaves + j;
            const int slot = Slots::value[static_cast<std::size_t>(k)];
            if (slot >= 0) row[j] += results[slot][lane];
          }
        }
      }
    }
  }

  [[gnu::noinline, gnu::cold]] static void put_right(
      const element_inputs<Pack, Index, Nodes, PointStrides, DataStrides>& in, int lane,
      Pack* one) {
    const scalar* at[static_cast<std::size_t>(numbers) + DataStrides::value.size()];
    for (int k = 0; k < numbers; ++k) {
      const auto leaf = static_cast<std::size_t>(k % leaves);
      at[k] = in.at[leaf] +
              in.point(k / leaves, static_cast<std::size_t>(lane)) * PointStrides::value[leaf];
    }
    for (std::size_t k = 0; k < DataStrides::value.size(); ++k) {
      at[static_cast<std::size_t>(numbers) + k] =
          in.data.at[k] + (in.data.first + static_cast<std::size_t>(lane)) * DataStrides::value[k];
    }
    interpret_lane<Full>(at, lane, one);
  }
};

}  // namespace etad::inline ETAD_ABI::detail
