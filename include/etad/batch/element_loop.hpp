// SPDX-License-Identifier: MIT
// Sums over elements of callables that etad cannot trace: element by element, on dual numbers.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/batch/vmap_points.hpp>
#include <etad/eval/batch_elements.hpp>

namespace etad::inline ETAD_ABI::detail {

/// Points of elements, gathered, before the data of each element.
template <class G, class X, std::size_t Nodes, class... A>
struct element_call {
  const G& g;
  const X& x;
  std::tuple<const A&...> data;

  template <class Index>
  constexpr auto operator()(const std::array<Index, Nodes>& nodes, std::size_t element) const {
    return [&]<std::size_t... Node, std::size_t... At>(std::index_sequence<Node...>,
                                                       std::index_sequence<At...>) {
      return g(points<X>::at(x, static_cast<std::size_t>(nodes[Node]))...,
               points<A>::at(std::get<At>(data), element)...);
    }
    (std::make_index_sequence<Nodes>{}, std::index_sequence_for<A...>{});
  }
};

/// What element_batch does, by calls of g. Their results are numbers in the order that Slots of
/// element_batch says: value, derivatives by node, blocks of the Hessian.
template <class Call, class T, class Index, int Nodes, int Leaves, class GradientStrides,
          bool WithGradient, bool WithHessian>
struct element_loop {
  using scalar = T;
  static constexpr int sums = 1;
  static constexpr int numbers = Nodes * Leaves;
  static constexpr std::size_t results = static_cast<std::size_t>(
      1 + (WithGradient ? numbers : 0) + (WithHessian ? numbers * numbers : 0));

  struct inputs {
    const Call* call;
    const std::array<Index, Nodes>* elements;
    element_targets<T, Index, GradientStrides> to;
  };
  using stored = std::array<T, results>;
  static constexpr std::size_t packs_of(std::size_t elements) { return elements; }

  static void run(const inputs& all, std::size_t first, std::size_t last, scalar* value) {
    *value = scalar(0);
    for (std::size_t e = first; e < last; ++e) {
      const stored one = results_of(all, e);
      *value += one[0];
      add(all, e, one, [](std::size_t) { return true; });
    }
  }
  static void evaluate(const inputs& all, std::size_t first, std::size_t last, scalar* value,
                       stored* kept) {
    *value = scalar(0);
    for (std::size_t e = first; e < last; ++e, ++kept) {
      *kept = results_of(all, e);
      *value += (*kept)[0];
    }
  }
  static void add_kept(const inputs& all, std::size_t first, std::size_t last, const stored* kept,
                       std::size_t first_point, std::size_t last_point) {
    for (std::size_t e = first; e < last; ++e, ++kept) {
      add(all, e, *kept, [&](std::size_t p) { return p - first_point < last_point - first_point; });
    }
  }

 private:
  static stored results_of(const inputs& all, std::size_t e) {
    stored one{};
    std::size_t k = 0;
    const auto take = [&](const auto& leaf) { one[k++] = static_cast<T>(leaf); };
    const auto result = (*all.call)(all.elements[e], e);
    shape_of<decltype(result)>::visit(result, take);
    return one;
  }

  template <class Contains>
  static void add(const inputs& all, std::size_t e, const stored& one, const Contains& contains) {
    if constexpr (WithGradient) {
      std::size_t next = 1;
      for (const Index node : all.elements[e]) {
        const auto point = static_cast<std::size_t>(node);
        for (std::size_t i = 0; i < static_cast<std::size_t>(Leaves); ++i, ++next) {
          if (!contains(point)) continue;
          all.to.gradient[i][point * GradientStrides::value[i]] += one[next];
        }
      }
    }
    if constexpr (WithHessian) {
      const std::size_t* block = all.to.blocks + e * Nodes * Nodes;
      std::size_t next = 1 + static_cast<std::size_t>(numbers);
      for (const Index node : all.elements[e]) {
        const auto point = static_cast<std::size_t>(node);
        const auto length = static_cast<std::size_t>(all.to.row_lengths[point]);
        for (int other = 0; other < Nodes; ++other, ++block) {
          T* row = all.to.values + *block;
          for (int i = 0; i < Leaves; ++i, row += length) {
            for (int j = 0; j < Leaves; ++j, ++next) {
              if (contains(point)) row[j] += one[next];
            }
          }
        }
      }
    }
  }
};

}  // namespace etad::inline ETAD_ABI::detail
