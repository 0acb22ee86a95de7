// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

/// The nonlinear regression part of NIST's Statistical Reference Datasets (StRD): observations of a
/// response at known predictors, two starting points, and least-squares parameters that NIST
/// certifies to 11 digits (computed there in 500-digit arithmetic by two programs).
/// Source: https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml; the numbers are in the public
/// domain.
namespace nist {

template <std::size_t Parameters, std::size_t Rows, class Predictor = double>
struct data_set {
  struct row {
    double response;
    Predictor predictor;
  };

  std::string_view name;
  std::string_view difficulty;
  std::array<std::array<double, Parameters>, 2> starts;
  std::array<double, Parameters> certified;
  double residual_sum_of_squares;
  std::array<row, Rows> rows;
};

}  // namespace nist
