// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/verb/jacobian_task.hpp>
#include <etad/verb/verb.hpp>

namespace etad::inline ETAD_ABI {

template <class F, class Wrt>
struct derivative_function : detail::verb<derivative_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using call = detail::call_of<F, Wrt, A...>;
    static_assert(call::selected_leaves == 1,
                  "ETAD-021: etad::derivative(f) requires one differentiated number; there are "
                  "several. Did you mean etad::gradient, etad::jacobian or wrt<I>?");
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false>>;
    using result = typename call::result;
    static constexpr auto parts(result& r) { return std::tie(r); }
  };

  constexpr auto at_run_time() const {
    return detail::run_time_derivative<F, Wrt>{this->differentiated};
  }
};

/// The derivative of a function of one number: derivative(f)(x) = f'(x), in the shape of f(x);
/// derivative<K>(f) is the K-th derivative. Further arguments are data: derivative(f, wrt<0>)(x, p).
/// Cost: forward mode, about twice f; each order multiplies it again, less what the orders share.
/// Errors: ETAD-010 to ETAD-013, ETAD-021.
template <int K = 1, class F, int... Index>
  requires(K >= 0)
constexpr auto derivative(F f,
                          wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  if constexpr (K == 0) {
    return f;
  } else if constexpr (K == 1) {
    return derivative_function<F, wrt_t<Index...>>{{std::move(f)}};
  } else {
    return derivative<1>(derivative<K - 1>(std::move(f), wrt_t<Index...>{}), wrt_t<Index...>{});
  }
}

}  // namespace etad::inline ETAD_ABI
