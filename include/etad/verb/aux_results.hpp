// SPDX-License-Identifier: MIT
// What verbs return together with auxiliary output: their parts, named as ever, then `aux`.
#pragma once

#include <tuple>
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

/// Makes a Result of its parts. `WithValue`: the verb itself returns several.
template <template <class...> class Result, bool WithValue>
struct aux_result {
  static constexpr bool with_value = WithValue;
  template <class... Part>
  static constexpr auto of(Part... part) {
    return Result<Part...>{std::move(part)...};
  }
};

/// The result with auxiliary output of each verb that has one.
template <class Verb>
struct aux_result_of;
template <class F, class Wrt>
struct aux_result_of<gradient_function<F, Wrt>> : aux_result<gradient_aux_result, false> {};
template <class F, class Wrt>
struct aux_result_of<value_and_gradient_function<F, Wrt>>
    : aux_result<value_gradient_aux_result, true> {};
template <class F, class Wrt, jacobian_mode Mode>
struct aux_result_of<jacobian_function<F, Wrt, Mode>> : aux_result<jacobian_aux_result, false> {};
template <class F, class Wrt, jacobian_mode Mode>
struct aux_result_of<value_and_jacobian_function<F, Wrt, Mode>>
    : aux_result<value_jacobian_aux_result, true> {};
template <class F, class Wrt>
struct aux_result_of<hessian_function<F, Wrt>> : aux_result<hessian_aux_result, false> {};
template <class F, class Wrt>
struct aux_result_of<value_gradient_hessian_function<F, Wrt>>
    : aux_result<value_gradient_hessian_aux_result, true> {};
template <class F, class Wrt>
struct aux_result_of<jvp_function<F, Wrt>> : aux_result<jvp_aux_result, false> {};
template <class F, class Wrt>
struct aux_result_of<value_and_jvp_function<F, Wrt>> : aux_result<value_jvp_aux_result, true> {};
template <class F, class Wrt>
struct aux_result_of<vjp_function<F, Wrt>> : aux_result<vjp_aux_result, false> {};
template <class F, class Wrt>
struct aux_result_of<value_and_vjp_function<F, Wrt>> : aux_result<value_vjp_aux_result, true> {};

/// What a verb returned, beside the auxiliary output.
template <class Verb, class Result, class Aux>
constexpr auto beside_aux(const Verb&, Result result, Aux aux) {
  using combined = aux_result_of<Verb>;
  if constexpr (combined::with_value) {
    return std::apply(
        [&](auto&... part) { return combined::of(std::move(part)..., std::move(aux)); },
        Result::parts(result));
  } else {
    return combined::of(std::move(result), std::move(aux));
  }
}

}  // namespace detail
}  // namespace etad::inline ETAD_ABI
