// SPDX-License-Identifier: MIT
// Sums over rows of data that many processes share, each of which has some of the rows. The sum is that of a fixed
// tree over blocks of rows, the tree of sum_over, so that its bits do not depend on how many take part.
#pragma once

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include <etad/core/sized.hpp>
#include <etad/eval/batch_sum.hpp>

namespace etad::inline ETAD_ABI {

/// The rows [first, last).
struct row_range {
  std::size_t first;
  std::size_t last;
};

/// A group of one: where there is no MPI, and in tests. What sum_of_rows needs of a group of processes ("ranks") has the
/// same names in etad::mpi_ranks (etad/interop/mpi.hpp).
struct one_rank {
  static constexpr std::size_t rank() noexcept { return 0; }
  static constexpr std::size_t size() noexcept { return 1; }
  /// Runs f; with several ranks, all throw where one does.
  template <class F>
  static auto together(const F& f) {
    return f();
  }
  /// Turns the numbers of the parts of each rank, part after part, into those of all parts, summed by `sum`; see
  /// mpi_ranks::sum.
  template <class T, class Sum>
  static void sum(std::vector<T>& numbers, std::size_t count, const std::vector<std::size_t>&,
                  const Sum& sum) {
    sum(numbers.data(), count);
    numbers.resize(count);
  }
};

namespace detail {

/// The type of the numbers in a result: that of the first of its parts.
template <class A>
struct number_in {
  using type = typename sized<A>::scalar;
};
template <parts_of_run_time_size A>
struct number_in<A> : number_in<decltype(A::parts(std::declval<A&>()))> {};
template <class First, class... Rest>
  requires is_tuple_of_run_time_size<std::tuple<First, Rest...>>
struct number_in<std::tuple<First, Rest...>> : number_in<std::remove_cvref_t<First>> {
};

/// A subtree of the tree over all blocks.
struct block_node {
  std::size_t first;
  std::size_t count;
};

inline std::size_t blocks_of(std::size_t rows) { return (rows + sum_block - 1) / sum_block; }

/// The blocks of a rank. Their borders are multiples of a power of two, so that they are few subtrees: one rank has at
/// most an eighth more than another.
inline block_node blocks_of_rank(std::size_t blocks, std::size_t rank, std::size_t ranks) {
  std::size_t unit = 1;
  while (blocks / (2 * unit) >= 8 * ranks) unit *= 2;
  const std::size_t units = (blocks + unit - 1) / unit;
  const std::size_t first = (std::min)(blocks, units * rank / ranks * unit);
  const std::size_t last = (std::min)(blocks, units * (rank + 1) / ranks * unit);
  return {first, last - first};
}

/// The largest subtrees that the blocks of a rank consist of.
inline std::vector<block_node> subtrees_of(block_node part, std::size_t blocks) {
  std::vector<block_node> nodes;
  const std::size_t end = part.first + part.count;
  for (std::size_t first = part.first; first < end;) {
    std::size_t size = 1;
    while (first % (2 * size) == 0 && size < blocks &&
           (first + 2 * size <= end || (end == blocks && first + size < end))) {
      size *= 2;
    }
    nodes.push_back({first, (std::min)(size, end - first)});
    first += nodes.back().count;
  }
  return nodes;
}

/// Adds up the tree over all blocks from the sums of `nodes`, which are its leaves, in their order.
template <class T>
class tree_sum {
 public:
  tree_sum(const std::vector<block_node>& nodes, const T* numbers, std::size_t count)
      : nodes_(nodes), numbers_(numbers), count_(count) {}

  /// Writes the sum of [first, first + count) to `result`.
  void operator()(std::size_t first, std::size_t count, T* result) {
    if (nodes_[next_].first == first && nodes_[next_].count == count) {
      std::copy_n(numbers_ + next_++ * count_, count_, result);
      return;
    }
    std::size_t half = 1;
    while (2 * half < count) half *= 2;
    (*this)(first, half, result);
    std::vector<T> other(count_);
    (*this)(first + half, count - half, other.data());
    for (std::size_t k = 0; k < count_; ++k) result[k] += other[k];
  }

 private:
  const std::vector<block_node>& nodes_;
  const T* numbers_;
  std::size_t count_;
  std::size_t next_ = 0;
};

}  // namespace detail

/// The rows that a rank of the group has to have for sum_of_rows over n rows: whole blocks, one after the other by rank.
template <class Ranks>
row_range rows_of(const Ranks& ranks, std::size_t n) {
  const auto part = detail::blocks_of_rank(detail::blocks_of(n), ranks.rank(), ranks.size());
  return {(std::min)(n, part.first * detail::sum_block),
          (std::min)(n, (part.first + part.count) * detail::sum_block)};
}

/// The sum over n rows of which each rank has those of rows_of(ranks, n); all ranks call it and get the same. sum(first,
/// last) is the sum over some of the rank's rows, a number or whatever holds numbers: what sum_over makes of a part of
/// the data,
///
///   const auto [first, last] = etad::rows_of(ranks, n);             // load these into x
///   const auto all = etad::sum_of_rows(ranks, n, [&](std::size_t from, std::size_t to) {
///     return loss.value_and_gradient(parameters, std::span(x).subspan(from - first, to - from));
///   });
///
/// or a loop of your own over blocks. Rows are added in the tree of sum_over: with a sum by sum_over the result has the
/// bits of one sum_over over all rows, for any number of ranks and threads. Cost: with m numbers in the result and R
/// ranks, each sends and receives about (p + 1) m numbers, where p, at most 2 log2(n / (512 R)) and mostly below 5, is
/// how many subtrees its rows are. Where sum throws on some rank, all throw (mpi_ranks::together).
template <class Ranks, class Sum>
auto sum_of_rows(const Ranks& ranks, std::size_t n, const Sum& sum) {
  using result = decltype(sum(n, n));
  using scalar = typename detail::number_in<result>::type;
  const std::size_t blocks = detail::blocks_of(n);
  std::vector<std::size_t> parts(ranks.size());
  std::vector<detail::block_node> all;
  std::vector<detail::block_node> own;
  for (std::size_t rank = 0; rank < ranks.size(); ++rank) {
    const auto nodes =
        detail::subtrees_of(detail::blocks_of_rank(blocks, rank, ranks.size()), blocks);
    parts[rank] = nodes.size();
    all.insert(all.end(), nodes.begin(), nodes.end());
    if (rank == ranks.rank()) own = nodes;
  }
  std::vector<scalar> numbers;
  auto total = ranks.together([&] {
    const auto row = [n](std::size_t block) { return (std::min)(n, block * detail::sum_block); };
    // Of no rows: the shape, for ranks that have none.
    auto one = sum(rows_of(ranks, n).first, rows_of(ranks, n).first);
    const auto append = [&](const auto& x) { numbers.push_back(x); };
    for (const auto& node : own) {
      one = sum(row(node.first), row(node.first + node.count));
      detail::visit_scalars(one, append);
    }
    return one;
  });
  const std::size_t count = detail::count_scalars(total);
  if (blocks == 0) return total;
  ranks.sum(numbers, count, parts, [&](scalar* slice, std::size_t width) {
    std::vector<scalar> sums(width);
    detail::tree_sum<scalar>(all, slice, width)(0, blocks, sums.data());
    std::copy(sums.begin(), sums.end(), slice);
  });
  std::size_t k = 0;
  const auto store = [&](auto& x) { x = numbers[k++]; };
  detail::visit_scalars(total, store);
  return total;
}

}  // namespace etad::inline ETAD_ABI
