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
// The parameters are one argument of any kind, variables of a tape included, for which the sum is one record; rows are ranges or structures of arrays as in vmap.
#pragma once

#include <etad/batch/sum_over_call.hpp>
#include <etad/batch/vmap.hpp>
#include <etad/call/duals/stated_call.hpp>
#include <etad/tape/containers.hpp>
#include <etad/verb/hessian.hpp>

namespace etad::inline ETAD_ABI {

/// What a Gauss-Newton step needs of residuals r: r'r / 2, its gradient J'r and the matrix J'J.
template <class Value, class Gradient, class Matrix>
struct gauss_newton_result {
  Value value;
  Gradient gradient;
  Matrix matrix;

  constexpr bool operator==(const gauss_newton_result&) const = default;

  template <class U>
  using rebind = gauss_newton_result<detail::rebind<Value, U>, detail::rebind<Gradient, U>,
                                     detail::rebind<Matrix, U>>;
  static constexpr auto parts(auto& self) {
    return std::tie(self.value, self.gradient, self.matrix);
  }
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

  // Each takes (parameters, row...) or (policy, parameters, row...).
  template <class... X>
  auto operator()(const X&... x) const {
    return sum(kernel, x...);
  }
  template <class... X>
  auto value(const X&... x) const {
    return sum(kernel, x...);
  }
  template <class... X>
  auto gradient(const X&... x) const {
    return sum(etad::gradient(kernel, wrt<0>), x...);
  }
  template <class... X>
  auto value_and_gradient(const X&... x) const {
    return sum(etad::value_and_gradient(kernel, wrt<0>), x...);
  }
  template <class... X>
  auto hessian(const X&... x) const {
    return sum(etad::hessian(kernel, wrt<0>), x...);
  }
  template <class... X>
  auto value_gradient_hessian(const X&... x) const {
    return sum(etad::value_gradient_hessian(kernel, wrt<0>), x...);
  }
  /// The kernel returns residuals r, a number or an array. The result has r'r / 2 over all rows, its
  /// gradient J'r, and J'J.
  template <class... X>
  auto gauss_newton(const X&... x) const {
    return sum(normal_equations{}, x...);
  }

 private:
  struct normal_equations {};

  template <class G, class First, class... Rest>
  auto sum(const G& g, const First& first, const Rest&... rest) const {
    if constexpr (detail::any_unsettled<First, Rest...>) {
      return sum(g, detail::settled(first), detail::settled(rest)...);
    } else if constexpr (detail::batch_argument<First>) {
      return rows(g, detail::one_thread{}, first, rest...);
    } else {
      return rows(g, first, rest...);
    }
  }

