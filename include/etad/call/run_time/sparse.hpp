// SPDX-License-Identifier: MIT
// Sparse derivatives of run-time sized arguments: as many directions as the columns have colours.
#pragma once

#include <cstddef>
#include <cstdio>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/run_time/call.hpp>
#include <etad/call/run_time/sparsity.hpp>
#include <etad/call/run_time/tasks.hpp>

namespace etad::inline ETAD_ABI {

template <class Value, class Jacobian>
struct value_and_jacobian_result;
template <class Value, class Gradient, class Hessian>
struct value_gradient_hessian_result;

namespace detail {

[[noreturn]] inline void throw_wrong_sparsity(std::size_t rows, std::size_t columns,
                                              std::size_t seen_rows, std::size_t seen_columns) {
  char text[300];
  std::snprintf(text, sizeof text,
                "ETAD-159: etad requires a pattern of the size of the derivative, %zu x %zu; it is "
                "%zu x %zu. Nothing was written. Make it anew for these arguments by "
                "jacobian_sparsity_at or hessian_sparsity_at.",
                rows, columns, seen_rows, seen_columns);
  throw_invalid_argument(text);
}

/// The results of a coloured sweep, in memory of their own or of the caller. `values` of no elements are
/// not wanted; in front of the rows of the matrix there may be numbers that are values alone.
template <class T>
class nonzero_results {
 public:
  nonzero_results(const dynamic_sparsity& where, bool with_values, std::size_t rows_before = 0)
      : where_(&where),
        own_values_(with_values ? where.rows() + rows_before : 0),
        own_nonzeros_(where.nonzeros()),
        values_(own_values_),
        nonzeros_(own_nonzeros_),
        rows_before_(rows_before) {}
  /// `part` is the number of the span of the nonzeros, for errors.
  nonzero_results(const dynamic_sparsity& where, std::span<T> values, std::span<T> nonzeros,
                  std::size_t rows_before, std::size_t part)
      : where_(&where),
        values_(values),
        nonzeros_(nonzeros),
        rows_before_(rows_before),
        part_(part) {}

  template <class Y>
  void start(const Y&, std::size_t rows, std::size_t columns) {
    const std::size_t matrix_rows = rows - rows_before_;
    if (matrix_rows != where_->rows() || columns != where_->columns()) {
      throw_wrong_sparsity(matrix_rows, columns, where_->rows(), where_->columns());
    }
    if (!values_.empty() && values_.size() != rows) throw_wrong_size(0, rows, values_.size());
    if (nonzeros_.size() != where_->nonzeros()) {
      throw_wrong_size(part_, where_->nonzeros(), nonzeros_.size());
    }
  }
  void value(std::size_t i, const T& y) {
    if (!values_.empty()) values_[i] = y;
  }
  /// The nonzero k, which stands in row i of the products.
  void entry(std::size_t, std::size_t k, const T& slope) { nonzeros_[k] = slope; }

  std::span<T> values() const noexcept { return values_; }
  dynamic_sparse_matrix<T> matrix() && { return {*where_, std::move(own_nonzeros_)}; }

 private:
  const dynamic_sparsity* where_;
  std::vector<T> own_values_;
  std::vector<T> own_nonzeros_;
  std::span<T> values_;
  std::span<T> nonzeros_;
  std::size_t rows_before_ = 0;
  std::size_t part_ = 0;
};

/// Calls visit(k, row, colour) for each nonzero k, with the row in which it stands in the product for a
/// colour.
template <class Visit>
void for_each_nonzero(const dynamic_sparsity& where, Visit visit) {
  const bool own_row = where.product_rows.empty();
  for (std::size_t i = 0; i < where.rows(); ++i) {
    const auto end = static_cast<std::size_t>(where.row_offsets[i + 1]);
    for (auto k = static_cast<std::size_t>(where.row_offsets[i]); k < end; ++k) {
      const std::size_t row = own_row ? i : static_cast<std::size_t>(where.product_rows[k]);
      const std::size_t column = row == i ? static_cast<std::size_t>(where.column_indices[k]) : i;
      visit(k, row, static_cast<std::size_t>(where.colour_of_column[column]));
    }
  }
}

/// What a workspace keeps for coloured sweeps.
template <class T>
struct kept_products {
  std::vector<T> numbers;
  workspace inner;
};

/// A gradient that works in the same memory at each call.
template <class Gradient, class T>
struct gradient_in_memory {
  Gradient gradient;
  const workspace& memory;

