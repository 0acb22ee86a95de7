// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/core/matrix.hpp>
#include <etad/verb/gradient.hpp>

namespace etad::inline ETAD_ABI {

/// A value together with its gradient and Hessian.
template <class Value, class Gradient, class Hessian>
struct value_gradient_hessian_result {
  Value value;
  Gradient gradient;
  Hessian hessian;

  bool operator==(const value_gradient_hessian_result&) const = default;

  template <class U>
  using rebind =
      value_gradient_hessian_result<detail::rebind<Value, U>, detail::rebind<Gradient, U>,
                                    detail::rebind<Hessian, U>>;
  static constexpr auto parts(auto& self) {
    return std::tie(self.value, self.gradient, self.hessian);
  }
};

namespace detail {

template <class T, std::size_t Rows, class... A>
using hessian_row = std::tuple<
    typename matrix_beside<A, T, Rows, static_cast<std::size_t>(shape<A>::leaves)>::type...>;

/// One square matrix, or a tuple of rows of blocks for several array arguments.
template <class T, class... A>
auto hessian_blocks(const std::tuple<A...>&) {
  constexpr auto n = static_cast<std::size_t>((0 + ... + shape<A>::leaves));
  if constexpr (sizeof...(A) == 1 || (shape<A>::is_scalar && ...)) {
    return typename matrix_beside<std::tuple_element_t<0, std::tuple<A...>>, T, n, n>::type{};
  } else {
    return std::tuple<hessian_row<T, static_cast<std::size_t>(shape<A>::leaves), A...>...>{};
  }
}
template <class Call>
using hessian_result = decltype(hessian_blocks<typename Call::scalar>(
    std::declval<typename Call::selected_arguments>()));

}  // namespace detail

template <class F, class Wrt>
struct hessian_function : detail::verb<hessian_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using call = detail::call_of<value_and_gradient_function<F, Wrt>, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false, 1, true>>;
    using result = detail::hessian_result<call>;
    static constexpr auto parts(result& r) { return std::tie(r); }
    static constexpr auto differentiated(const F& f) {
      return value_and_gradient_function<F, Wrt>{{f}};
    }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_hessian<gradient_function<F, Wrt>, Wrt, false>{
        {{this->differentiated}}};
  }
};

template <class F, class Wrt>
struct value_gradient_hessian_function : detail::verb<value_gradient_hessian_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using base = detail::gradient_call<F, Wrt, A...>;
    using call = detail::call_of<value_and_gradient_function<F, Wrt>, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<true, 1, true>>;
    using result = value_gradient_hessian_result<typename base::result, typename base::mirrored,
                                                 detail::hessian_result<call>>;
    static constexpr auto parts(result& r) { return result::parts(r); }
    static constexpr auto differentiated(const F& f) {
      return value_and_gradient_function<F, Wrt>{{f}};
    }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_hessian<value_and_gradient_function<F, Wrt>, Wrt, true>{
        {{this->differentiated}}};
  }
};

/// The Hessian of a scalar function: H(i, j) = d2f/(dx_i dx_j), exactly symmetric.
///
/// One argument, or scalars only: one square etad::matrix. Several arguments with an array among
/// them: a std::tuple of rows, each a std::tuple of blocks. One reverse sweep keeps the second
/// derivatives by pairs of values, each pair once. Method: Gower and Mello (2012), edge pushing.
/// Errors: ETAD-010 to ETAD-013, ETAD-020.
template <class F, int... Index>
constexpr hessian_function<F, wrt_t<Index...>> hessian(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// Value, gradient and Hessian in one run: `auto [v, g, H] = value_gradient_hessian(f)(x)`.
template <class F, int... Index>
constexpr value_gradient_hessian_function<F, wrt_t<Index...>> value_gradient_hessian(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
