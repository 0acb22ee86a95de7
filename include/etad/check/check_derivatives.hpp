// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <tuple>

#include <etad/call/duals/data_call.hpp>
#include <etad/call/duals/dual_call.hpp>
#include <etad/call/formula/formula_call.hpp>
#include <etad/call/traced/jacobian_call.hpp>
#include <etad/check/extrapolated_difference.hpp>
#include <etad/core/matrix.hpp>

namespace etad::inline ETAD_ABI {

/// What check_derivatives found. `row` counts the numbers in f(x), `column` those in the
/// differentiated arguments; the three derivatives are those of the worst entry.
template <class T>
struct derivative_report {
  bool ok = true;
  /// The largest disagreement, in units of what rounding and the error of the differences allow;
  /// infinite where a derivative is not finite or f is not finite around x.
  double worst_error = 0;
  int row = 0;
  int column = 0;
  T forward{};
  T reverse{};
  T difference{};

  constexpr explicit operator bool() const { return ok; }
};

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

/// A function that is not traced, on leaves in an array.
template <class F, class T, int Results, class... A>
struct called_function {
  const F& f;

  template <std::size_t Count>
  constexpr auto operator()(const std::array<T, Count>& x) const {
    std::tuple<rebind<A, T>...> arguments{};
    std::size_t k = 0;
    const auto fill = [&](T& leaf) { leaf = x[k++]; };
    shape<decltype(arguments)>::visit(arguments, fill);
    const auto result = std::apply(f, arguments);
    std::array<T, static_cast<std::size_t>(Results)> y{};
    std::size_t i = 0;
    const auto take = [&](const auto& leaf) { y[i++] = static_cast<T>(leaf); };
    shape_of<decltype(result)>::visit(result, take);
    return y;
  }
};

/// The square root of T's precision, rounded down to a power of two.
template <class T, class Wide>
constexpr Wide half_precision() {
  Wide root(1);
  while (Wide(root * root) > Wide(unit_roundoff<T>())) root = Wide(root / Wide(2));
  return root;
}

/// The disagreement of three derivatives of one entry, in units of what is allowed.
///
/// Forward and reverse mode are rounded in T: they may differ from the truth by the square root of
/// its precision, relative to the derivative or to f over x. The differences may be off by some
/// multiple of their own estimate, yet by no more than a thousandth: otherwise a quotient that does
/// not converge would agree with anything.
template <class T, class Wide>
constexpr double disagreement(const T& tangent_entry, const T& adjoint_entry,
                              const extrapolation<Wide>& wide, const Wide& rounding) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (!is_finite(tangent_entry) || !is_finite(adjoint_entry) || !wide.found()) return infinite;
  const Wide f(tangent_entry);
  const Wide r(adjoint_entry);
  const Wide d = wide.value();
  const Wide size = larger(larger(magnitude(f), magnitude(r)), magnitude(d));
  const Wide allowed = Wide(Wide(half_precision<T, Wide>() * size) + rounding);
  const Wide estimate = smaller(Wide(Wide(16) * wide.error()), Wide(Wide(0x1p-10) * size));
  const Wide modes = magnitude(Wide(f - r));
  const Wide numeric = larger(magnitude(Wide(f - d)), magnitude(Wide(r - d)));
  const auto ratio = [](const Wide& error, const Wide& limit) {
    return error == Wide(0) ? 0.0 : static_cast<double>(Wide(error / limit));
  };
  const double between_modes = ratio(modes, allowed);
  const double to_difference = ratio(numeric, Wide(allowed + estimate));
  return between_modes < to_difference ? to_difference : between_modes;
}

}  // namespace detail

template <class F, class Wrt>
struct check_derivatives_function {
  [[no_unique_address]] F differentiated;

  template <class... A>
    requires(!detail::symbolic<typename detail::shape_of<A>::scalar> && ...)
  constexpr auto operator()(const A&... a) const {
    if constexpr (detail::called_with_data<F, A...>) {
      using callable = detail::with_data<F, A...>;
      return check_derivatives_function<callable, Wrt>{{differentiated, {&a...}}}(a...);
    } else if constexpr (detail::takes_formula_route<F, A...>) {
      return check_formula(a...);
    } else {
      return check(a...);
    }
  }

 private:
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

