// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/verb/jacobian_task.hpp>
#include <etad/verb/verb.hpp>

namespace etad::inline ETAD_ABI {

/// A value together with its gradient.
template <class Value, class Gradient>
struct value_and_gradient_result {
  Value value;
  Gradient gradient;

  bool operator==(const value_and_gradient_result&) const = default;

  template <class U>
  using rebind = value_and_gradient_result<detail::rebind<Value, U>, detail::rebind<Gradient, U>>;
  static constexpr auto parts(auto& self) { return std::tie(self.value, self.gradient); }
};

namespace detail {

template <class F, class Wrt, class... A>
struct gradient_call : call_of<F, Wrt, A...> {
  static_assert(gradient_call::results == 1,
                "ETAD-020: etad::gradient(f) requires f(x) to return one number; it returned "
                "several. Did you mean etad::jacobian?");
};

}  // namespace detail

template <class F, class Wrt>
struct gradient_function : detail::verb<gradient_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using call = detail::gradient_call<F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false>>;
    using result = typename call::mirrored;
    static constexpr auto parts(result& r) { return std::tie(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, false>{this->differentiated};
  }
};

template <class F, class Wrt>
struct value_and_gradient_function : detail::verb<value_and_gradient_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using call = detail::gradient_call<F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<true>>;
    using result = value_and_gradient_result<typename call::result, typename call::mirrored>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, true>{this->differentiated};
  }
};

/// The gradient of a scalar function: gradient(f)(x...) = (df/dx...).
///
/// The result has the shape of the arguments: one argument gives that type, several a std::tuple
/// with one entry each, so `auto [dx, dy] = gradient(f)(x, y)`. `wrt<I...>` selects arguments; the
/// others are data. Cost: reverse mode, at most a small multiple of f whatever the number of
/// arguments. Errors: ETAD-010 to ETAD-013, ETAD-020.
template <class F, int... Index>
constexpr gradient_function<F, wrt_t<Index...>> gradient(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// The value and the gradient in one run: `auto [v, g] = value_and_gradient(f)(x)`. The value is
/// computed by the operations of f in their order.
template <class F, int... Index>
constexpr value_and_gradient_function<F, wrt_t<Index...>> value_and_gradient(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
