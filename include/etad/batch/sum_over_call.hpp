// SPDX-License-Identifier: MIT
// The programs of sums over points, and how they run.
#pragma once

#include <atomic>
#include <cstdlib>
#include <exception>
#include <vector>

#include <etad/batch/vmap_call.hpp>
#include <etad/call/duals/data_call.hpp>
#include <etad/eval/batch_sum.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

/// Thrown by a sum whose progress callback returned false.
struct stopped : std::exception {
  const char* what() const noexcept override {
    return "etad::sum_over was stopped by its progress callback; there is no result.";
  }
};

namespace detail {

/// Without exceptions a sum that is stopped ends the program, as other errors do.
[[noreturn]] inline void throw_stopped() {
#if defined(__cpp_exceptions)
  throw stopped{};
#else
  std::abort();
#endif
}

/// A program without its repeated outputs (a Hessian is symmetric) and its structural zeros.
template <class Program>
struct condensed {
  static constexpr wide_schedule value = [] {
    const program p = thaw(Program::value);
    program result = p;
    result.outputs = {};
    buffer<char> seen(p.code.size());
    for (const value_id k : p.outputs) {
      if (!p.is_constant(k, 0.0) && seen[k] == 0) result.outputs.push_back(k);
      seen[k] = 1;
    }
    return freeze(result);
  }();
  /// The output of `value` that is output k of the whole program; -1 for zero.
  static constexpr auto slots = [] {
    std::array<int, static_cast<std::size_t>(at_least_one(Program::value.output_count))> table{};
    buffer<int> slot(static_cast<std::size_t>(Program::value.size), -1);
    for (int k = 0; k < value.output_count; ++k) slot[value.outputs[k]] = k;
    for (int k = 0; k < Program::value.output_count; ++k) {
      table[static_cast<std::size_t>(k)] = slot[Program::value.outputs[k]];
    }
    return table;
  }();
};

/// Tells nobody.
struct no_progress {};

/// Runs the blocks of a sum, on one thread or several: in both cases the blocks are added in the
/// same pairs. Kernel::run(inputs, first, last, sums) sums one block.
template <class Kernel, class Policy, class Progress>
void sum_points(Policy&& policy, const Progress& progress, const typename Kernel::inputs& in,
                std::size_t n, typename Kernel::scalar* result) {
  using scalar = typename Kernel::scalar;
  constexpr auto sums = static_cast<std::size_t>(at_least_one(Kernel::sums));
  const std::size_t blocks = (n + sum_block - 1) / sum_block;
  std::atomic<std::size_t> done = 0;
  std::atomic<bool> stop = false;
  const auto block = [&](std::size_t i, scalar* numbers) {
    const std::size_t first = i * sum_block;
    const std::size_t last = n - first < sum_block ? n : first + sum_block;
    Kernel::run(in, first, last, numbers);
    if constexpr (!std::same_as<Progress, no_progress>) {
      if (!progress(done += last - first, n)) stop = true;
      return !stop;
    }
    return true;
  };
  if constexpr (std::same_as<std::remove_cvref_t<Policy>, one_thread>) {
    sum_blocks<sums>(0, blocks, result, block);
  } else {
    // A power of two of blocks each, so that their sums are those of the tree of all blocks.
    std::size_t share = 1;
    while (blocks / share > 64) share *= 2;
    const std::size_t shares = (blocks + share - 1) / share;
    std::vector<std::array<scalar, sums>> parts(shares);
    run_blocks(std::forward<Policy>(policy), shares, [&](std::size_t i) {
      if (stop) return;
      const std::size_t first = i * share;
      sum_blocks<sums>(first, blocks - first < share ? blocks - first : share, parts[i].data(),
                       block);
    });
    sum_blocks<sums>(0, shares, result, [&](std::size_t i, scalar* numbers) {
      for (std::size_t k = 0; k < sums; ++k) numbers[k] = parts[i][k];
      return true;
    });
  }
  if (stop) throw_stopped();
}

template <class Sums, class Pack, class Strides, class Policy, class Progress, class... A>
void sum_arguments(Policy&& policy, const Progress& progress, std::size_t n,
                   pack_scalar<Pack>* result, const A&... a) {
  input_addresses<Pack, Strides> from;
  (points<A>::visit(a, from), ...);
  sum_points<Sums>(std::forward<Policy>(policy), progress, from.in, n, result);
}

/// The sum of the results of Plan's program over n points.
template <class Plan, class Pack, class Policy, class Progress, class... A>
typename Plan::result sum_of_results(Policy&& policy, const Progress& progress, std::size_t n,
                                     const A&... a) {
  using source = condensed<typename Plan::program>;
  using strides = strides_of<A...>;
  using kernel = batch_sum<full_form<source>, regular_form<source>, Pack, strides,
                           sum_of_outputs<source::value.output_count>>;
  using scalar = pack_scalar<Pack>;
  std::array<scalar, static_cast<std::size_t>(at_least_one(kernel::sums))> sums{};
  if (n != 0) {
    sum_arguments<kernel, Pack, strides>(std::forward<Policy>(policy), progress, n, sums.data(),
                                         a...);
  }
  typename Plan::result result;
  std::size_t k = 0;
  const auto store = [&](auto& leaf) {
    const int slot = source::slots[k++];
    leaf = slot < 0 ? scalar(0) : sums[static_cast<std::size_t>(slot)];
  };
  shape_of<decltype(result)>::visit(result, store);
  return result;
}

/// The sum for callables that etad cannot trace, row by row and block by block.
template <class G, class Progress, class P, class... A>
auto loop_over_rows(const G& g, const Progress& progress, std::size_t n, const P& parameters,
                    const A&... a) {
  using result = std::remove_cvref_t<
      std::invoke_result_t<const G&, const P&, const typename points<A>::element&...>>;
  using scalar = typename shape<result>::scalar;
  result total{};
  const auto add = [](result& to, const result& one) {
    const scalar* numbers[at_least_one(shape<result>::leaves)];
    std::size_t k = 0;
    const auto find = [&](const auto& leaf) { numbers[k++] = &leaf; };
    shape<result>::visit(one, find);
    k = 0;
    const auto sum = [&](auto& leaf) { leaf += *numbers[k++]; };
    shape<result>::visit(to, sum);
  };
  for (std::size_t first = 0; first < n; first += sum_block) {
    const std::size_t last = n - first < sum_block ? n : first + sum_block;
    result block{};
    for (std::size_t i = first; i < last; ++i) add(block, g(parameters, points<A>::at(a, i)...));
    add(total, block);
    if constexpr (!std::same_as<Progress, no_progress>) {
      if (!progress(last, n)) throw_stopped();
    }
  }
  restore_data<wrt_t<0>, 1>(total, std::tuple<const P*>(&parameters));
  return total;
}

/// r'r, J'r and J'J of one row, for kernels that etad cannot trace.
template <class Kernel>
struct row_equations {
  const Kernel& kernel;

