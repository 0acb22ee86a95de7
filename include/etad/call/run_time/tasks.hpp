// SPDX-License-Identifier: MIT
// What verbs compute of run-time sized arguments, and in what form they return it.
#pragma once

#include <cstddef>
#include <span>
#include <tuple>
#include <vector>

#include <etad/call/run_time/reverse_sweep.hpp>
#include <etad/call/run_time/sizes.hpp>
#include <etad/core/dynamic_matrix.hpp>

namespace etad::inline ETAD_ABI::detail {

/// The results of a sweep, by rows, in memory of their own or of the caller.
template <class T, bool Symmetric>
class flat_results {
 public:
  flat_results() = default;
  /// `values` may be empty if they are not wanted.
  flat_results(std::span<T> values, std::span<T> entries, int first_row)
      : values_(values), entries_(entries), first_row_(first_row), borrowed_(true) {}
  explicit flat_results(int first_row) : first_row_(first_row) {}

  template <class Y>
  void start(const Y&, std::size_t rows, std::size_t columns) {
    columns_ = columns;
    rows_ = rows - static_cast<std::size_t>(first_row_);
    if (borrowed_) {
      std::size_t part = 0;
      if (!values_.empty()) check(part++, values_.size(), rows);
      check(part, entries_.size(), rows_ * columns);
    } else {
      own_values_.resize(rows);
      own_entries_.resize(rows_ * columns);
      values_ = own_values_;
      entries_ = own_entries_;
    }
  }
  void value(std::size_t i, const T& y) {
    if (!values_.empty()) values_[i] = y;
  }
  void entry(std::size_t i, std::size_t j, const T& slope) {
    if (i < static_cast<std::size_t>(first_row_)) return;
    const std::size_t row = i - static_cast<std::size_t>(first_row_);
    if constexpr (Symmetric) {
      if (row < j) return;
      entries_[j * columns_ + row] = slope;
    }
    entries_[row * columns_ + j] = slope;
  }

  std::span<T> values() const { return values_; }
  std::span<T> entries() const { return entries_; }

  /// As a matrix of the kind that goes with arguments of types A....
  template <class... A>
  auto matrix_for(const A&...) const {
    using matrix = typename dynamic_matrix_of<T, A...>::type;
    using index = decltype(std::declval<const matrix&>().rows());
    matrix result(static_cast<index>(rows_), static_cast<index>(columns_));
    for (std::size_t i = 0; i < rows_; ++i) {
      for (std::size_t j = 0; j < columns_; ++j) {
        result(static_cast<index>(i), static_cast<index>(j)) = entries_[i * columns_ + j];
      }
    }
    return result;
  }

 private:
  static void check(std::size_t part, std::size_t seen, std::size_t required) {
    if (seen != required) throw_wrong_size(part, required, seen);
  }

