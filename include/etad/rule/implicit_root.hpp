// SPDX-License-Identifier: MIT
// Functions given by an equation: the value by any solver, the derivative by the implicit function
// theorem.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/call/duals/stated_call.hpp>
#include <etad/rule/inverse.hpp>
#include <etad/rule/residual.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

/// What implicit_root() and fixed_point() return.
template <class Residual, class Solver>
struct implicit_function {
  [[no_unique_address]] Residual residual;
  [[no_unique_address]] Solver solver;

  template <class... A>
    requires detail::called_with_formulas<A...>
  constexpr auto operator()(const A&... a) const {
    return detail::apply_stated<implicit_function, is_traced<A...>(), solution<A...>>(a...);
  }
  // No deduced type: residuals and solvers may call other functions of this kind.
  template <class... A>
  constexpr auto operator()(const A&... a) const
      -> detail::rebind<detail::solution_of<Solver, detail::settled_type<A>...>,
                        typename detail::call_scalar<detail::settled_type<A>...>::type> {
    using scalar = typename detail::call_scalar<detail::settled_type<A>...>::type;
    if constexpr (detail::any_unsettled<A...>) {
      return (*this)(detail::settled(a)...);
    } else if constexpr (std::same_as<scalar, traced>) {
      return on_traced(a...);
    } else if constexpr (detail::carries_derivatives<scalar>) {
      return on_primals<scalar>(a...);
    } else {
      return detail::converted<scalar>(detail::value_at(solver, a...));
    }
  }

 private:
  template <class... A>
  using solution = detail::solution_of<Solver, A...>;
  template <class... A>
  static constexpr bool is_traced() {
    return detail::stateless_callable<Residual> && detail::has_traceable_value<Solver, A...>();
  }

  /// The derivatives of the residual by the unknowns and by the parameters, each in a list.
  template <class T, std::size_t Unknowns, std::size_t Parameters, class... A>
  constexpr auto slopes(const std::array<T, Unknowns>& x, const std::array<T, Parameters>& p,
                        const A&...) const {
    using flat = detail::flat_residual<Residual, solution<A...>, A...>;
    return etad::jacobian(flat{residual})(x, p);
  }

  template <class... A>
  constexpr detail::rebind<solution<A...>, traced> on_traced(const A&... a) const {
    if constexpr (is_traced<A...>()) {
      return on_lifted(detail::converted<traced>(a)...);
    } else {
      // No constant expression: the callable around this one runs on dual numbers.
      detail::opaque_function_was_traced();
      return {};
    }
  }

  template <class... A>
  constexpr detail::rebind<solution<A...>, traced> on_lifted(const A&... a) const {
    const auto solved = detail::value_at(solver, a...);
    const auto x = detail::argument_leaves<traced, std::remove_cvref_t<decltype(solved)>>(solved);
    const detail::argument_leaves<traced, A...> p(a...);
    detail::trace_state* const state = detail::state_of(p.at);
    if (state == nullptr) return detail::converted<traced>(solved);
    for (const traced& leaf : x.at) {
      if (!detail::depends_on_no_other(*state, leaf, detail::places_of(p.at))) {
        detail::error_value_reads_other_variables();
      }
    }
    return detail::filled<detail::rebind<solution<A...>, traced>>(
        with_slopes(state, x.at, p.at, a...));
  }

  /// The root with the derivatives of the theorem. Each equation is one intermediate value, which
  /// carries the slopes by the parameters; the root carries those by the equations: so either mode
  /// multiplies by one matrix after the other.
  template <std::size_t Unknowns, std::size_t Parameters, class... A>
  constexpr std::array<traced, Unknowns> with_slopes(detail::trace_state* state,
                                                     const std::array<traced, Unknowns>& solved,
                                                     const std::array<traced, Parameters>& p,
                                                     const A&... a) const {
    std::array<traced, Unknowns> y{};
    for (std::size_t k = 0; k < Unknowns; ++k) y[k] = stop_gradient(solved[k]);
    if (detail::at_rule_limit(*state)) {
      for (traced& leaf : y) {
        for (const traced& q : p) leaf = detail::attached(state, leaf, q, detail::no_slope(q));
      }
      return y;
    }
    ++state->rule_depth;
    const std::array<traced, Unknowns> x = with_slopes(state, solved, p, a...);
    --state->rule_depth;
    const auto [by_unknowns, by_parameters] = slopes(x, p, a...);
    const auto inverse = detail::negative_inverse(detail::recorded_matrix(state, by_unknowns));
    for (std::size_t i = 0; i < Unknowns; ++i) {
      traced equation = 0.0;
      for (std::size_t j = 0; j < Parameters; ++j) {
        equation = detail::attached(state, equation, p[j], by_parameters[i][j]);
      }
      for (std::size_t k = 0; k < Unknowns; ++k) {
        y[k] = detail::attached(state, y[k], equation, traced(state, inverse[k][i].id));
      }
    }
    return y;
  }