  template <class P, class... A>
  auto operator()(const P& parameters, const A&... a) const {
    const auto one = value_and_jacobian(kernel, wrt_t<0>{})(parameters, a...);
    const auto& slopes = one.jacobian;
    using scalar = typename shape_of<decltype(slopes)>::scalar;
    constexpr auto columns = static_cast<std::size_t>(shape<P>::leaves);
    std::tuple<scalar, rebind<P, scalar>, matrix<scalar, columns, columns>> result{};
    scalar& squares = std::get<0>(result);
    auto& gradient = std::get<1>(result);
    auto& products = std::get<2>(result);
    std::array<scalar, columns> sums{};
    std::size_t row = 0;
    const auto add = [&](const auto& r) {
      squares += static_cast<scalar>(r) * static_cast<scalar>(r);
      for (std::size_t i = 0; i < columns; ++i) {
        sums[i] += slopes(row, i) * static_cast<scalar>(r);
        for (std::size_t j = 0; j < columns; ++j) products(i, j) += slopes(row, i) * slopes(row, j);
      }
      ++row;
    };
    shape_of<decltype(one.value)>::visit(one.value, add);
    std::size_t next = 0;
    const auto store = [&](auto& leaf) { leaf = sums[next++]; };
    shape_of<decltype(gradient)>::visit(gradient, store);
    return result;
  }
};

/// The normal equations of the residuals that kernel returns at n points, by Call's Jacobian.
template <class Call, class Pack, class Result, class Policy, class Progress, class... A>
Result sum_of_normal_equations(Policy&& policy, const Progress& progress, std::size_t n,
                               const A&... a) {
  using source = jacobian_of<Call, wanted_outputs<true>>;
  using strides = strides_of<A...>;
  constexpr int columns = Call::selected_leaves;
  using kernel = batch_sum<full_form<source>, regular_form<source>, Pack, strides,
                           sum_of_squares<Call::results, columns>>;
  using scalar = pack_scalar<Pack>;
  std::array<scalar, static_cast<std::size_t>(kernel::sums)> sums{};
  if (n != 0) {
    sum_arguments<kernel, Pack, strides>(std::forward<Policy>(policy), progress, n, sums.data(),
                                         a...);
  }
  Result result;
  result.value = sums[0] / 2;
  const scalar* next = sums.data() + 1;
  const auto store = [&](auto& leaf) { leaf = *next++; };
  shape_of<decltype(result.gradient)>::visit(result.gradient, store);
  for (std::size_t i = 0; i < static_cast<std::size_t>(columns); ++i) {
    for (std::size_t j = 0; j <= i; ++j) result.matrix(i, j) = result.matrix(j, i) = *next++;
  }
  return result;
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