  template <class... A>
  constexpr auto check(const A&... a) const {
    using call = detail::call_of<F, Wrt, A...>;
    using scalar = typename call::scalar;
    using wide = detail::difference_scalar<scalar>;
    constexpr auto rows = static_cast<std::size_t>(call::results);
    constexpr auto columns = static_cast<std::size_t>(call::selected_leaves);
    constexpr auto leaves = static_cast<std::size_t>(call::leaves);

    matrix<scalar, rows, columns> by_tangents{};
    matrix<scalar, rows, columns> by_adjoints{};
    if constexpr (call::taken != road::duals) {
      detail::run<detail::whole_jacobian<call, detail::jacobian_mode::forward>, scalar>(
          std::tie(by_tangents), a...);
      detail::run<detail::whole_jacobian<call, detail::jacobian_mode::reverse>, scalar>(
          std::tie(by_adjoints), a...);
    } else {
      detail::input_leaves<scalar, call::leaves> in;
      in.collect(a...);
      detail::sweep<call>(
          differentiated, in.at, [](int, const scalar&) {},
          [&](int i, int j, const scalar& entry) {
            by_tangents(static_cast<std::size_t>(i), static_cast<std::size_t>(j)) = entry;
          });
      by_adjoints = by_tangents;
    }

    std::array<wide, leaves> x{};
    std::size_t leaf_index = 0;
    const auto add = [&](const auto& leaf) { x[leaf_index++] = wide(static_cast<scalar>(leaf)); };
    (detail::shape_of<A>::visit(a, add), ...);
    const auto function = function_of<call, wide, A...>();
    const std::array<wide, rows> y = function(x);
    constexpr auto wanted = wanted_leaves<call>();

    const wide precision = wide(detail::half_precision<scalar, wide>() / wide(1024));

    derivative_report<scalar> report;
    for (std::size_t i = 0; i < rows; ++i) {
      if (!detail::is_finite(y[i]))
        return not_finite<scalar>(i, by_tangents(i, 0), by_adjoints(i, 0));
    }
    bool first = true;
    for (std::size_t j = 0; j < columns; ++j) {
      const wide at = detail::larger(detail::magnitude(x[wanted[j]]), wide(1));
      const auto column = detail::difference_column<rows>(function, x, wanted[j], precision);
      for (std::size_t i = 0; i < rows; ++i) {
        const wide rounding =
            wide(wide(wide(64) * wide(detail::unit_roundoff<scalar>())) * detail::magnitude(y[i])) /
            at;
        const double error = detail::disagreement<scalar, wide>(
            by_tangents(i, j), by_adjoints(i, j), column[i], rounding);
        if (first || report.worst_error < error) {
          report.worst_error = error;
          report.row = static_cast<int>(i);
          report.column = static_cast<int>(j);
          report.forward = by_tangents(i, j);
          report.reverse = by_adjoints(i, j);
          report.difference = column[i].found() ? static_cast<scalar>(column[i].value())
                                                : std::numeric_limits<scalar>::quiet_NaN();
          first = false;
        }
      }
    }
    report.ok = report.worst_error <= 1.0;
    return report;
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

  template <class T>
  static constexpr derivative_report<T> not_finite(std::size_t row, const T& tangent_entry,
                                                   const T& adjoint_entry) {
    return {false,
            std::numeric_limits<double>::infinity(),
            static_cast<int>(row),
            0,
            tangent_entry,
            adjoint_entry,
            std::numeric_limits<T>::quiet_NaN()};
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
/// It differentiates the program that etad traced from f. Of a function that cannot be traced, dual
/// numbers are compared with differences; there is no reverse mode then, and `reverse` equals
/// `forward`. The differences run in long double where
/// T is a built-in type, with steps from |x| / 8 downwards, so mistakes of about the square root of
/// T's precision and larger are seen. It can be fooled: at a kink (abs, max, a branch) central
/// differences give the mean of both sides, which the convention for the derivative may or may not
/// be; at a jump or where f varies within 10^-5 |x| they say nothing; next to the boundary of the
/// domain f may not be finite, which counts as a disagreement, as does an f whose large terms cancel
/// to almost nothing. Check at some generic points.
///
/// To check second derivatives, check the gradient: check_derivatives(gradient(f))(x). Cost: two
/// Jacobians and up to 28 runs of f in the interpreter, mostly about 8, for each number that is
/// differentiated; in constant evaluation that may be more than the compiler's limit of steps if f
/// has some hundred operations.
/// Errors: ETAD-010 to ETAD-013.
template <class F, int... Index>
constexpr check_derivatives_function<F, wrt_t<Index...>> check_derivatives(F f,
                                                                           wrt_t<Index...> = {}) {
  return {f};
}

}  // namespace etad::inline ETAD_ABI
