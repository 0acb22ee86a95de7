// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/call/run_time/sparse.hpp>
#include <etad/core/sparse_matrix.hpp>
#include <etad/verb/jacobian.hpp>
#include <etad/verb/sparsity_pattern.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

template <class Call>
using sparse_jacobian_result = sparse_matrix<typename Call::scalar, jacobian_rows<Call>>;

}  // namespace detail

template <class F, class Wrt, detail::jacobian_mode Mode>
struct sparse_jacobian_function : detail::verb<sparse_jacobian_function<F, Wrt, Mode>, F> {
  template <class... A>
  struct plan {
    using call = detail::sparse_call<F, F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<false, 0, false, true>, Mode>;
    using result = detail::sparse_jacobian_result<call>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::at_run_time_by_colours<Mode, detail::run_time_sparse_jacobian<F, Wrt, false>>(
        this->differentiated);
  }
};

template <class F, class Wrt, detail::jacobian_mode Mode>
struct value_and_sparse_jacobian_function
    : detail::verb<value_and_sparse_jacobian_function<F, Wrt, Mode>, F> {
  template <class... A>
  struct plan {
    using call = detail::sparse_call<F, F, Wrt, A...>;
    using scalar = typename call::scalar;
    using task = detail::jacobian_task<detail::wanted_outputs<true, 0, false, true>, Mode>;
    using result =
        value_and_jacobian_result<typename call::result, detail::sparse_jacobian_result<call>>;
    static constexpr auto parts(result& r) { return result::parts(r); }
  };

  constexpr auto at_run_time() const {
    return detail::at_run_time_by_colours<Mode, detail::run_time_sparse_jacobian<F, Wrt, true>>(
        this->differentiated);
  }
};

/// The structural nonzeros of the Jacobian J(i, j) = df_i/dx_j as an etad::sparse_matrix: values in
/// compressed row order, where they stand a constant of the type. Only they are computed and written.
///
/// One matrix whatever the arguments: the columns of several arguments follow one another, as do the
/// numbers of arrays. `wrt<I...>` selects arguments; the mode is chosen as in etad::jacobian, and can be
/// forced as there. A trailing std::span receives the values. Of arguments of run-time size the result is
/// an etad::dynamic_sparse_matrix, whose pattern is found at each call: in a loop find it once, see
/// jacobian_sparsity_at. Errors: ETAD-010 to ETAD-013, ETAD-037, ETAD-038, ETAD-158.
template <class F, int... Index>
constexpr auto sparse_jacobian(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return sparse_jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>{
      {std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto sparse_jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return sparse_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto sparse_jacobian(F f, wrt_t<Index...>,
                               mode_tag<Mode>) noexcept(std::is_nothrow_copy_constructible_v<F>) {
  return sparse_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}

/// The value and the sparse Jacobian in one run: `auto [v, J] = value_and_sparse_jacobian(f)(x)`.
template <class F, int... Index>
constexpr auto value_and_sparse_jacobian(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_sparse_jacobian_function<F, wrt_t<Index...>, detail::jacobian_mode::automatic>{
      {std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto value_and_sparse_jacobian(F f, mode_tag<Mode>, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_sparse_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}
template <class F, detail::jacobian_mode Mode, int... Index>
constexpr auto value_and_sparse_jacobian(F f, wrt_t<Index...>, mode_tag<Mode>) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return value_and_sparse_jacobian_function<F, wrt_t<Index...>, Mode>{{std::move(f)}};
}

}  // namespace etad::inline ETAD_ABI
