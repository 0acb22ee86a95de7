// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace models {

/// Log-likelihood of a point under a mixture of normal distributions with diagonal covariances,
///   log sum_k weight_k prod_j normal(x_j; mean_kj, deviation_kj),
/// as a function of unconstrained parameters: for each component k one logit (the weights are their
/// softmax), Dimension means and Dimension logarithms of deviations, component by component.
///
/// What depends on the parameters alone is computed once for all points, by prepare(); the function
/// itself takes what prepare() returned: for each component the logarithm of the factor in front of
/// the exponential, Dimension quotients mean / deviation and Dimension reciprocals of deviations.
template <std::size_t Dimension, std::size_t Components>
struct mixture {
  static constexpr std::size_t stride = 1 + 2 * Dimension;
  static constexpr std::size_t parameters = Components * stride;

  /// The points are data and may be of another type.
  template <class T, class Data>
  constexpr T operator()(const std::array<T, parameters>& prepared,
                         const std::array<Data, Dimension>& point) const {
    std::array<T, Components> exponent;
    for (std::size_t k = 0; k < Components; ++k) {
      const std::size_t first = k * stride;
      T squares = square(deviate(prepared, first, point, 0));
      for (std::size_t j = 1; j < Dimension; ++j)
        squares = squares + square(deviate(prepared, first, point, j));
      exponent[k] = prepared[first] - 0.5 * squares;
    }
    return log_sum_exp(exponent);
  }

  template <class T>
  static constexpr std::array<T, parameters> prepare(const std::array<T, parameters>& unprepared) {
    using std::exp;
    std::array<T, Components> logit;
    for (std::size_t k = 0; k < Components; ++k) logit[k] = unprepared[k * stride];
    const T log_of_weights = log_sum_exp(logit);
    std::array<T, parameters> result;
    for (std::size_t k = 0; k < Components; ++k) {
      const std::size_t first = k * stride;
      T factor = logit[k] - log_of_weights - half_log_of_two_pi * static_cast<double>(Dimension);
      for (std::size_t j = 1; j <= Dimension; ++j) {
        const T log_of_deviation = unprepared[first + Dimension + j];
        const T reciprocal = exp(-log_of_deviation);
        factor = factor - log_of_deviation;
        result[first + j] = unprepared[first + j] * reciprocal;
        result[first + Dimension + j] = reciprocal;
      }
      result[first] = factor;
    }
    return result;
  }

 private:
  static constexpr double half_log_of_two_pi = 0.91893853320467274178;

  template <class T>
  static constexpr T square(const T& x) {
    return x * x;
  }

  template <class T, class Data>
  static constexpr T deviate(const std::array<T, parameters>& prepared, std::size_t first,
                             const std::array<Data, Dimension>& point, std::size_t j) {
    return point[j] * prepared[first + Dimension + 1 + j] - prepared[first + 1 + j];
  }

  /// No overflow: the largest exponent is taken out.
  template <class T>
  static constexpr T log_sum_exp(const std::array<T, Components>& x) {
    using std::exp;
    using std::fmax;
    using std::log;
    T largest = x[0];
    for (std::size_t k = 1; k < Components; ++k) largest = fmax(largest, x[k]);
    T sum = exp(x[0] - largest);
    for (std::size_t k = 1; k < Components; ++k) sum = sum + exp(x[k] - largest);
    return largest + log(sum);
  }
};

}  // namespace models
