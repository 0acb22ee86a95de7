// SPDX-License-Identifier: MIT
// Products of derivatives with vectors, together with the value.
#pragma once

#include <utility>

#include <etad/verb/products.hpp>

namespace etad::inline ETAD_ABI {

/// A value together with the derivative along a direction.
template <class Value, class Tangent>
struct value_and_jvp_result {
  Value value;
  Tangent jvp;

  bool operator==(const value_and_jvp_result&) const = default;

  template <class U>
  using rebind = value_and_jvp_result<detail::rebind<Value, U>, detail::rebind<Tangent, U>>;
  static constexpr auto parts(auto& self) { return std::tie(self.value, self.jvp); }
};

/// A value together with the weighted sum of the rows of the Jacobian.
template <class Value, class Adjoint>
struct value_and_vjp_result {
  Value value;
  Adjoint vjp;

  bool operator==(const value_and_vjp_result&) const = default;

  template <class U>
  using rebind = value_and_vjp_result<detail::rebind<Value, U>, detail::rebind<Adjoint, U>>;
  static constexpr auto parts(auto& self) { return std::tie(self.value, self.vjp); }
};

template <class F, class Wrt>
struct value_and_jvp_function : detail::verb<value_and_jvp_function<F, Wrt>, F> {
  using product = void;
  static constexpr std::size_t points(std::size_t all) { return jvp_function<F, Wrt>::points(all); }

  template <class... X>
  struct plan : jvp_function<F, Wrt>::template plan<X...> {
    using tangent = typename jvp_function<F, Wrt>::template plan<X...>::result;
    using task = detail::tangent_task<true>;
    using result = value_and_jvp_result<tangent, tangent>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_tangent<F, Wrt, true>{this->differentiated};
  }
};

template <class F, class Wrt>
struct value_and_vjp_function : detail::verb<value_and_vjp_function<F, Wrt>, F> {
  using product = void;
  static constexpr std::size_t points(std::size_t all) { return vjp_function<F, Wrt>::points(all); }

  template <class... X>
  struct plan : vjp_function<F, Wrt>::template plan<X...> {
    using adjoint = typename vjp_function<F, Wrt>::template plan<X...>;
    using task = detail::adjoint_task<true>;
    using result = value_and_vjp_result<
        detail::rebind<typename adjoint::call::result, typename adjoint::scalar>,
        typename adjoint::result>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_adjoint<F, Wrt, true>{this->differentiated};
  }
};

namespace detail {

template <class F, class Wrt, class... A>
  requires(leading_route_of<F, point_arguments<Wrt>(sizeof...(A)), A...>::exists)
struct formula_route<value_and_jvp_function<F, Wrt>, A...>
    : product_route<value_and_jvp_function, F, Wrt, point_arguments<Wrt>(sizeof...(A)),
                    leading_route_of<F, point_arguments<Wrt>(sizeof...(A)), A...>> {};
template <class F, class Wrt, class... A>
  requires(sizeof...(A) > 0 &&
           leading_route_of<F, static_cast<int>(sizeof...(A)) - 1, A...>::exists)
struct formula_route<value_and_vjp_function<F, Wrt>, A...>
    : product_route<value_and_vjp_function, F, Wrt, static_cast<int>(sizeof...(A)) - 1,
                    leading_route_of<F, static_cast<int>(sizeof...(A)) - 1, A...>> {};

}  // namespace detail

/// The value and its derivative along a direction in one run:
///
///   auto [y, dy] = value_and_jvp(f)(x, v);   // y = f(x), dy = J(x) v
///
/// What JAX's jvp returns. Arguments, shapes, cost and errors are those of jvp(f); the value is computed by
/// the operations of f in their order. Into spans: the value, then the product.
template <class F, int... Index>
constexpr value_and_jvp_function<F, wrt_t<Index...>> value_and_jvp(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// The value and the product of a weight vector with the Jacobian in one run:
///
///   auto [y, dx] = value_and_vjp(f)(x, w);   // y = f(x), dx = w' J(x)
///
/// Arguments, shapes, cost and errors are those of vjp(f).
template <class F, int... Index>
constexpr value_and_vjp_function<F, wrt_t<Index...>> value_and_vjp(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
