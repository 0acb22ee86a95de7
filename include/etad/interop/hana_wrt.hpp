// SPDX-License-Identifier: MIT
// Every verb with respect to members by name:
//
//   auto [mu, sigma] = etad::gradient(f, etad::wrt<"mu", "sigma">)(model, data...);
//
// The first argument of the call is a structure or a hana::map with these members; all else is data. What
// mirrors arguments mirrors the members, as with wrt<I...>: one as it is, several as a std::tuple in the order
// of the names. Tangents are passed for these members alone. Cost: that of the members as arguments.
// Errors: ETAD-056 and those of the verb.
#pragma once

#include <etad/core/warnings_off.hpp>

#include <etad/check/check_derivatives.hpp>
#include <etad/check/numerical_derivative.hpp>
#include <etad/interop/hana_names.hpp>
#include <etad/verb/derivative.hpp>
#include <etad/verb/has_aux.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/products.hpp>
#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>
#include <etad/verb/value_and_products.hpp>

namespace etad::inline ETAD_ABI {

template <int K = 1, class F, detail::selection... Name>
constexpr auto derivative(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return derivative<K>(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto gradient(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return gradient(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_gradient(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_gradient(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto jacobian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return jacobian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_jacobian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_jacobian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto hessian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return hessian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_gradient_hessian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_gradient_hessian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto sparse_jacobian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return sparse_jacobian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_sparse_jacobian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_sparse_jacobian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto sparse_hessian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return sparse_hessian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_gradient_sparse_hessian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_gradient_sparse_hessian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto jvp(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(f, [](auto g, auto wrt) { return jvp(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto vjp(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(f, [](auto g, auto wrt) { return vjp(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_jvp(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_jvp(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_vjp(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_vjp(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto hvp(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(f, [](auto g, auto wrt) { return hvp(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto check_derivatives(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return check_derivatives(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto numerical_gradient(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return numerical_gradient(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto numerical_jacobian(F f, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return numerical_jacobian(g, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto gradient(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return gradient(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_gradient(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_gradient(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto jacobian(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return jacobian(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_jacobian(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_jacobian(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto hessian(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return hessian(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_gradient_hessian(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_gradient_hessian(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto jvp(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return jvp(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_jvp(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_jvp(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto vjp(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return vjp(g, has_aux, wrt); });
}
template <class F, detail::selection... Name>
constexpr auto value_and_vjp(F f, has_aux_t, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [](auto g, auto wrt) { return value_and_vjp(g, has_aux, wrt); });
}
template <class F, detail::jacobian_mode Mode, detail::selection... Name>
constexpr auto jacobian(F f, mode_tag<Mode> mode, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [&](auto g, auto wrt) { return jacobian(g, mode, wrt); });
}
template <class F, detail::jacobian_mode Mode, detail::selection... Name>
constexpr auto value_and_jacobian(F f, mode_tag<Mode> mode, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [&](auto g, auto wrt) { return value_and_jacobian(g, mode, wrt); });
}
template <class F, detail::jacobian_mode Mode, detail::selection... Name>
constexpr auto jacobian(F f, has_aux_t, mode_tag<Mode> mode, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [&](auto g, auto wrt) { return jacobian(g, has_aux, mode, wrt); });
}
template <class F, detail::jacobian_mode Mode, detail::selection... Name>
constexpr auto value_and_jacobian(F f, has_aux_t, mode_tag<Mode> mode, wrt_members<Name...>) {
  return detail::differentiate_by_members<Name...>(
      f, [&](auto g, auto wrt) { return value_and_jacobian(g, has_aux, mode, wrt); });
}

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