  template <class G, class Policy, class P, class... A>
  auto rows(const G& g, Policy&& policy, const P& parameters, const A&... a) const {
    using detail::points;
    const std::size_t n = size(a...);
    static_assert(!detail::run_time_sized<P>,
                  "ETAD-072: etad::sum_over requires parameters of fixed size, since its programs "
                  "are; a vector, a span or an Eigen matrix of run-time size was seen in their "
                  "place. Pass a std::array or a structure; or write the loop over the rows in a "
                  "function of the vector, and take its gradient.");
    if constexpr (!(points<A>::many || ...) || detail::run_time_sized<P>) {
      return;
    } else if constexpr (detail::symbolic<typename detail::shape_of<P>::scalar>) {
      return in_traced_function<G, A...>(parameters);
    } else if constexpr (std::same_as<G, Kernel> && is_recorded<P, A...>()) {
      return recorded(policy, parameters, a...);
    } else if constexpr (detail::carries_derivatives<typename detail::shape_of<P>::scalar>) {
      return row_by_row(g, n, parameters, a...);
    } else if constexpr (std::same_as<G, normal_equations> &&
                         detail::needs_duals<Kernel, wrt_t<0>, P, typename points<A>::element...>) {
      return equations_row_by_row(n, parameters, a...);
    } else if constexpr (std::same_as<G, normal_equations>) {
      using call = detail::program_call<Kernel, wrt_t<0>, P, typename points<A>::element...>;
      using scalar = typename call::scalar;
      check_type<scalar, A...>();
      constexpr auto columns = static_cast<std::size_t>(call::selected_leaves);
      using result =
          gauss_newton_result<scalar, typename call::mirrored, matrix<scalar, columns, columns>>;
      const auto sum_rows = [&](const auto&... constants) {
        return detail::sum_of_normal_equations<typename call::shape_call,
                                               typename Lanes::template pack<scalar>, result>(
            policy, progress, n, shared(parameters), a..., constants...);
      };
      if constexpr (requires { requires(call::route::constants > 0); }) {
        return sum_rows(shared(call::route::template constants_of<scalar>(kernel)));
      } else {
        return sum_rows();
      }
    } else if constexpr (detail::batch_traceable<G, P, typename points<A>::element...>) {
      using plan = detail::batch_plan<G, P, typename points<A>::element...>;
      using scalar = typename plan::scalar;
      check_type<scalar, A...>();
      return detail::sum_of_results<plan, typename Lanes::template pack<scalar>>(
          policy, progress, n, shared(parameters), a...);
    } else if constexpr (runs_as_formula<G, P, A...>()) {
      using plan = detail::formula_batch_plan<G, false, P, typename points<A>::element...>;
      using scalar = typename plan::scalar;
      typename plan::result result{};
      const auto sum_rows = [&]<class Plan>(std::type_identity<Plan>, const auto& constants) {
        result = detail::sum_of_results<Plan, typename Lanes::template pack<scalar>>(
            policy, progress, n, shared(parameters), a..., constants);
      };
      if (!detail::with_formula_plan<P, typename points<A>::element...>(g, sum_rows)) {
        result = detail::loop_over_rows(g, progress, n, parameters, a...);
      }
      return result;
    } else {
      return detail::loop_over_rows(g, progress, n, parameters, a...);
    }
  }

  template <class P, class... A>
  auto equations_row_by_row(std::size_t n, const P& parameters, const A&... a) const {
    const auto [squares, gradient, products] = detail::loop_over_rows(
        detail::row_equations<Kernel>{kernel}, progress, n, parameters, a...);
    return gauss_newton_result<std::remove_const_t<decltype(squares)>,
                               std::remove_const_t<decltype(gradient)>,
                               std::remove_const_t<decltype(products)>>{squares / 2, gradient,
                                                                        products};
  }
  /// Rows are memory at run time: the function around this one runs on dual numbers.
  template <class G, class... A, class P>
  static constexpr auto in_traced_function(const P& parameters) {
    using scalar = typename detail::shape_of<P>::scalar;
    using result =
        std::remove_cvref_t<std::invoke_result_t<const G&, detail::rebind<P, double>,
                                                 const typename detail::points<A>::element&...>>;
    if constexpr (std::same_as<scalar, traced>) {
      detail::opaque_function_was_traced();
      return detail::rebind<result, traced>{};
    } else if constexpr (std::is_void_v<
                             typename detail::first_absorbing<typename scalar::node>::type>) {
      check_type<scalar, A...>();
    } else {
      return detail::apply_stated<sum_over_function, false, result>(parameters);
    }
  }
  /// Parameters that carry derivatives themselves: programs know lanes of built-in numbers. Variables are recorded
  /// operation by operation.
  template <class G, class P, class... A>
  auto row_by_row(const G& g, std::size_t n, const P& parameters, const A&... a) const {
    using number = typename detail::shape_of<P>::scalar;
    if constexpr (!detail::runs_eagerly<number>) {
      using open = etad::variable<typename number::number, eager>;
      const auto start = [](const auto& from, open& to) { to = open(from); };
      const auto back = [](const auto& from, number& to) { to = number(from); };
      const auto total = row_by_row(g, n, detail::mapped<open>(parameters, start), a...);
      if constexpr (std::same_as<G, normal_equations>) {
        return total;
      } else {
        return detail::mapped<number>(total, back);
      }
    } else if constexpr (std::same_as<G, normal_equations>) {
      return equations_row_by_row(n, parameters, a...);
    } else {
      return detail::loop_over_rows(g, progress, n, parameters, a...);
    }
  }

