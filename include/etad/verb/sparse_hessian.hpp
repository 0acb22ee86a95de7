// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/call/run_time/sparse.hpp>
#include <etad/core/sparse_matrix.hpp>
#include <etad/verb/hessian.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/sparsity_pattern.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class F, class Wrt, class... A>
using sparse_hessian_result =
    sparse_matrix<typename sparse_call<F, gradient_function<F, Wrt>, Wrt, A...>::scalar,
                  hessian_rows<F, Wrt, A...>>;

}  // namespace detail

template <class F, class Wrt, detail::jacobian_mode Mode>
struct sparse_hessian_function : detail::verb<sparse_hessian_function<F, Wrt, Mode>, F> {
  template <class... A>
  struct plan {
    using call = detail::sparse_call<F, value_and_gradient_function<F, Wrt>, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false, 1, true, true>, Mode>;
    using result = detail::sparse_hessian_result<F, Wrt, A...>;
    static constexpr auto parts(result& r) { return result::parts(r); }
    static constexpr auto differentiated(const F& f) {
      return value_and_gradient_function<F, Wrt>{{f}};
    }
  };

  constexpr auto at_run_time() const {
    using gradient = gradient_function<F, Wrt>;
    return detail::run_time_sparse_hessian<gradient, F, Wrt, false>{this->differentiated};
  }
};

template <class F, class Wrt>
struct value_gradient_sparse_hessian_function
    : detail::verb<value_gradient_sparse_hessian_function<F, Wrt>, F> {
  template <class... A>
  struct plan {
    using base = detail::gradient_call<F, Wrt, A...>;
    using call = detail::sparse_call<F, value_and_gradient_function<F, Wrt>, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<true, 1, true, true>>;
    using result = value_gradient_hessian_result<typename base::result, typename base::mirrored,
                                                 detail::sparse_hessian_result<F, Wrt, A...>>;
    static constexpr auto parts(result& r) { return result::parts(r); }
    static constexpr auto differentiated(const F& f) {
      return value_and_gradient_function<F, Wrt>{{f}};
    }
  };

  constexpr auto at_run_time() const {
    using gradient = value_and_gradient_function<F, Wrt>;
    return detail::run_time_sparse_hessian<gradient, F, Wrt, true>{this->differentiated};
  }
};

/// The structural nonzeros of the Hessian H(i, j) = d2f/(dx_i dx_j) of a scalar function as an
/// etad::sparse_matrix in compressed row order. Both triangles are stored; each pair is computed once,
/// so the matrix is exactly symmetric.
///
/// One matrix whatever the arguments, as in etad::sparse_jacobian. `lanes` forces packed forward mode
/// over the gradient: one lane for each colour of a star colouring. Of arguments of run-time size the
/// result is an etad::dynamic_sparse_matrix; in a loop see hessian_sparsity_at. Errors: ETAD-010 to
/// ETAD-013, ETAD-020, ETAD-037, ETAD-046, ETAD-158.
template <class F, int... Index>
constexpr auto sparse_hessian(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return sparse_hessian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>{
      {std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto sparse_hessian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  static_assert(
      Mode == detail::jacobian_mode::lanes,
      "ETAD-046: etad::sparse_hessian(f, mode) requires the mode etad::lanes; another one "
      "was seen. Leave the mode out, and the cheapest order of elimination is taken.");
  return sparse_hessian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}

/// Value, gradient and sparse Hessian in one run: `auto [v, g, H] =
/// value_gradient_sparse_hessian(f)(x)`.
template <class F, int... Index>
constexpr value_gradient_sparse_hessian_function<F, wrt_t<Index...>> value_gradient_sparse_hessian(
    F f, wrt_t<Index...> = {}) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return {{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
