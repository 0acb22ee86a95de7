// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <tuple>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>
#include <etad/call/formula/formula_call.hpp>
#include <etad/call/run_time/call.hpp>
#include <etad/call/traced/jacobian_call.hpp>
#include <etad/check/derivative_report.hpp>
#include <etad/core/matrix.hpp>
#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// Call's whole Jacobian as one matrix, whatever the arguments.
template <class Call, jacobian_mode Mode>
struct whole_jacobian {
  static constexpr jacobian_request request() {
    jacobian_request r;
    r.wanted = Call::wanted();
    r.row_blocks = {static_cast<std::size_t>(Call::results)};
    r.column_blocks = {static_cast<std::size_t>(Call::selected_leaves)};
    return r;
  }
  static constexpr wide_schedule unpruned =
      freeze(jacobian_program(thaw(Call::source::value), request(), Mode));
  static constexpr wide_schedule value = freeze(without_dead_code(thaw(unpruned)));
};

/// The traced function itself, on leaves in an array.
template <class Source, class T>
struct interpreted_function {
  template <std::size_t Count>
  constexpr auto operator()(const std::array<T, Count>& x) const {
    using form = full_form<Source>;
    constexpr auto size = static_cast<std::size_t>(at_least_one(form::value.size));
    std::array<T, static_cast<std::size_t>(form::value.output_count)> y{};
    std::array<T, size> reals{};
    std::array<bool, size> masks{};
    interpret<operations_in<form>>(
        form::value, reals.data(), masks.data(),
        [&](int k) { return x[static_cast<std::size_t>(k)]; },
        [&](int k, const T& value) { y[static_cast<std::size_t>(k)] = value; });
    return y;
  }
};

/// Arguments as the values of `x` say, with scalars T, as a tuple.
template <class T, class... A>
constexpr auto arguments_of(const auto& x) {
  std::tuple<rebind<A, T>...> arguments{};
  std::size_t k = 0;
  const auto fill = [&](T& leaf) { leaf = static_cast<T>(x[k++]); };
  shape<decltype(arguments)>::visit(arguments, fill);
  return arguments;
}

/// A function that is not traced, on leaves in an array.
template <class F, class T, int Results, class... A>
struct called_function {
  const F& f;

  template <std::size_t Count>
  constexpr auto operator()(const std::array<T, Count>& x) const {
    const auto result = std::apply(f, arguments_of<T, A...>(x));
    std::array<T, static_cast<std::size_t>(Results)> y{};
    std::size_t i = 0;
    const auto take = [&](const auto& leaf) { y[i++] = static_cast<T>(leaf); };
    shape_of<decltype(result)>::visit(result, take);
    return y;
  }
};

/// Sums and recurrences: verbs find their overloads by their type.
template <class F>
concept has_own_verbs =
    !is_formula<F> &&
    !std::same_as<decltype(gradient(std::declval<const F&>())), gradient_function<F, wrt_t<>>>;
/// A recurrence has products, too; a sum has the gradient by its parameters.
template <class F>
concept has_own_products =
    !std::same_as<decltype(vjp(std::declval<const F&>())), vjp_function<F, wrt_t<>>>;

/// The check of what is of run-time size or brings verbs of its own; defined behind etad/check.hpp.
template <class Wrt, class F>
struct flat_check;

}  // namespace detail

template <class F, class Wrt>
struct check_derivatives_function {
  [[no_unique_address]] F differentiated;

  template <class... A>
    requires(!detail::symbolic<typename detail::shape_of<A>::scalar> && ...)
  constexpr auto operator()(const A&... a) const {
    // Callables that bring their verbs answer none of the questions behind.
    // NOLINTNEXTLINE(bugprone-branch-clone)
    if constexpr (detail::has_own_verbs<F>) {
      return flat(a...);
    } else if constexpr (detail::called_with_data_as_given<check_derivatives_function, A...>) {
      return detail::call_beside_data(detail::types_beside_data<check_derivatives_function, A...>{},
                                      *this, a...);
    } else if constexpr (detail::called_with_data<F, A...>) {
      using callable = detail::with_data<F, A...>;
      return check_derivatives_function<callable, Wrt>{{differentiated, {&a...}}}(a...);
    } else if constexpr (detail::takes_formula_route<F, A...>) {
      return check_formula(a...);
    } else if constexpr (detail::has_run_time_size<check_derivatives_function, F, A...>()) {
      return flat(a...);
    } else {
      return check(a...);
    }
  }

