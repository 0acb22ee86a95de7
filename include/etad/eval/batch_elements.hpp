// SPDX-License-Identifier: MIT
// Runs a program at many elements, each of which gathers a few points of one long vector, and adds
// the results to a gradient and a sparse matrix.
#pragma once

#include <array>
#include <cstddef>

#include <etad/eval/batch_sum.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The inputs of elements: Nodes points of Leaves numbers each, gathered, then data as in a batch.
template <class Pack, class Index, int Nodes, class PointStrides, class DataStrides>
struct element_inputs {
  using scalar = pack_scalar<Pack>;
  static constexpr int lanes = lanes_in<Pack>();
  static constexpr int leaves = static_cast<int>(PointStrides::value.size());

  const scalar* at[PointStrides::value.size()];
  /// The elements in the lanes.
  const std::array<Index, Nodes>* elements;
  /// Whether all lanes have the same point there, as in sorted lists of neighbours.
  bool same[Nodes];
  batch_inputs<Pack, DataStrides> data;

  [[gnu::always_inline]] std::size_t point(int node, std::size_t lane) const {
    return static_cast<std::size_t>(elements[lane][static_cast<std::size_t>(node)]);
  }

  struct input {
    const element_inputs& all;
    int k;
    [[gnu::always_inline]] Pack operator*() const {
      if (k >= Nodes * leaves) return *all.data[k - Nodes * leaves];
      const auto leaf = static_cast<std::size_t>(k % leaves);
      const int node = k / leaves;
      const std::size_t stride = PointStrides::value[leaf];
      const scalar* const from = PointStrides::first(all.at, leaf);
      if constexpr (lane_pack<Pack>) {
        if (all.same[node]) return Pack(from[all.point(node, 0) * stride]);
        return pack_of<Pack>([&](int lane) __attribute__((always_inline)) {
          return apart(from[all.point(node, static_cast<std::size_t>(lane)) * stride]);
        });
      } else {
        return from[all.point(node, 0) * stride];
      }
    }
  };
  [[gnu::always_inline]] input operator[](int k) const { return {*this, k}; }
};

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

  /// Runs the elements [first, last), one pack after the other, and adds up their values.
  static void run(const inputs& all, std::size_t first, std::size_t last, scalar* value) {
    inputs copy = all;
    Pack total{};
    run_packs(copy, first, last - (last - first) % lanes, lanes, total);
    if (const std::size_t left = (last - first) % lanes; left != 0) {
      lane_copies<Pack, DataStrides> data;
      copy.in.data = data.load(all.in.data, last - left, left);
      copy.data_begin = last - left;
      run_packs(copy, last - left, last, left, total);
    }
    *value = sum_of_lanes(total);
  }

 private:
  [[gnu::noinline]] static void run_packs(inputs& all, std::size_t first, std::size_t last,
                                          std::size_t count, Pack& total) {
    scalar results[outputs][lanes];
    Pack one[outputs];
    bool distinct[Nodes];
    for (std::size_t e = first; e < last; e += lanes) {
      all.in.data.first = e - all.data_begin;
      all.in.elements = all.elements + e;
      std::array<Index, Nodes> copies[lanes];
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
        distinct[a] = equal == 0;
      }
      run_pack<Full, Regular, Pack>(all.in, pack_results<Pack>{one},
                                    [&](int lane) { put_right(all.in, lane, one); });
      if constexpr (Slots::value[0] >= 0) {
        total = total + first_lanes(one[Slots::value[0]], count);
      }
      if constexpr (WithGradient) {
        for (int k = 0; k < outputs; ++k) store_lanes(one[k], results[k], 1);
        unroll<Nodes>([&](auto a) __attribute__((always_inline)) {
          if (all.in.same[a]) {
            add_together<a>(all, one);
          } else if (distinct[a]) {
            add_one_by_one<a>(all, results);
          } else {
            add_runs<a>(all, results, count);
          }
        });
      }
      if constexpr (WithHessian) {
        for (std::size_t lane = 0; lane < count; ++lane) {
          add_hessian(all, results, e + lane, lane);
        }
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

  template <int Node>
  [[gnu::always_inline]] static void add_together(const inputs& all, const Pack* one) {
    unroll<leaves>([&](auto i) __attribute__((always_inline)) {
      if constexpr (constexpr int k = slot<Node, i>; k >= 0) {
        target<i>(all.to, all.in.point(Node, 0)) += sum_of_lanes(one[k]);
      }
    });
  }

  template <int Node>
  [[gnu::always_inline]] static void add_one_by_one(const inputs& all,
                                                    const scalar (&results)[outputs][lanes]) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (constexpr int k = slot<Node, i>; k >= 0) {
          target<i>(all.to, all.in.point(Node, lane)) += results[k][lane];
        }
      });
    }
  }

  // Runs of lanes with one point are added up first: one sum would wait for the other in memory.
  template <int Node>
  [[gnu::always_inline]] static void add_runs(const inputs& all,
                                              const scalar (&results)[outputs][lanes],
                                              std::size_t count) {
    scalar run[leaves] = {};
    for (std::size_t lane = 0; lane < count; ++lane) {
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (constexpr int k = slot<Node, i>; k >= 0) run[i] += results[k][lane];
      });
      const std::size_t point = all.in.point(Node, lane);
      if (lane + 1 < count && point == all.in.point(Node, lane + 1)) continue;
      unroll<leaves>([&](auto i) __attribute__((always_inline)) {
        if constexpr (slot<Node, i> >= 0) {
          target<i>(all.to, point) += run[i];
          run[i] = 0;
        }
      });
    }
  }

  static void add_hessian(const inputs& all, const scalar (&results)[outputs][lanes],
                          std::size_t element, std::size_t lane) {
    const std::size_t* const blocks = all.to.blocks + element * Nodes * Nodes;
    for (int a = 0; a < Nodes; ++a) {
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
