// SPDX-License-Identifier: MIT
// The sparsity pattern of a sum over elements.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI {

/// A square matrix in compressed row form: row i has the values[k] in columns column_indices[k] for
/// row_offsets[i] <= k < row_offsets[i + 1], in ascending order. The Hessian of a sum over elements,
/// which is symmetric; both triangles are stored. With Eigen:
///   Eigen::Map<Eigen::SparseMatrix<T, Eigen::RowMajor>> map(n, n, values.size(), row_offsets.data(),
///                                                           column_indices.data(), values.data());
template <class T, class Index = int>
struct compressed_matrix {
  std::vector<Index> row_offsets;
  std::vector<Index> column_indices;
  std::vector<T> values;

  std::size_t rows() const noexcept { return row_offsets.empty() ? 0 : row_offsets.size() - 1; }
};

namespace detail {

/// Which points occur together in an element: for each point, the points it occurs with, ascending.
struct point_graph {
  std::vector<std::size_t> offsets;
  std::vector<std::size_t> neighbours;

  std::size_t degree(std::size_t point) const { return offsets[point + 1] - offsets[point]; }
  /// Where `other` stands among the neighbours of `point`.
  std::size_t position(std::size_t point, std::size_t other) const {
    std::size_t low = offsets[point];
    std::size_t high = offsets[point + 1];
    while (low + 1 < high) {
      const std::size_t middle = low + (high - low) / 2;
      (neighbours[middle] <= other ? low : high) = middle;
    }
    return low - offsets[point];
  }
};

/// Lists of numbers by key: those of key k stand at [offsets[k], offsets[k + 1]).
template <class Each>
point_graph sorted_into_lists(std::size_t keys, const Each& each) {
  point_graph lists;
  lists.offsets.assign(keys + 1, 0);
  each([&](std::size_t key, std::size_t) { ++lists.offsets[key + 1]; });
  for (std::size_t k = 0; k < keys; ++k) lists.offsets[k + 1] += lists.offsets[k];
  lists.neighbours.resize(lists.offsets.back());
  std::vector<std::size_t> next(lists.offsets.begin(), lists.offsets.end() - 1);
  each([&](std::size_t key, std::size_t number) { lists.neighbours[next[key]++] = number; });
  return lists;
}

/// Cost: linear in the number of pairs of nodes.
template <class Index, std::size_t Nodes>
point_graph graph_of(std::size_t count, std::span<const std::array<Index, Nodes>> elements) {
  const point_graph elements_of = sorted_into_lists(count, [&](const auto& add) {
    for (std::size_t e = 0; e < elements.size(); ++e) {
      for (const Index node : elements[e]) add(static_cast<std::size_t>(node), e);
    }
  });
  // The relation is symmetric, so visiting the points in order lists the neighbours in order.
  return sorted_into_lists(count, [&](const auto& add) {
    std::vector<std::size_t> seen(count, count);
    for (std::size_t p = 0; p < count; ++p) {
      for (std::size_t k = elements_of.offsets[p]; k < elements_of.offsets[p + 1]; ++k) {
        for (const Index node : elements[elements_of.neighbours[k]]) {
          const auto other = static_cast<std::size_t>(node);
          if (seen[other] == p) continue;
          seen[other] = p;
          add(other, p);
        }
      }
    }
  });
}

}  // namespace detail

/// The Hessian of a sum over elements of points with D numbers each, and where each element's blocks
/// belong in it. Built once by element_sum::sparse_hessian; calls only write `values`.
template <class T, class Index = int>
class element_hessian : public compressed_matrix<T, Index> {
 public:
  template <std::size_t Nodes>
  element_hessian(std::size_t points, std::size_t numbers,
                  std::span<const std::array<Index, Nodes>> elements) {
    const detail::point_graph graph = detail::graph_of(points, elements);
    this->row_offsets.push_back(0);
    for (std::size_t p = 0; p < points; ++p) {
      row_lengths_.push_back(static_cast<Index>(graph.degree(p) * numbers));
      for (std::size_t i = 0; i < numbers; ++i) {
        for (std::size_t k = graph.offsets[p]; k < graph.offsets[p + 1]; ++k) {
          for (std::size_t j = 0; j < numbers; ++j) {
            this->column_indices.push_back(static_cast<Index>(graph.neighbours[k] * numbers + j));
          }
        }
        this->row_offsets.push_back(static_cast<Index>(this->column_indices.size()));
      }
    }
    this->values.assign(this->column_indices.size(), T(0));
    blocks_.reserve(elements.size() * Nodes * Nodes);
    for (const auto& element : elements) {
      for (const Index a : element) {
        const auto row = static_cast<std::size_t>(a);
        const auto begin = static_cast<std::size_t>(this->row_offsets[row * numbers]);
        for (const Index b : element) {
          const std::size_t position = graph.position(row, static_cast<std::size_t>(b));
          blocks_.push_back(begin + position * numbers);
        }
      }
    }
  }

  const std::vector<std::size_t>& blocks() const noexcept { return blocks_; }
  const std::vector<Index>& row_lengths() const noexcept { return row_lengths_; }

 private:
  std::vector<std::size_t> blocks_;
  std::vector<Index> row_lengths_;
};

}  // namespace etad::inline ETAD_ABI