 private:
  template <class... A>
  constexpr auto flat(const A&... a) const {
    constexpr bool defined = requires { sizeof(detail::flat_check<Wrt, F>); };
    static_assert(
        defined,
        "ETAD-127: etad::check_derivatives requires #include <etad/check.hpp> for vectors, "
        "views and Eigen matrices of run-time size, for sums and for recurrences; it was not "
        "seen before this call. Include it.");
    if constexpr (defined) return detail::flat_check<Wrt, F>::run(differentiated, a...);
  }

  /// A formula, or what is written out as one, is the function of its arguments and its constants.
  template <class... A>
  constexpr auto check_formula(const A&... a) const {
    using route = detail::formula_route<F, A...>;
    using wrt = detail::wrt_arguments<Wrt, static_cast<int>(sizeof...(A))>;
    using scalar = detail::formula_scalar<typename route::constant, A...>;
    const check_derivatives_function<typename route::template body<false>, wrt> of_body{};
    if constexpr (route::constants == 0) {
      return of_body(a...);
    } else {
      return of_body(a..., route::template constants_of<scalar>(differentiated));
    }
  }

  template <class Call, class Scalar>
  using jacobian = matrix<Scalar, static_cast<std::size_t>(Call::results),
                          static_cast<std::size_t>(Call::selected_leaves)>;

  /// The Jacobian in forward mode.
  template <class Call, class Scalar, class... A>
  constexpr auto tangents_at(const A&... a) const {
    jacobian<Call, Scalar> result{};
    if constexpr (Call::taken != road::duals) {
      detail::run<detail::whole_jacobian<Call, detail::jacobian_mode::forward>, Scalar>(
          std::tie(result), a...);
    } else {
      detail::input_leaves<Scalar, Call::leaves> in;
      in.collect(a...);
      detail::sweep<Call>(
          differentiated, in.at, [](int, const Scalar&) {},
          [&](int i, int j, const Scalar& entry) {
            result(static_cast<std::size_t>(i), static_cast<std::size_t>(j)) = entry;
          });
    }
    return result;
  }

  template <class... A>
  constexpr auto check(const A&... a) const {
    using call = detail::call_of<F, Wrt, A...>;
    using scalar = typename call::scalar;
    using wide = detail::difference_scalar<scalar>;
    constexpr auto rows = static_cast<std::size_t>(call::results);
    constexpr auto columns = static_cast<std::size_t>(call::selected_leaves);
    constexpr auto leaves = static_cast<std::size_t>(call::leaves);

    const jacobian<call, scalar> by_tangents = tangents_at<call, scalar>(a...);
    jacobian<call, scalar> by_adjoints = by_tangents;
    if constexpr (call::taken != road::duals) {
      detail::run<detail::whole_jacobian<call, detail::jacobian_mode::reverse>, scalar>(
          std::tie(by_adjoints), a...);
    }

    std::array<wide, leaves> x{};
    std::size_t leaf_index = 0;
    const auto add = [&](const auto& leaf) { x[leaf_index++] = wide(static_cast<scalar>(leaf)); };
    (detail::shape_of<A>::visit(a, add), ...);
    const auto function = function_of<call, wide, A...>();
    const std::array<wide, rows> y = function(x);
    constexpr auto wanted = wanted_leaves<call>();

    detail::comparison<scalar, wide> compared;
    for (std::size_t i = 0; i < rows; ++i) {
      if (!detail::is_finite(y[i])) {
        return compared.not_finite(i, by_tangents(i, 0), by_adjoints(i, 0));
      }
    }
    for (std::size_t j = 0; j < columns; ++j) {
      const std::size_t leaf = wanted[j];
      const auto evaluate = [&](const wide& at) {
        std::array<wide, leaves> moved = x;
        moved[leaf] = at;
        return function(moved);
      };
      std::array<detail::extrapolation<wide>, rows> column{};
      detail::difference_column(
          evaluate, x[leaf], detail::steps_of_check<scalar>(x[leaf], detail::unit_roundoff<wide>()),
          column, y);
      for (std::size_t i = 0; i < rows; ++i) {
        compared.add(i, j, by_tangents(i, j), by_adjoints(i, j), column[i], y[i], x[leaf]);
      }
    }
    const auto next_to_point = [&](int i, int j) {
      std::array<wide, leaves> close = x;
      for (const std::size_t leaf : wanted) close[leaf] = detail::next_to(x[leaf]);
      return std::apply(
          [&](const auto&... moved) {
            using close_call = detail::call_of<F, Wrt, std::remove_cvref_t<decltype(moved)>...>;
            return tangents_at<close_call, scalar>(moved...)(static_cast<std::size_t>(i),
                                                             static_cast<std::size_t>(j));
          },
          detail::arguments_of<scalar, A...>(close));
    };
    return compared.finish(next_to_point, [](int column, auto& report) {
      const std::array<int, sizeof...(A)> sizes{detail::shape_of<A>::leaves...};
      detail::place_variable<Wrt>(sizes, column, report);
    });
  }

