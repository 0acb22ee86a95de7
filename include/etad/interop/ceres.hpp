// SPDX-License-Identifier: MIT
// Functors written for Ceres, without Ceres: as callables of etad, and evaluated as Ceres does.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/call/separated.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

struct not_evaluated : std::domain_error {
  not_evaluated()
      : std::domain_error(
            "etad: etad::ceres_functor requires the functor to return true; it returned false: it "
            "could not be evaluated at these parameters. Nothing was written.") {}
};

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
/// The sizes are those of the residuals and of each parameter block, as in ceres::AutoDiffCostFunction.
template <class Functor, std::size_t Residuals, std::size_t... Sizes>
  requires(sizeof...(Sizes) > 0)
class ceres_evaluator {
 public:
  constexpr explicit ceres_evaluator(Functor functor) : function_{std::move(functor)} {}

  /// parameters[k] points to block k. Writes the residuals; and, unless `jacobians` is null, the
  /// Residuals x Sizes[k] matrix of derivatives by block k to jacobians[k], by rows, for each k for which
  /// that is not null. False if the functor returns false; nothing is written then.
  bool evaluate(const double* const* parameters, double* residuals, double** jacobians) const {
    return evaluate(parameters, residuals, jacobians, std::index_sequence_for<block<Sizes>...>{});
  }

 private:
  using callable = ceres_callable<Residuals, Functor>;
  template <std::size_t Size>
  using block = std::span<const double, Size>;
  template <std::size_t Size>
  using matrix_memory = detail::span_part<double, static_cast<int>(Residuals* Size)>;

  template <std::size_t... Index>
  bool evaluate(const double* const* parameters, double* residuals, double** jacobians,
                std::index_sequence<Index...>) const {
    try {
      const std::tuple<block<Sizes>...> blocks{block<Sizes>(parameters[Index], Sizes)...};
      if (jacobians == nullptr) {
        const auto values = function_(std::get<Index>(blocks)...);
        for (std::size_t i = 0; i < Residuals; ++i) residuals[i] = values[i];
      } else if (((jacobians[Index] != nullptr) && ...)) {
        differentiate(blocks, {residuals}, {matrix_memory<Sizes>{jacobians[Index]}...},
                      std::index_sequence<Index...>{});
      } else {
        std::tuple<std::array<double, Residuals * Sizes>...> unwanted;
        differentiate(blocks, {residuals},
                      {matrix_memory<Sizes>{jacobians[Index] != nullptr
                                                ? jacobians[Index]
                                                : std::get<Index>(unwanted).data()}...},
                      std::index_sequence<Index...>{});
      }
    } catch (const detail::not_evaluated&) {
      return false;
    }
    return true;
  }

  /// Writes straight into the memory of the caller, which may overlap the parameters.
  template <std::size_t... Index>
  [[gnu::always_inline]] void differentiate(
      const std::tuple<block<Sizes>...>& blocks,
      detail::span_part<double, static_cast<int>(Residuals)> values,
      std::tuple<matrix_memory<Sizes>...> matrices, std::index_sequence<Index...>) const {
    using verb = decltype(value_and_jacobian(std::declval<const callable&>()));
    using plan = typename verb::template plan<block<Sizes>...>;
    plan::call::template execute<plan>(
        function_, std::tie(values, std::get<Index>(matrices)...),
        detail::separated<double, block<Sizes>>(std::get<Index>(blocks), values,
                                                std::get<Index>(matrices)...)
            .numbers()...);
  }

  callable function_;
};

}  // namespace etad::inline ETAD_ABI

#include <etad/core/warnings_on.hpp>
