// SPDX-License-Identifier: MIT
// Residuals of several blocks of parameters and their Jacobians, by pointers to memory of the caller as solvers for
// nonlinear least squares pass them.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <etad/core/warnings_off.hpp>

#include <etad/call/separated.hpp>
#include <etad/call/traced/traceable.hpp>
#include <etad/call/wrt.hpp>
#include <etad/core/sized.hpp>
#include <etad/verb/jacobian.hpp>

namespace etad::inline ETAD_ABI::detail {

struct not_evaluated : std::domain_error {
  not_evaluated()
      : std::domain_error(
            "etad: etad::ceres_functor requires the functor to return true; it returned false: it "
            "could not be evaluated at these parameters. Nothing was written.") {}
};

/// function(block..., data...) has so many residuals, as an array or a number, and is differentiated by the blocks.
template <class Function, std::size_t Residuals, class Data, std::size_t... Sizes>
class block_evaluator;

template <class Function, std::size_t Residuals, class... Data, std::size_t... Sizes>
class block_evaluator<Function, Residuals, std::tuple<Data...>, Sizes...> {
 public:
  constexpr block_evaluator(Function function, std::tuple<Data...> data)
      : function_(std::move(function)), data_(std::move(data)) {}

  /// parameters[k] points to block k. Writes the residuals; and, unless `jacobians` is null, the
  /// Residuals x Sizes[k] matrix of derivatives by block k to jacobians[k], by rows, for each k for which
  /// that is not null. False if a functor written for Ceres returns false; nothing is written then.
  bool evaluate(const double* const* parameters, double* residuals, double** jacobians) const {
    return evaluate(parameters, residuals, jacobians, std::index_sequence_for<block<Sizes>...>{},
                    std::index_sequence_for<Data...>{});
  }

 private:
  template <std::size_t Size>
  using block = std::span<const double, Size>;
  template <std::size_t Size>
  using matrix_memory = span_part<double, static_cast<int>(Residuals* Size)>;
  /// Data that the function takes as it is, such as `double x`, goes another way.
  static constexpr bool is_traced = ((is_traceable_argument<Data> && !run_time_sized<Data>)&&...) &&
                                    accepts_traced<Function, std::array<double, Sizes>..., Data...>;

  template <std::size_t... Index, std::size_t... Datum>
  bool evaluate(const double* const* parameters, double* residuals, double** jacobians,
                std::index_sequence<Index...> blocks, std::index_sequence<Datum...> data) const {
    try {
      if (jacobians == nullptr) {
        const auto values =
            function_(array_of<Sizes>(parameters[Index])..., std::get<Datum>(data_)...);
        copy(values, residuals);
      } else {
        // Where a matrix is not wanted, it is written nevertheless, to nowhere.
        std::tuple<std::array<double, Residuals * Sizes>...> unwanted;
        differentiate(parameters, {residuals},
                      {matrix_memory<Sizes>{jacobians[Index] != nullptr
                                                ? jacobians[Index]
                                                : std::get<Index>(unwanted).data()}...},
                      blocks, data);
      }
    } catch (const not_evaluated&) {
      return false;
    }
    return true;
  }

  template <std::size_t Size>
  static std::array<double, Size> array_of(const double* parameters) {
    std::array<double, Size> copy;
    for (std::size_t i = 0; i < Size; ++i) copy[i] = parameters[i];
    return copy;
  }

  template <class A>
  static void copy(const A& numbers, double* out) {
    const auto store = [&out](const auto& number) { *out++ = number; };
    shape<A>::visit(numbers, store);
  }

  /// Writes straight into the memory of the caller, which may overlap the parameters.
  template <std::size_t... Index, std::size_t... Datum>
  [[gnu::always_inline]] void differentiate(const double* const* parameters,
                                            span_part<double, static_cast<int>(Residuals)> values,
                                            std::tuple<matrix_memory<Sizes>...> matrices,
                                            std::index_sequence<Index...>,
                                            std::index_sequence<Datum...>) const {
    const auto verb = value_and_jacobian(function_, wrt_t<static_cast<int>(Index)...>{});
    if constexpr (is_traced) {
      using plan = typename decltype(verb)::template plan<std::array<double, Sizes>..., Data...>;
      const std::tuple<block<Sizes>...> blocks{block<Sizes>(parameters[Index], Sizes)...};
      plan::call::template execute<plan>(
          function_, std::tie(values, std::get<Index>(matrices)...),
          separated<double, block<Sizes>>(std::get<Index>(blocks), values,
                                          std::get<Index>(matrices)...)
              .numbers()...,
          std::get<Datum>(data_)...);
    } else {
      const auto result = verb(array_of<Sizes>(parameters[Index])..., std::get<Datum>(data_)...);
      copy(result.value, values.data);
      if constexpr (sizeof...(Sizes) == 1) {
        (copy(result.jacobian, std::get<Index>(matrices).data), ...);
      } else {
        (copy(std::get<Index>(result.jacobian), std::get<Index>(matrices).data), ...);
      }
    }
  }

  [[no_unique_address]] Function function_;
  [[no_unique_address]] std::tuple<Data...> data_;
};

}  // namespace etad::inline ETAD_ABI::detail

#include <etad/core/warnings_on.hpp>