  /// What the differences are taken of.
  template <class Call, class Wide, class... A>
  constexpr auto function_of() const {
    if constexpr (Call::taken != road::duals) {
      return detail::interpreted_function<typename Call::source, Wide>{};
    } else {
      return detail::called_function<F, Wide, Call::results, A...>{differentiated};
    }
  }

  /// The positions of the differentiated leaves among all.
  template <class Call>
  static constexpr auto wanted_leaves() {
    std::array<std::size_t, static_cast<std::size_t>(Call::selected_leaves)> positions{};
    const auto mask = Call::wanted();
    std::size_t next = 0;
    for (std::size_t k = 0; k < mask.size(); ++k) {
      if (mask[k] != 0) positions[next++] = k;
    }
    return positions;
  }
};

/// Compares three derivatives of f at a point: forward mode, reverse mode, and central differences
/// extrapolated to step 0. check_derivatives(f)(x...) returns a derivative_report, which converts
/// to bool:
///
///   static_assert(etad::check_derivatives(f)(0.5, 2.0));
///
/// Arguments are those of the verbs, f may return several numbers; with etad/check.hpp vectors, views and
/// Eigen matrices of run-time size, sum_over and scan, too. It differentiates the program that etad traced from f. Of a
/// function that cannot be traced, dual numbers are compared with differences, and with a tape where sizes are known
/// at run time; where there is no reverse mode, `reverse` equals `forward`. Sums and recurrences are compared as
/// their own verbs differentiate them.
///
/// The differences run in long double where
/// T is a built-in type, with steps from |x| / 8 downwards, and from
/// 1/9 downwards where |x| is 1024 or more, so mistakes of about the square root of
/// T's precision and larger are seen. It can be fooled: at a kink (abs, max, a branch) central
/// differences give the mean of both sides, which the convention for the derivative may or may not
/// be; at a jump or where f varies within 10^-5 they say nothing (where |x| < 1, 10^-5 |x|); an f whose large terms cancel
/// to almost nothing counts as a disagreement. Check at some generic points.
///
/// To check second derivatives, check the gradient: check_derivatives(gradient(f))(x). Where f is smooth and
/// goes through a kink of an operation, hypot(x, y)^2 or abs(-x * x) at 0, the second derivative is that of the
/// operation and wrong; the report has the cause disagreement_cause::singular_operation then. Cost: two
/// Jacobians and up to 28 runs of f in the interpreter, mostly about 8, for each number that is
/// differentiated; in constant evaluation that may be more than the compiler's limit of steps if f
/// has some hundred operations.
/// Errors: ETAD-010 to ETAD-013, ETAD-127, ETAD-128.
template <class F, int... Index>
constexpr check_derivatives_function<F, wrt_t<Index...>> check_derivatives(F f,
                                                                           wrt_t<Index...> = {}) {
  return {f};
}

}  // namespace etad::inline ETAD_ABI