  std::span<T> values_;
  std::span<T> entries_;
  std::vector<T> own_values_;
  std::vector<T> own_entries_;
  std::size_t rows_ = 0;
  std::size_t columns_ = 0;
  int first_row_ = 0;
  bool borrowed_ = false;
};

/// What F returns on duals of so many lanes.
template <class F, int Lanes, class... A>
using run_time_result =
    result_of<const F&,
              const typename sized<A>::template rebind<level<F, run_time_scalar<A...>, Lanes>>&...>;

/// Stops with a code where F takes plain numbers alone.
template <class F, class... A>
constexpr void require_generic() {
  static_assert(
      accepts<const F&,
              const typename sized<A>::template rebind<level<F, run_time_scalar<A...>, 1>>&...>,
      "ETAD-013: etad runs the callable on etad::dual in place of the scalar type, in vectors and "
      "spans too, and requires it to accept that; it does not. Make it generic: auto or template "
      "parameters for every scalar, const auto& for std::vector and std::span; write using "
      "std::sin; "
      "sin(x) where it says std::sin(x), or include <etad/interop/std.hpp>; leave what it takes as "
      "data out of wrt.");
}

/// Scalars in the shape of `like`.
template <class T, class A>
auto in_shape_of(const A& like, const T*& next) {
  using mirrored = typename sized<A>::template mirrored<T>;
  mirrored result = sized<A>::template like<mirrored>(like);
  const auto set = [&](T& leaf) { leaf = *next++; };
  visit_scalars(result, set);
  return result;
}

/// A gradient in the shape of the differentiated arguments, a tuple of several.
template <class Wrt, class T, class... A>
auto mirrored_arguments(const T* next, const A&... a) {
  const auto all = std::tie(a...);
  auto parts = [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    const auto one = [&]<std::size_t K>(std::integral_constant<std::size_t, K>) {
      if constexpr (Wrt::selects(static_cast<int>(K))) {
        return std::tuple{in_shape_of<T>(std::get<K>(all), next)};
      } else {
        return std::tuple<>{};
      }
    };
    // Braces, which tell the order: each part takes its numbers from `next`.
    using pieces = std::tuple<decltype(one(std::integral_constant<std::size_t, Index>{}))...>;
    return std::apply([](auto&&... piece) { return std::tuple_cat(std::move(piece)...); },
                      pieces{one(std::integral_constant<std::size_t, Index>{})...});
  }
  (std::index_sequence_for<A...>{});
  if constexpr (std::tuple_size_v<decltype(parts)> == 1) {
    return std::get<0>(std::move(parts));
  } else {
    return parts;
  }
}

/// Where the value of f is kept in its own shape.
template <class T, class Y, class Results>
struct shaped_results {
  using shaped = typename sized<Y>::template mirrored<T>;
  Results results;
  shaped y{};

  template <class Result>
  void start(const Result& result, std::size_t rows, std::size_t columns) {
    y = sized<Result>::template like<shaped>(result);
    results.start(result, rows, columns);
  }
  void value(std::size_t i, const T& value) { results.value(i, value); }
  void entry(std::size_t i, std::size_t j, const T& slope) { results.entry(i, j, slope); }
  const T& weight(std::size_t i) const requires requires(const Results& r) { r.weight(i); }
  { return results.weight(i); }
  void sum(std::size_t j, const T& sum) { results.sum(j, sum); }
  void finish() {
    std::size_t i = 0;
    const auto set = [&](T& leaf) { leaf = results.values()[i++]; };
    visit_scalars(y, set);
  }
};

/// The caller's memory is one span of T for each of Count parts of the result.
template <class T, std::size_t Count, class... Span>
constexpr void require_spans(const std::tuple<Span...>&) {
  static_assert(sizeof...(Span) == Count,
                "ETAD-031: etad requires one trailing std::span for each result of the verb: value "
                "before derivative, and Hessian last; jvp, vjp and hvp have one. Input spans are "
                "std::span<const T>.");
  static_assert(
      (std::same_as<typename Span::element_type, T> && ...),
      "ETAD-032: etad requires output spans of the scalar type of the call, the common type of its "
      "arguments; another element type was seen. Pass std::span<T>.");
}

/// A sweep into memory of the caller: the values if wanted, then the derivatives.
template <class Wrt, bool WithValue, bool Symmetric, jacobian_mode Mode = jacobian_mode::automatic,
          std::size_t Rows = unknown_rows, class F, class Spans, class... A>
void write_sweep(const F& f, int first_row, const workspace& memory, const Spans& out,
                 const A&... a) {
  using scalar = run_time_scalar<A...>;
  require_spans<scalar, WithValue ? 2 : 1>(out);
  if constexpr (WithValue) {
    flat_results<scalar, Symmetric> results(std::get<0>(out), std::get<1>(out), first_row);
    run_time_sweep<Wrt, Mode, Rows>(f, memory, results, a...);
  } else {
    flat_results<scalar, Symmetric> results({}, std::get<0>(out), first_row);
    run_time_sweep<Wrt, Mode, Rows>(f, memory, results, a...);
  }
}

}  // namespace etad::inline ETAD_ABI::detail
