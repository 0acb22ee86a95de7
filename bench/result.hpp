// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <tuple>
#include <type_traits>
#include <vector>

namespace bench {

/// What a hand-written or library contender returns; etad returns its own types of the same layout.
template <std::size_t Rows, std::size_t Columns>
struct first_order {
  std::array<double, Rows> value;
  std::array<double, Rows * Columns> jacobian;  // row-major
};

template <std::size_t Columns>
struct second_order {
  double value;
  std::array<double, Columns> gradient;
  std::array<double, Columns * Columns> hessian;
};

/// Appends every number of a result, in the order of its layout, so that results can be compared.
template <class Result>
void flatten(const Result& result, std::vector<double>& numbers) {
  if constexpr (std::is_arithmetic_v<Result>) {
    numbers.push_back(static_cast<double>(result));
  } else if constexpr (requires { result.value; }) {
    flatten(result.value, numbers);
    if constexpr (requires { result.gradient; }) flatten(result.gradient, numbers);
    if constexpr (requires { result.jacobian; }) flatten(result.jacobian, numbers);
    if constexpr (requires { result.hessian; }) flatten(result.hessian, numbers);
  } else if constexpr (requires { result.values; }) {
    flatten(result.values, numbers);
  } else if constexpr (requires { Result::rows* Result::columns; }) {
    for (std::size_t i = 0; i < Result::rows * Result::columns; ++i)
      numbers.push_back(result.data()[i]);
  } else if constexpr (requires { result.begin(); }) {
    for (const auto& entry : result) flatten(entry, numbers);
  } else {
    std::apply([&](const auto&... entry) { (flatten(entry, numbers), ...); }, result);
  }
}

}  // namespace bench
