// SPDX-License-Identifier: MIT
// The verbs on arguments of run-time size: sweeps of dual numbers, or of a tape.
#pragma once

#include <etad/call/duals/data_call.hpp>
#include <etad/call/run_time/tasks.hpp>

namespace etad::inline ETAD_ABI {

template <class Value, class Gradient>
struct value_and_gradient_result;
template <class Value, class Jacobian>
struct value_and_jacobian_result;
template <class Value, class Gradient, class Hessian>
struct value_gradient_hessian_result;

namespace detail {

/// The gradient of a function that returns one number, and its value if wanted.
template <class F, class Wrt, bool WithValue, jacobian_mode Mode = jacobian_mode::automatic>
struct run_time_gradient {
  const F& f;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    require_one_number<A...>();
    flat_results<scalar, false> results(0);
    run_time_sweep<Wrt, Mode, 1>(f, memory, results, a...);
    auto gradient = mirrored_arguments<Wrt>(std::as_const(results).entries().data(), a...);
    if constexpr (WithValue) {
      return value_and_gradient_result<scalar, decltype(gradient)>{results.values()[0],
                                                                   std::move(gradient)};
    } else {
      return gradient;
    }
  }

  template <class Spans, class... A>
  void write(const workspace& memory, const Spans& out, const A&... a) const {
    require_one_number<A...>();
    write_sweep<Wrt, WithValue, false, Mode, 1>(f, 0, memory, out, a...);
  }

 private:
  template <class... A>
  static constexpr void require_one_number() {
    // In reverse mode f is not looked at with duals, which it may refuse.
    if constexpr (Mode == jacobian_mode::reverse) {
      check_result<recorded_result<F, A...>>();
    } else {
      require_generic<F, A...>();
      check_result<run_time_result<F, lane_limit<run_time_scalar<A...>>, A...>>();
    }
  }
  template <class Result>
  static constexpr void check_result() {
    static_assert(!run_time_sized<Result> && shape<Result>::leaves == 1,
                  "ETAD-020: etad::gradient(f) requires f(x) to return one number; it returned "
                  "several. Did you mean etad::jacobian?");
  }
};

/// A sweep whose values keep the shape of f(x).
template <class Wrt, jacobian_mode Mode = jacobian_mode::automatic, class F, class... A>
auto shaped_sweep(const F& f, const workspace& memory, const A&... a) {
  require_generic<F, A...>();
  using scalar = run_time_scalar<A...>;
  using result = run_time_result<F, lane_limit<scalar>, A...>;
  static_assert(result_requirement<F, result>::met);
  shaped_results<scalar, result, flat_results<scalar, false>> results{
      flat_results<scalar, false>(0)};
  run_time_sweep<Wrt, Mode>(f, memory, results, a...);
  return results;
}

/// The Jacobian as one matrix, whose columns are all differentiated numbers one after the other.
template <class F, class Wrt, bool WithValue, jacobian_mode Mode = jacobian_mode::automatic>
struct run_time_jacobian {
  const F& f;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    auto results = shaped_sweep<Wrt, Mode>(f, memory, a...);
    if constexpr (WithValue) {
      results.finish();
      auto matrix = results.results.matrix_for(a...);
      return value_and_jacobian_result<decltype(results.y), decltype(matrix)>{std::move(results.y),
                                                                              std::move(matrix)};
    } else {
      return results.results.matrix_for(a...);
    }
  }

  template <class Spans, class... A>
  void write(const workspace& memory, const Spans& out, const A&... a) const {
    write_sweep<Wrt, WithValue, false, Mode>(f, 0, memory, out, a...);
  }
};

/// A sink for a sweep of value_and_gradient: value, gradient and Hessian in memory of the caller.
template <class T>
struct second_order_results {
  std::span<T> first;
  std::span<T> gradient;
  std::span<T> hessian;
  std::size_t columns = 0;

  template <class Y>
  void start(const Y&, std::size_t, std::size_t all_columns) {
    columns = all_columns;
    const auto check = [](std::size_t part, std::size_t required, std::size_t seen) {
      if (seen != required) throw_wrong_size(part, required, seen);
    };
    check(0, 1, first.size());
    check(1, columns, gradient.size());
    check(2, columns * columns, hessian.size());
  }
  void value(std::size_t i, const T& y) { (i == 0 ? first[0] : gradient[i - 1]) = y; }
  void entry(std::size_t i, std::size_t j, const T& slope) {
    if (i <= j) return;
    hessian[(i - 1) * columns + j] = hessian[j * columns + (i - 1)] = slope;
  }
};

/// The Hessian as the Jacobian of Gradient, which returns the value before the gradient if
/// `WithValue`; the lower triangle serves both.
template <class Gradient, class Wrt, bool WithValue>
struct run_time_hessian {
  Gradient f;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    flat_results<scalar, true> results(WithValue ? 1 : 0);
    run_time_sweep<Wrt>(f, memory, results, a...);
    if constexpr (WithValue) {
      auto gradient =
          mirrored_arguments<Wrt>(static_cast<const scalar*>(results.values().data() + 1), a...);
      auto matrix = results.matrix_for(a...);
      return value_gradient_hessian_result<scalar, decltype(gradient), decltype(matrix)>{
          results.values()[0], std::move(gradient), std::move(matrix)};
    } else {
      return results.matrix_for(a...);
    }
  }

  template <class Spans, class... A>
  void write(const workspace& memory, const Spans& out, const A&... a) const {
    if constexpr (WithValue) {
      using scalar = run_time_scalar<A...>;
      require_spans<scalar, 3>(out);
      second_order_results<scalar> results{std::get<0>(out), std::get<1>(out), std::get<2>(out)};
      run_time_sweep<Wrt>(f, memory, results, a...);
    } else {
      write_sweep<Wrt, false, true>(f, 0, memory, out, a...);
    }
  }
};

/// The derivative by one number of a function whose result is of run-time size.
template <class F, class Wrt>
struct run_time_derivative {
  const F& f;

  template <class... A>
  auto compute(const workspace& memory, const A&... a) const {
    using scalar = run_time_scalar<A...>;
    auto results = shaped_sweep<Wrt>(f, memory, a...);
    const scalar* next = results.results.entries().data();
    return in_shape_of<scalar>(results.y, next);
  }
};

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
