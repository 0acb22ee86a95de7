// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace models {

/// Right-hand side of the Brusselator with diffusion on a ring of Points points, by the method of
/// lines: u' = a + u^2 v - (b + 1) u + d u_xx, v' = b u - u^2 v + d v_xx with a = 1, b = 3 and
/// d = 0.02, central differences with step 1/Points (Hairer and Wanner, Solving Ordinary Differential
/// Equations II, 1996, section IV.1). y holds u and v of each point in turn. Every row of the Jacobian
/// has four entries that are not zero.
template <std::size_t Points>
struct brusselator {
  template <class T>
  constexpr std::array<T, 2 * Points> operator()(const std::array<T, 2 * Points>& y) const {
    constexpr double diffusion = 0.02 * static_cast<double>(Points * Points);
    std::array<T, 2 * Points> rates{};
    for (std::size_t i = 0; i < Points; ++i) {
      const std::size_t left = 2 * ((i + Points - 1) % Points);
      const std::size_t right = 2 * ((i + 1) % Points);
      const T u = y[2 * i];
      const T v = y[2 * i + 1];
      const T reaction = u * u * v;
      rates[2 * i] = 1.0 + reaction - 4.0 * u + diffusion * (y[left] - 2.0 * u + y[right]);
      rates[2 * i + 1] = 3.0 * u - reaction + diffusion * (y[left + 1] - 2.0 * v + y[right + 1]);
    }
    return rates;
  }
};

}  // namespace models
