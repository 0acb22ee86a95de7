// SPDX-License-Identifier: MIT
// Functors written for Ceres, without Ceres: as callables of etad, and evaluated as Ceres does.
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/interop/parameter_blocks.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

/// The parameters of a block, one after the other: a std::array, or a std::span of fixed extent.
template <class Block>
concept parameter_block = requires(const Block& block) {
  *block.data();
  block.size();
};

}  // namespace detail

/// What ceres_functor() returns.
template <std::size_t Residuals, class Functor>
struct ceres_callable {
  [[no_unique_address]] Functor functor;

  template <detail::parameter_block... Block>
    requires(sizeof...(Block) > 0)
  constexpr auto operator()(const Block&... parameters) const {
    using scalar = std::common_type_t<std::remove_cvref_t<decltype(*parameters.data())>...>;
    std::array<scalar, Residuals> residuals{};
    if (!functor(parameters.data()..., residuals.data())) throw detail::not_evaluated();
    return residuals;
  }
};

/// A functor written for Ceres as a callable of etad: from
///
///   struct error { template <class T> bool operator()(const T* a, const T* b, T* residuals) const; };
///
/// ceres_functor<Residuals>(error{...}) is a function of one std::array for each parameter block that
/// returns std::array<T, Residuals>. So jacobian(ceres_functor<2>(error{...}))(camera, point) is a tuple
/// of two matrices, one for each block. A functor whose code is constexpr is traced with its members as data, any
/// other runs on dual numbers. Throws std::domain_error where the functor returns false.
template <std::size_t Residuals, class Functor>
constexpr ceres_callable<Residuals, Functor> ceres_functor(Functor functor) {
  return {std::move(functor)};
}

/// Evaluates a functor written for Ceres and its Jacobians with the arguments of
/// ceres::CostFunction::Evaluate, for solvers that speak this protocol:
///
///   const etad::ceres_evaluator<error, 2, 9, 3> evaluator{error{...}};
///   evaluator.evaluate(parameters, residuals, jacobians);
///
/// The sizes are those of the residuals and of each parameter block, as in ceres::AutoDiffCostFunction. For Ceres itself
/// see etad/interop/ceres_solver.hpp.
template <class Functor, std::size_t Residuals, std::size_t... Sizes>
  requires(sizeof...(Sizes) > 0)
class ceres_evaluator : public detail::block_evaluator<ceres_callable<Residuals, Functor>,
                                                       Residuals, std::tuple<>, Sizes...> {
  using base = detail::block_evaluator<ceres_callable<Residuals, Functor>, Residuals, std::tuple<>,
                                       Sizes...>;

 public:
  constexpr explicit ceres_evaluator(Functor functor) : base({std::move(functor)}, {}) {}
};

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
