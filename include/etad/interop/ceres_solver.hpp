// SPDX-License-Identifier: MIT
// Cost functions for the Ceres Solver (Debian: libceres-dev) from callables of etad.
#pragma once

#include <ceres/sized_cost_function.h>

#include <cstddef>
#include <tuple>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/ceres.hpp>
#include <etad/interop/parameter_blocks.hpp>

namespace etad::inline ETAD_ABI {

/// What cost_function() makes.
template <class Evaluator, int Residuals, int... Sizes>
class ceres_cost_function final : public ceres::SizedCostFunction<Residuals, Sizes...> {
 public:
  explicit ceres_cost_function(Evaluator evaluator) : evaluator_(std::move(evaluator)) {}

  bool Evaluate(double const* const* parameters, double* residuals,
                double** jacobians) const override {
    return evaluator_.evaluate(parameters, residuals, jacobians);
  }

 private:
  Evaluator evaluator_;
};

/// r(p1, p2, ...; data...) as a cost function of Ceres, with residuals r and the Jacobians dr/dp1, dr/dp2, ...: for
///
///   const auto error = [](const auto& camera, const auto& point, const auto& seen) {
///     return std::array{...};                 // two residuals
///   };
///   problem.AddResidualBlock(etad::cost_function<2, 9, 3>(error, seen), nullptr, camera, point);
///
/// The sizes are those of the residuals and of each parameter block. f takes the blocks as std::array, then the
/// data as they are given, which are not differentiated; one residual may be returned as a number. A functor written for
/// ceres::AutoDiffCostFunction becomes such a callable by ceres_functor<2>(functor). The call is traced where
/// jacobian(f, wrt<0, 1, ...>) is, and writes into Ceres's memory; Jacobians that Ceres does not want (of constant
/// blocks) are null and left out, manifolds are applied by Ceres. The object is made with `new`: problems own what is
/// added to them, as always in Ceres. Errors: those of jacobian; Evaluate returns false where a functor does.
template <int Residuals, int... Sizes, class F, class... Data>
  requires(Residuals > 0 && sizeof...(Sizes) > 0 && ((Sizes > 0) && ...))
auto* cost_function(F f, Data... data) {
  using evaluator =
      detail::block_evaluator<F, static_cast<std::size_t>(Residuals), std::tuple<Data...>,
                              static_cast<std::size_t>(Sizes)...>;
  return new ceres_cost_function<evaluator, Residuals, Sizes...>(
      evaluator(std::move(f), std::tuple<Data...>(std::move(data)...)));
}

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
