// SPDX-License-Identifier: MIT
// The same functions with their inner parts as kernels: one record a term, an option, a step or a cell.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include <etad/rules.hpp>

#include "workloads.hpp"

namespace tape_bench {

using number = etad::variable<double>;

inline constexpr auto rosenbrock_term = etad::kernel([](const auto& x, const auto& y) {
  const auto t = y - x * x;
  const auto u = 1.0 - x;
  return 100.0 * t * t + u * u;
});
inline number by_kernels(const rosenbrock&, const std::vector<number>& x) {
  number sum = 0.0;
  for (std::size_t i = 0; i + 1 < x.size(); ++i) sum += rosenbrock_term(x[i], x[i + 1]);
  return sum;
}

inline constexpr auto option = etad::kernel([](const auto& spot, const auto& volatility,
                                               const auto& strike, const auto& time) {
  using std::erf, std::exp, std::log, std::sqrt;
  const auto deviation = volatility * sqrt(time);
  const auto d1 = (log(spot / strike) + (0.03 + 0.5 * volatility * volatility) * time) / deviation;
  const auto d2 = d1 - deviation;
  return spot * 0.5 * (1.0 + erf(d1 * 0.7071067811865476)) -
         strike * exp(-0.03 * time) * 0.5 * (1.0 + erf(d2 * 0.7071067811865476));
});
inline number by_kernels(const options& o, const std::vector<number>& p) {
  number value = 0.0;
  for (std::size_t k = 0; k < 5000; ++k) {
    value += option(p[k % 250], p[250 + (k * 7) % 250], o.strikes[k],
                    0.25 + 0.0005 * static_cast<double>(k));
  }
  return value;
}

inline constexpr auto pendulum_step =
    etad::kernel([](const auto& p, const auto& state, const auto& time) {
      using std::cos, std::sin;
      const double h = 0.002;
      const auto slope = [&](const auto& a, const auto& s, const auto& t) {
        return -p[0] * sin(a) - p[1] * s + p[2] * cos(p[3] * t);
      };
      const auto angle = state[0], speed = state[1];
      const auto k1 = speed, l1 = slope(angle, speed, time);
      const auto k2 = speed + 0.5 * h * l1;
      const auto l2 = slope(angle + 0.5 * h * k1, k2, time + 0.5 * h);
      const auto k3 = speed + 0.5 * h * l2;
      const auto l3 = slope(angle + 0.5 * h * k2, k3, time + 0.5 * h);
      const auto k4 = speed + h * l3;
      const auto l4 = slope(angle + h * k3, k4, time + h);
      return std::array{angle + h / 6 * (k1 + 2.0 * k2 + 2.0 * k3 + k4),
                        speed + h / 6 * (l1 + 2.0 * l2 + 2.0 * l3 + l4)};
    });
inline number by_kernels(const pendulum&, const std::vector<number>& x) {
  const std::array<number, 4> p{x[0], x[1], x[2], x[3]};
  std::array<number, 2> state{x[4], x[5]};
  for (int k = 0; k < 20000; ++k) {
    state = pendulum_step(p, state, 0.002 * k);
    if (state[0] > 3.141592653589793) state[0] -= 6.283185307179586;
    if (state[0] < -3.141592653589793) state[0] += 6.283185307179586;
  }
  return state[0] * state[0] + state[1] * state[1];
}

// The branch is on the state, so that either side is a kernel: west or east, south or north.
inline constexpr auto burgers_cell = etad::kernel([](const auto& f, const auto& u, const auto& v) {
  const auto by_x = u > 0.0 ? f[0] - f[1] : f[2] - f[0];
  const auto by_y = v > 0.0 ? f[0] - f[3] : f[4] - f[0];
  return f[0] - 0.1 * (u * by_x + v * by_y) + 0.05 * (f[1] + f[2] + f[3] + f[4] - 4.0 * f[0]);
});
inline number by_kernels(const burgers&, const std::vector<number>& x) {
  constexpr std::size_t n = burgers::n;
  std::vector<number> u(x.begin(), x.begin() + n * n), v(x.begin() + n * n, x.end());
  std::vector<number> next_u = u, next_v = v;
  for (int step = 0; step < 20; ++step) {
    for (std::size_t i = 1; i + 1 < n; ++i) {
      for (std::size_t j = 1; j + 1 < n; ++j) {
        const std::size_t k = i * n + j;
        const auto cell = [&](const std::vector<number>& f) {
          return burgers_cell(std::array{f[k], f[k - 1], f[k + 1], f[k - n], f[k + n]}, u[k], v[k]);
        };
        next_u[k] = cell(u);
        next_v[k] = cell(v);
      }
    }
    u.swap(next_u);
    v.swap(next_v);
  }
  number energy = 0.0;
  for (std::size_t k = 0; k < u.size(); ++k) energy += u[k] * u[k] + v[k] * v[k];
  return energy;
}

}  // namespace tape_bench
