// SPDX-License-Identifier: MIT
// What verbs return together with auxiliary output: their parts, named as ever, then `aux`.
#pragma once

#include <utility>

#include <etad/verb/gradient.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/value_and_products.hpp>

namespace etad::inline ETAD_ABI {

template <class Gradient, class Aux>
struct gradient_aux_result {
  Gradient gradient;
  Aux aux;
};
template <class Value, class Gradient, class Aux>
struct value_gradient_aux_result {
  Value value;
  Gradient gradient;
  Aux aux;
};
template <class Jacobian, class Aux>
struct jacobian_aux_result {
  Jacobian jacobian;
  Aux aux;
};
template <class Value, class Jacobian, class Aux>
struct value_jacobian_aux_result {
  Value value;
  Jacobian jacobian;
  Aux aux;
};
template <class Hessian, class Aux>
struct hessian_aux_result {
  Hessian hessian;
  Aux aux;
};
template <class Value, class Gradient, class Hessian, class Aux>
struct value_gradient_hessian_aux_result {
  Value value;
  Gradient gradient;
  Hessian hessian;
  Aux aux;
};
template <class Tangent, class Aux>
struct jvp_aux_result {
  Tangent jvp;
  Aux aux;
};
template <class Value, class Tangent, class Aux>
struct value_jvp_aux_result {
  Value value;
  Tangent jvp;
  Aux aux;
};
template <class Adjoint, class Aux>
struct vjp_aux_result {
  Adjoint vjp;
  Aux aux;
};
template <class Value, class Adjoint, class Aux>
struct value_vjp_aux_result {
  Value value;
  Adjoint vjp;
  Aux aux;
};

namespace detail {

/// What a verb returned, beside the auxiliary output.
template <class F, class Wrt, class Gradient, class Aux>
constexpr auto beside_aux(const gradient_function<F, Wrt>&, Gradient gradient, Aux aux) {
  return gradient_aux_result<Gradient, Aux>{std::move(gradient), std::move(aux)};
}
template <class F, class Wrt, jacobian_mode Mode, class Jacobian, class Aux>
constexpr auto beside_aux(const jacobian_function<F, Wrt, Mode>&, Jacobian jacobian, Aux aux) {
  return jacobian_aux_result<Jacobian, Aux>{std::move(jacobian), std::move(aux)};
}
template <class F, class Wrt, class Hessian, class Aux>
constexpr auto beside_aux(const hessian_function<F, Wrt>&, Hessian hessian, Aux aux) {
  return hessian_aux_result<Hessian, Aux>{std::move(hessian), std::move(aux)};
}
template <class F, class Wrt, class Tangent, class Aux>
constexpr auto beside_aux(const jvp_function<F, Wrt>&, Tangent tangent, Aux aux) {
  return jvp_aux_result<Tangent, Aux>{std::move(tangent), std::move(aux)};
}
template <class F, class Wrt, class Adjoint, class Aux>
constexpr auto beside_aux(const vjp_function<F, Wrt>&, Adjoint adjoint, Aux aux) {
  return vjp_aux_result<Adjoint, Aux>{std::move(adjoint), std::move(aux)};
}
template <class F, class Wrt, class Result, class Aux>
constexpr auto beside_aux(const value_and_gradient_function<F, Wrt>&, Result r, Aux aux) {
  return value_gradient_aux_result<decltype(r.value), decltype(r.gradient), Aux>{
      std::move(r.value), std::move(r.gradient), std::move(aux)};
}
template <class F, class Wrt, jacobian_mode Mode, class Result, class Aux>
constexpr auto beside_aux(const value_and_jacobian_function<F, Wrt, Mode>&, Result r, Aux aux) {
  return value_jacobian_aux_result<decltype(r.value), decltype(r.jacobian), Aux>{
      std::move(r.value), std::move(r.jacobian), std::move(aux)};
}
template <class F, class Wrt, class Result, class Aux>
constexpr auto beside_aux(const value_gradient_hessian_function<F, Wrt>&, Result r, Aux aux) {
  return value_gradient_hessian_aux_result<decltype(r.value), decltype(r.gradient),
                                           decltype(r.hessian), Aux>{
      std::move(r.value), std::move(r.gradient), std::move(r.hessian), std::move(aux)};
}
template <class F, class Wrt, class Result, class Aux>
constexpr auto beside_aux(const value_and_jvp_function<F, Wrt>&, Result r, Aux aux) {
  return value_jvp_aux_result<decltype(r.value), decltype(r.jvp), Aux>{
      std::move(r.value), std::move(r.jvp), std::move(aux)};
}
template <class F, class Wrt, class Result, class Aux>
constexpr auto beside_aux(const value_and_vjp_function<F, Wrt>&, Result r, Aux aux) {
  return value_vjp_aux_result<decltype(r.value), decltype(r.vjp), Aux>{
      std::move(r.value), std::move(r.vjp), std::move(aux)};
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
