// SPDX-License-Identifier: MIT
// What a program of one element reads: points that it gathers, and data of its own.
#pragma once

#include <array>
#include <cstddef>

#include <etad/eval/batch.hpp>

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
  /// Whether all lanes have the same point there, as in sorted lists of neighbours; whether no two
  /// neighbouring lanes have.
  bool same[Nodes];
  bool distinct[Nodes];
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

}  // namespace etad::inline ETAD_ABI::detail