  /// Whether the parameters are variables of a tape of built-in numbers and the kernel returns one number.
  template <class P, class... A>
  static constexpr bool is_recorded() {
    using scalar = typename detail::shape_of<P>::scalar;
    if constexpr (detail::on_built_in<scalar>) {
      using row = std::invoke_result_t<const Kernel&, detail::rebind<P, typename scalar::number>,
                                       const typename detail::points<A>::element&...>;
      return detail::shape_of<std::remove_cvref_t<row>>::is_scalar;
    }
    return false;
  }
  /// One statement, whose partial derivatives are the gradient of the sum.
  template <class Policy, class P, class... A>
  auto recorded(Policy&& policy, const P& parameters, const A&... a) const {
    using variable = typename detail::shape_of<P>::scalar;
    const auto [value, slopes] = rows(etad::value_and_gradient(kernel, wrt<0>), policy,
                                      detail::primals<variable>(parameters), a...);
    using shaped = std::remove_cvref_t<decltype(slopes)>;
    return detail::with_slopes<variable>(
        value, detail::argument_leaves<typename variable::number, shaped>(slopes).at, parameters);
  }

  template <class T, class... A>
  static constexpr bool has_type = detail::lane_scalar<T> &&
                                   (detail::points<A>::template holds<T> && ...);

  template <class G, class P, class... A>
  static constexpr bool runs_as_formula() {
    if constexpr (detail::formula_callable<G, P, typename detail::points<A>::element...>) {
      using plan = detail::formula_batch_plan<G, false, P, typename detail::points<A>::element...>;
      return has_type<typename plan::scalar, A...>;
    }
    return false;
  }

  template <class T, class... A>
  static constexpr void check_type() {
    static_assert(has_type<T, A...>,
                  "ETAD-051: etad::sum_over requires parameters and ranges of one scalar type, "
                  "float or double; another one was seen. Convert the data or the parameters.");
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

/// The sum of kernel(parameters, row...) over rows; the top of this file says how it is called.
///
/// Rows run as the points of vmap do, and derivatives add up in lanes, too. The order of summation depends on the
/// number of rows alone: blocks of 512 rows, in each of which every lane adds its own rows one after
/// the other, then the lanes and the blocks pairwise. So threads do not change the result, and the
/// rounding error grows like 512 / lanes + log2(rows / 512). Cost: that of the verb at each row, and
/// one addition for each number of the result; nothing is allocated on one thread. Errors: ETAD-047,
/// ETAD-049, ETAD-051, ETAD-072, and those of the verbs.
template <class Kernel>
constexpr sum_over_function<Kernel, detail::plain_batch> sum_over(Kernel kernel) noexcept {
  return {kernel, {}};
}

/// Sums as callables: gradient(sum)(parameters, row...) is sum.gradient(parameters, row...), and so
/// on for the other verbs.
template <class Kernel, class Lanes, class Progress>
constexpr auto gradient(sum_over_function<Kernel, Lanes, Progress> sum) noexcept {
  return [sum](const auto&... x) { return sum.gradient(x...); };
}
template <class Kernel, class Lanes, class Progress>
constexpr auto value_and_gradient(sum_over_function<Kernel, Lanes, Progress> sum) noexcept {
  return [sum](const auto&... x) { return sum.value_and_gradient(x...); };
}
template <class Kernel, class Lanes, class Progress>
constexpr auto hessian(sum_over_function<Kernel, Lanes, Progress> sum) noexcept {
  return [sum](const auto&... x) { return sum.hessian(x...); };
}
template <class Kernel, class Lanes, class Progress>
constexpr auto value_gradient_hessian(sum_over_function<Kernel, Lanes, Progress> sum) noexcept {
  return [sum](const auto&... x) { return sum.value_gradient_hessian(x...); };
}
template <class Kernel, class Lanes, class Progress>
constexpr auto gauss_newton(sum_over_function<Kernel, Lanes, Progress> sum) noexcept {
  return [sum](const auto&... x) { return sum.gauss_newton(x...); };
}

}  // namespace etad::inline ETAD_ABI
