// SPDX-License-Identifier: MIT
#pragma once

#include <utility>

#include <etad/call/run_time/call.hpp>
#include <etad/call/run_time/sparse.hpp>
#include <etad/verb/sparse_hessian.hpp>
#include <etad/verb/sparse_jacobian.hpp>

namespace etad::inline ETAD_ABI {

template <class F, class Wrt, template <class, class> class Task>
struct sparsity_at_function {
  [[no_unique_address]] F differentiated;

  template <class... X>
  dynamic_sparsity operator()(const X&... x) const {
    return detail::run_time_call(Task<F, Wrt>{differentiated}, x...);
  }
};

/// Where the Jacobian of f at x... has structural nonzeros, with a colouring of its columns, for
/// arguments of any kind of size: `const auto where = jacobian_sparsity_at(f)(x)`. f is recorded once; an
/// entry counts as a zero only if its output was not computed from the argument. It is that of the
/// branches taken at x, and of the sizes of x. Pass it to sparse_jacobian(f, where) for every point with
/// the same branches.
///
/// Rows and columns as in etad::jacobian; columns of several arguments follow one another. Cost: a
/// record of f, the records between each result and its arguments, and the colouring, rows * nonzeros of
/// a row^2. Errors: ETAD-013, ETAD-158.
template <class F, int... Index>
constexpr auto jacobian_sparsity_at(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return sparsity_at_function<F, wrt_t<Index...>, detail::jacobian_sparsity_task>{std::move(f)};
}

/// The same for the Hessian of a scalar function, both triangles, with a star colouring. The gradient is
/// recorded, by a tape of variables of another tape. Errors: ETAD-013, ETAD-020, ETAD-158.
template <class F, int... Index>
constexpr auto hessian_sparsity_at(F f, wrt_t<Index...> = {}) noexcept(
    std::is_nothrow_copy_constructible_v<F>) {
  return sparsity_at_function<F, wrt_t<Index...>, detail::hessian_sparsity_task>{std::move(f)};
}

/// A sparse verb whose pattern is given.
template <class F, class Task>
struct patterned_verb {
  [[no_unique_address]] F differentiated;
  dynamic_sparsity pattern;

  template <class... X>
  auto operator()(const X&... x) const {
    return detail::run_time_call(Task{differentiated, &pattern}, x...);
  }
};

/// etad::sparse_jacobian with the pattern found before: a call runs f once for every 4, 8 or 16 colours
/// on dual numbers. A trailing std::span receives the nonzeros in the order of the pattern, an
/// etad::workspace behind it lends memory. Nothing tells a pattern of other branches from the right one:
/// entries that it lacks are lost. Errors: ETAD-013, ETAD-030, ETAD-159.
template <class F, int... Index>
auto sparse_jacobian(F f, dynamic_sparsity pattern, wrt_t<Index...> = {}) {
  using task = detail::run_time_sparse_jacobian<F, wrt_t<Index...>, false>;
  return patterned_verb<F, task>{std::move(f), std::move(pattern)};
}
template <class F, int... Index>
auto value_and_sparse_jacobian(F f, dynamic_sparsity pattern, wrt_t<Index...> = {}) {
  using task = detail::run_time_sparse_jacobian<F, wrt_t<Index...>, true>;
  return patterned_verb<F, task>{std::move(f), std::move(pattern)};
}

/// etad::sparse_hessian with the pattern found before: one gradient on dual numbers for every 4, 8 or 16
/// colours, exactly symmetric. Spans, workspace, branches and errors as for sparse_jacobian.
template <class F, int... Index>
auto sparse_hessian(F f, dynamic_sparsity pattern, wrt_t<Index...> = {}) {
  using wrt = wrt_t<Index...>;
  using task = detail::run_time_sparse_hessian<gradient_function<F, wrt>, F, wrt, false>;
  return patterned_verb<F, task>{std::move(f), std::move(pattern)};
}
template <class F, int... Index>
auto value_gradient_sparse_hessian(F f, dynamic_sparsity pattern, wrt_t<Index...> = {}) {
  using wrt = wrt_t<Index...>;
  using task = detail::run_time_sparse_hessian<value_and_gradient_function<F, wrt>, F, wrt, true>;
  return patterned_verb<F, task>{std::move(f), std::move(pattern)};
}

}  // namespace etad::inline ETAD_ABI
