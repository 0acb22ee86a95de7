// SPDX-License-Identifier: MIT
// Sums over data rows, with their derivatives by parameters that all rows share.
//
//   constexpr auto sum = etad::sum_over(kernel);      kernel(parameters, row...)
//   sum(parameters, row...)                           the sum of kernel over all rows
//   gradient(sum)(parameters, row...)                 or sum.gradient(parameters, row...)
//   value_and_gradient, hessian, value_gradient_hessian, gauss_newton likewise
//   sum.gradient(policy, parameters, row...)          on the threads of a policy of <execution>
//   sum.with_progress(f)                              tells f(done, total) between blocks of rows;
//                                                     false stops the sum, which throws etad::stopped
//
// The parameters are one argument of any kind; rows are ranges or structures of arrays as in vmap.
#pragma once

#include <etad/api/hessian.hpp>
#include <etad/api/sum_over_call.hpp>
#include <etad/api/vmap.hpp>

namespace etad::inline ETAD_ABI {

/// What a Gauss-Newton step needs of residuals r: r'r / 2, its gradient J'r and the matrix J'J.
template <class Value, class Gradient, class Matrix>
struct gauss_newton_result {
  Value value;
  Gradient gradient;
  Matrix matrix;

  constexpr bool operator==(const gauss_newton_result&) const = default;
};

template <class Kernel, class Lanes, class Progress = detail::no_progress>
struct sum_over_function {
  [[no_unique_address]] Kernel kernel;
  [[no_unique_address]] Progress progress;

  /// The same sum that calls progress(rows done, all rows) between blocks of rows; where it returns
  /// false the sum ends and etad::stopped is thrown. With several threads it is called by all of
  /// them, possibly at the same time.
  template <class Callback>
  constexpr sum_over_function<Kernel, Lanes, Callback> with_progress(Callback callback) const {
    return {kernel, callback};
  }

  template <class... X>
  constexpr auto operator()(const X&... x) const {
    return sum(kernel, x...);
  }
  template <class... X>
  constexpr auto value(const X&... x) const {
    return sum(kernel, x...);
  }
  template <class... X>
  constexpr auto gradient(const X&... x) const {
    return sum(etad::gradient(kernel, wrt<0>), x...);
  }
  template <class... X>
  constexpr auto value_and_gradient(const X&... x) const {
    return sum(etad::value_and_gradient(kernel, wrt<0>), x...);
  }
  template <class... X>
  constexpr auto hessian(const X&... x) const {
    return sum(etad::hessian(kernel, wrt<0>), x...);
  }
  template <class... X>
  constexpr auto value_gradient_hessian(const X&... x) const {
    return sum(etad::value_gradient_hessian(kernel, wrt<0>), x...);
  }

 private:
  template <class G, class First, class... Rest>
  constexpr auto sum(const G& g, const First& first, const Rest&... rest) const {
    if constexpr (detail::batch_argument<First>) {
      return rows(g, detail::one_thread{}, first, rest...);
    } else {
      return rows(g, first, rest...);
    }
  }

  template <class G, class Policy, class P, class... A>
  auto rows(const G&, Policy&& policy, const P& parameters, const A&... a) const {
    using detail::points;
    using plan = detail::batch_plan<G, P, typename points<A>::element...>;
    using scalar = typename plan::scalar;
    const std::size_t n = size(a...);
    return detail::sum_of_results<plan, typename Lanes::template pack<scalar>>(
        policy, progress, n, shared(parameters), a...);
  }

  template <class... A>
  static std::size_t size(const A&... a) {
    static_assert((detail::points<A>::many || ...),
                  "ETAD-049: etad::sum_over requires at least one argument after the parameters "
                  "that is a range over rows: a std::span, a std::vector or a std::array of such. "
                  "All were single values. Wrap a std::array of rows in etad::each.");
    detail::point_count n("sum_over");
    (n.add(a), ...);
    return n.value();
  }
};

template <class Kernel>
constexpr sum_over_function<Kernel, detail::plain_batch> sum_over(Kernel kernel) noexcept {
  return {kernel, {}};
}

}  // namespace etad::inline ETAD_ABI
