// SPDX-License-Identifier: MIT
// Functors written for Ceres, without Ceres: as callables of etad, and evaluated as Ceres does.
#pragma once

#include <array>
#include <cstddef>
#include <stdexcept>
#include <tuple>
#include <type_traits>
#include <utility>

#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI {

namespace detail {

struct not_evaluated : std::domain_error {
  not_evaluated()
      : std::domain_error(
            "etad: etad::ceres_functor requires the functor to return true; it returned false: it "
            "could not be evaluated at these parameters. Nothing was written.") {}
};

}  // namespace detail

/// What ceres_functor() returns.
template <std::size_t Residuals, class Functor>
struct ceres_callable {
  [[no_unique_address]] Functor functor;

  template <class T, std::size_t... Sizes>
    requires(sizeof...(Sizes) > 0)
  constexpr std::array<T, Residuals> operator()(const std::array<T, Sizes>&... parameters) const {
    std::array<T, Residuals> residuals{};
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
/// of two matrices, one for each block. A functor without members whose code is constexpr is traced, any
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
  template <std::size_t Size>
  using block = std::array<double, Size>;
  using callable = ceres_callable<Residuals, Functor>;

  template <std::size_t Size>
  static block<Size> read(const double* from) {
    block<Size> values{};
    for (std::size_t i = 0; i < Size; ++i) values[i] = from[i];
    return values;
  }
  static void write(double* to, const double* from, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) to[i] = from[i];
  }

  template <std::size_t... Index>
  bool evaluate(const double* const* parameters, double* residuals, double** jacobians,
                std::index_sequence<Index...>) const {
    try {
      if (jacobians == nullptr) {
        const auto values = function_(read<Sizes>(parameters[Index])...);
        write(residuals, values.data(), Residuals);
      } else {
        const auto result = value_and_jacobian(function_)(read<Sizes>(parameters[Index])...);
        write(residuals, result.value.data(), Residuals);
        const auto give = [&](std::size_t k, const auto& matrix) {
          if (jacobians[k] != nullptr) write(jacobians[k], matrix.data(), matrix.size());
        };
        if constexpr (sizeof...(Sizes) == 1) {
          give(0, result.jacobian);
        } else {
          (give(Index, std::get<Index>(result.jacobian)), ...);
        }
      }
    } catch (const detail::not_evaluated&) {
      return false;
    }
    return true;
  }

  callable function_;
};

}  // namespace etad::inline ETAD_ABI
