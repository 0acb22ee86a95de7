// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/verb/jacobian_task.hpp>
#include <etad/verb/mode.hpp>
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

template <jacobian_mode Mode, class F, class Wrt, class... A>
struct gradient_call_in_mode
    : call_in_mode<Mode == jacobian_mode::forward ? jacobian_mode::automatic : Mode, F, Wrt, A...> {
  static_assert(gradient_call_in_mode::results == 1,
                "ETAD-020: etad::gradient(f) requires f(x) to return one number; it returned "
                "several. Did you mean etad::jacobian?");
};

template <class F, class Wrt, class... A>
using gradient_call = gradient_call_in_mode<jacobian_mode::automatic, F, Wrt, A...>;

template <jacobian_mode Mode, class F, class Wrt, class... A>
struct gradient_plan {
  using call = gradient_call_in_mode<Mode, F, Wrt, A...>;
  using scalar = typename call::scalar;
  using task = jacobian_task<wanted_outputs<false>, Mode>;
  using result = typename call::mirrored;
  static constexpr auto parts(result& r) { return std::tie(r); }
};
template <jacobian_mode Mode, class F, class Wrt, class... A>
struct value_and_gradient_plan {
  using call = gradient_call_in_mode<Mode, F, Wrt, A...>;
  using scalar = typename call::scalar;
  using task = jacobian_task<wanted_outputs<true>, Mode>;
  using result = value_and_gradient_result<typename call::result, typename call::mirrored>;
  static constexpr auto parts(result& r) { return result::parts(r); }
};

}  // namespace detail

template <class F, class Wrt>
struct gradient_function : detail::verb<gradient_function<F, Wrt>, F> {
  template <class... A>
  using plan = detail::gradient_plan<detail::jacobian_mode::automatic, F, Wrt, A...>;

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, false>{this->differentiated};
  }
};

template <class F, class Wrt>
struct value_and_gradient_function : detail::verb<value_and_gradient_function<F, Wrt>, F> {
  template <class... A>
  using plan = detail::value_and_gradient_plan<detail::jacobian_mode::automatic, F, Wrt, A...>;

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, true>{this->differentiated};
  }
};

/// Gradients in a mode that the user forces.
template <class F, class Wrt, detail::jacobian_mode Mode>
struct gradient_in_mode_function : detail::verb<gradient_in_mode_function<F, Wrt, Mode>, F> {
  template <class... A>
  using plan = detail::gradient_plan<Mode, F, Wrt, A...>;

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, false, Mode>{this->differentiated};
  }
};
template <class F, class Wrt, detail::jacobian_mode Mode>
struct value_and_gradient_in_mode_function
    : detail::verb<value_and_gradient_in_mode_function<F, Wrt, Mode>, F> {
  template <class... A>
  using plan = detail::value_and_gradient_plan<Mode, F, Wrt, A...>;

  constexpr auto at_run_time() const {
    return detail::run_time_gradient<F, Wrt, true, Mode>{this->differentiated};
  }
};

/// The gradient of a scalar function: gradient(f)(x...) = (df/dx...).
///
/// The result has the shape of the arguments: one argument gives that type, several a std::tuple
/// with one entry each, so `auto [dx, dy] = gradient(f)(x, y)`. `wrt<I...>` selects arguments; the
/// others are data. Cost: reverse mode, at most a small multiple of f whatever the number of
/// arguments; `forward` or `reverse` as second argument force a mode, of arguments of run-time size dual numbers or a
/// tape. Errors: ETAD-010 to ETAD-013, ETAD-020.
template <class F, int... Index>
constexpr gradient_function<F, wrt_t<Index...>> gradient(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

template <class F, detail::jacobian_mode Mode, int... Index>
constexpr gradient_in_mode_function<F, wrt_t<Index...>, Mode> gradient(
    F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

/// The value and the gradient in one run: `auto [v, g] = value_and_gradient(f)(x)`. The value is
/// computed by the operations of f in their order.
template <class F, int... Index>
constexpr value_and_gradient_function<F, wrt_t<Index...>> value_and_gradient(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr value_and_gradient_in_mode_function<F, wrt_t<Index...>, Mode> value_and_gradient(
    F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