  template <class... A>
  auto operator()(const A&... a) const {
    if constexpr (any_run_time_sized<A...>) {
      return gradient(a..., memory.keep<kept_products<T>>().inner);
    } else {
      return gradient(a...);
    }
  }
};

/// Runs f on duals whose lanes are colours of columns, and reads the nonzeros off the products: the sink
/// is called as by sweep_forward, with the number of a nonzero in place of a column. The first
/// `rows_before` numbers in f(x) are values alone.
template <int Lanes, class Wrt, class F, class Sink, class... A>
void coloured_sweep(const F& f, std::size_t rows_before, const dynamic_sparsity& where,
                    const workspace& memory, Sink& sink, const A&... a) {
  using scalar = run_time_scalar<A...>;
  using number = level<F, scalar, Lanes>;
  run_time_arguments<F, Wrt, number, A...> x(memory, a...);
  const std::size_t columns = x.columns();
  std::vector<scalar>& products = memory.keep<kept_products<scalar>>().numbers;
  products.resize(where.rows() * Lanes);
  const auto colours = static_cast<std::size_t>(where.colours);
  for (std::size_t first = 0; first == 0 || first < colours; first += Lanes) {
    const auto set_tangents = [&](scalar slope) {
      const std::size_t coloured = columns < where.columns() ? columns : where.columns();
      x.seed(0, coloured, [&](number& leaf, std::size_t j) {
        const std::size_t lane = static_cast<std::size_t>(where.colour_of_column[j]) - first;
        if (lane < Lanes) leaf.set_tangent(static_cast<int>(lane), slope);
      });
    };
    set_tangents(scalar(1));
    const auto y = x.call(f);
    if (first == 0) {
      sink.start(y, count_scalars(y), columns);
    }
    std::size_t i = 0;
    const auto take = [&](const auto& leaf) {
      if (first == 0) sink.value(i, primal_in<number>(leaf));
      if (i >= rows_before) {
        scalar* const row = products.data() + (i - rows_before) * Lanes;
        for (int lane = 0; lane < Lanes; ++lane) row[lane] = tangent_in<number>(leaf, lane);
      }
      ++i;
    };
    visit_scalars(y, take);
    for_each_nonzero(where, [&](std::size_t k, std::size_t row, std::size_t colour) {
      const std::size_t lane = colour - first;
      if (lane < Lanes) sink.entry(row, k, products[row * Lanes + lane]);
    });
    set_tangents(scalar(0));
  }
}

/// The same, no wider than the colours need: those of a band are three to five.
template <class Wrt, class F, class Sink, class... A>
void read_nonzeros(const F& f, std::size_t rows_before, const dynamic_sparsity& where,
                   const workspace& memory, Sink& sink, const A&... a) {
  constexpr int widest = lane_limit<run_time_scalar<A...>>;
  if constexpr (widest > 4) {
    if (where.colours <= 4) {
      return coloured_sweep<4, Wrt>(f, rows_before, where, memory, sink, a...);
    }
  }
  coloured_sweep<widest, Wrt>(f, rows_before, where, memory, sink, a...);
}

/// Calls use(pattern) with the one that is given, or with that of `task` at these arguments.
template <class Task, class Use, class... A>
auto with_sparsity(const dynamic_sparsity* given, const Task& task, const workspace& memory,
                   Use use, const A&... a) {
  if (given != nullptr) return use(*given);
  return use(task.compute(memory, a...));
}

/// The sparse Jacobian, behind the value if `WithValue`.
template <class F, class Wrt, bool WithValue>
struct run_time_sparse_jacobian {
  const F& f;
  const dynamic_sparsity* given = nullptr;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    require_generic<F, A...>();
    using scalar = run_time_scalar<A...>;
    using result = run_time_result<F, lane_limit<scalar>, A...>;
    static_assert(result_requirement<F, result>::met);
    const auto use = [&](const dynamic_sparsity& where) {
      if constexpr (WithValue) {
        shaped_results<scalar, result, nonzero_results<scalar>> results{{where, true}};
        read_nonzeros<Wrt>(f, 0, where, memory, results, a...);
        results.finish();
        return value_and_jacobian_result<decltype(results.y), dynamic_sparse_matrix<scalar>>{
            std::move(results.y), std::move(results.results).matrix()};
      } else {
        nonzero_results<scalar> results(where, false);
        read_nonzeros<Wrt>(f, 0, where, memory, results, a...);
        return std::move(results).matrix();
      }
    };
    return with_sparsity(given, jacobian_sparsity_task<F, Wrt>{f}, memory, use, a...);
  }

