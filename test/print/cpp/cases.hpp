// SPDX-License-Identifier: MIT
// The functions that are printed as C++, compiled and compared with etad. The program `generate`
// prints them; `compare` runs the printed ones beside etad's.
#pragma once

#include <tuple>

#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>

#include "problems/branches.hpp"
#include "problems/elementary.hpp"
#include "problems/models.hpp"
#include "problems/several.hpp"
#include "problems/shapes.hpp"

namespace printed {

/// A verb: what of a problem is printed.
inline constexpr auto value = [](auto f, auto) { return f; };
inline constexpr auto jacobian = [](auto f, auto wrt) { return etad::jacobian(f, wrt); };
inline constexpr auto all_orders = [](auto f, auto wrt) {
  return etad::value_gradient_hessian(f, wrt);
};

/// Problem P on scalars of type T.
template <class P, class T, auto Verb>
struct printed_case {
  using scalar = T;
  using arguments = etad::detail::rebind<std::remove_cvref_t<decltype(P::points[0])>, T>;
  static constexpr auto function = Verb(P{}, P::with_respect_to);
  static constexpr auto& points = P::points;
  static constexpr auto name = P::name;
  static constexpr int inputs = etad::detail::shape<arguments>::leaves;
};

/// Calls the visitor with each case, in the order of the printed functions.
template <class Visit>
void for_cases(Visit visit) {
  using namespace problems;
  const auto in_double = [&]<class P, auto... Verb>() {
    (visit(printed_case<P, double, Verb>{}), ...);
  };
  in_double.template operator()<black_scholes, value, jacobian>();
  in_double.template operator()<rober, value, jacobian>();
  in_double.template operator()<snavely, value, jacobian>();
  in_double.template operator()<chain, value, jacobian>();
  in_double.template operator()<guarded_root, value, jacobian, all_orders>();
  in_double.template operator()<while_loop, value, jacobian>();
  in_double.template operator()<nested_branches, value, jacobian>();
  in_double.template operator()<all_comparisons, value, jacobian>();
  in_double.template operator()<masks_as_data, jacobian>();
  in_double.template operator()<pieces, jacobian>();
  in_double.template operator()<sorting, jacobian>();
  in_double.template operator()<gammas, jacobian>();
  in_double.template operator()<steps, value, jacobian>();
  in_double.template operator()<magnitudes, jacobian>();
  in_double.template operator()<constant_powers, value, jacobian>();
  in_double.template operator()<power, jacobian, all_orders>();
  in_double.template operator()<polar, value, jacobian>();
  in_double.template operator()<distance, jacobian>();
  in_double.template operator()<remainders, jacobian>();
  in_double.template operator()<extremes, value, jacobian>();
  in_double.template operator()<signs, jacobian>();
  in_double.template operator()<fused, value, jacobian>();
  in_double.template operator()<mixed_arguments, value, jacobian>();
  in_double.template operator()<constant_results, value, jacobian>();
  visit(printed_case<softplus, float, jacobian>{});
  visit(printed_case<power, float, jacobian>{});
  visit(printed_case<softplus, long double, jacobian>{});
  visit(printed_case<constant_powers, long double, jacobian>{});
}

}  // namespace printed