  template <class D, class... A>
  constexpr detail::rebind<solution<A...>, D> on_primals(const A&... a) const {
    using primal = typename D::primal_type;
    const std::tuple<detail::rebind<A, primal>...> p(detail::primals<D>(a)...);
    return detail::filled<detail::rebind<solution<A...>, D>>(
        root_of<D>(p, std::index_sequence_for<A...>{}, a...));
  }

  template <class D, class Primals, std::size_t... Index, class... A>
  constexpr auto root_of(const Primals& p, std::index_sequence<Index...>, const A&... a) const {
    using primal = typename D::primal_type;
    constexpr auto size = static_cast<std::size_t>(detail::leaf_count<solution<A...>>);
    const auto solved = (*this)(std::get<Index>(p)...);
    const auto x = detail::argument_leaves<primal, std::remove_cvref_t<decltype(solved)>>(solved);
    const detail::argument_leaves<primal, std::tuple_element_t<Index, Primals>...> q(
        std::get<Index>(p)...);
    const auto [by_unknowns, by_parameters] = slopes(x.at, q.at, a...);
    const auto inverse = detail::negative_inverse(detail::plain_matrix(by_unknowns));
    std::array<D, size> equations{};
    for (std::size_t i = 0; i < size; ++i) {
      equations[i] = detail::with_slopes<D>(primal(0), by_parameters[i], a...);
    }
    std::array<D, size> y{};
    for (std::size_t k = 0; k < size; ++k) {
      y[k] = detail::with_slopes<D>(x.at[k], inverse[k], equations);
    }
    return y;
  }
};

/// The function x(p...) for which residual(x, p...) = 0. solver(p...) returns the root, a number or an
/// array, by whatever method; residual returns as many numbers. The derivative is that of the implicit
/// function theorem, dx/dp = -(dF/dx)^-1 dF/dp, whatever the solver did:
///
///   constexpr auto kepler = etad::implicit_root(
///       [](auto E, auto e, auto M) {
///         using std::sin;
///         return E - e * sin(E) - M;
///       },
///       [](double e, double M) {
///         double E = M;
///         for (int k = 0; k < 50; ++k) {
///           E -= (E - e * std::sin(E) - M) / (1 - e * std::cos(E));
///         }
///         return E;
///       });
///   const auto [by_e, by_M] = etad::gradient(kepler)(0.2, 1.0);
///
/// A solver that takes `double` or is marked by etad::opaque runs as it is, and what calls the function
/// is differentiated with dual numbers. A generic solver is traced, without being differentiated: then
/// it may branch on few of its values only, as each iteration that may be the last is a path. The root
/// must solve the equation to full precision, or the derivative has the error of the root. Cost of a
/// derivative: the Jacobian of the residual, n^3 multiplications for n unknowns, with partial pivoting;
/// where dF/dx is singular, slopes are infinite or NaN. Every order (in traced functions up to the
/// fourth). Errors: ETAD-060 to ETAD-062.
///
/// A. Griewank and A. Walther, Evaluating Derivatives (2008), section 15.3.
template <class Residual, class Solver>
constexpr implicit_function<Residual, Solver> implicit_root(Residual residual, Solver solver) {
  return {std::move(residual), std::move(solver)};
}

/// The function x(p...) for which step(x, p...) = x, like implicit_root of x - step(x, p...).
///
///   constexpr auto root = etad::fixed_point([](auto x, auto a) { return 0.5 * (x + a / x); },
///                                           [](double a) { return std::sqrt(a); });
template <class Step, class Solver>
constexpr implicit_function<detail::step_residual<Step>, Solver> fixed_point(Step step,
                                                                             Solver solver) {
  return {{std::move(step)}, std::move(solver)};
}

}  // namespace etad::inline ETAD_ABI