  template <class Spans, class... A>
  void write(const workspace& memory, const Spans& out, const A&... a) const {
    require_generic<F, A...>();
    using scalar = run_time_scalar<A...>;
    require_spans<scalar, WithValue ? 2 : 1>(out);
    std::span<scalar> values;
    if constexpr (WithValue) values = std::get<0>(out);
    const auto use = [&](const dynamic_sparsity& where) {
      nonzero_results<scalar> results(where, values, std::get < WithValue ? 1 : 0 > (out), 0,
                                      WithValue ? 1 : 0);
      read_nonzeros<Wrt>(f, 0, where, memory, results, a...);
    };
    with_sparsity(given, jacobian_sparsity_task<F, Wrt>{f}, memory, use, a...);
  }
};

/// The sparse Hessian as the Jacobian of Gradient, which returns the value of F before the gradient if
/// `WithValue`.
template <class Gradient, class F, class Wrt, bool WithValue>
struct run_time_sparse_hessian {
  const F& f;
  const dynamic_sparsity* given = nullptr;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    const auto use = [&](const dynamic_sparsity& where) {
      nonzero_results<scalar> results(where, WithValue, before);
      read_nonzeros<Wrt>(gradient_in_memory<Gradient, scalar>{{{f}}, memory}, before, where, memory,
                         results, a...);
      if constexpr (WithValue) {
        const scalar y = results.values()[0];
        auto gradient =
            mirrored_arguments<Wrt>(static_cast<const scalar*>(results.values().data() + 1), a...);
        return value_gradient_hessian_result<scalar, decltype(gradient),
                                             dynamic_sparse_matrix<scalar>>{
            y, std::move(gradient), std::move(results).matrix()};
      } else {
        return std::move(results).matrix();
      }
    };
    return with_sparsity(given, hessian_sparsity_task<F, Wrt>{f}, memory, use, a...);
  }

  template <class Spans, class... A>
  void write(const workspace& memory, const Spans& out, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    require_spans<scalar, WithValue ? 3 : 1>(out);
    const auto use = [&](const dynamic_sparsity& where) {
      std::vector<scalar> values(WithValue ? where.columns() + 1 : 0);
      if constexpr (WithValue) {
        if (std::get<0>(out).size() != 1) throw_wrong_size(0, 1, std::get<0>(out).size());
        const std::size_t slopes = std::get<1>(out).size();
        if (slopes != where.columns()) throw_wrong_size(1, where.columns(), slopes);
      }
      nonzero_results<scalar> results(where, values, std::get < WithValue ? 2 : 0 > (out), before,
                                      WithValue ? 2 : 0);
      read_nonzeros<Wrt>(gradient_in_memory<Gradient, scalar>{{{f}}, memory}, before, where, memory,
                         results, a...);
      if constexpr (WithValue) {
        std::get<0>(out)[0] = values[0];
        for (std::size_t j = 0; j < where.columns(); ++j) std::get<1>(out)[j] = values[j + 1];
      }
    };
    with_sparsity(given, hessian_sparsity_task<F, Wrt>{f}, memory, use, a...);
  }

 private:
  static constexpr std::size_t before = WithValue ? 1 : 0;
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
