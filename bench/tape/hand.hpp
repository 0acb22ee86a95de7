// SPDX-License-Identifier: MIT
// Adjoints by hand of the functions whose adjoint fits a page: what a program for one function alone takes.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "workloads.hpp"

namespace tape_bench {

inline std::vector<double> by_hand(const rosenbrock&, const std::vector<double>& x) {
  std::vector<double> slope(x.size());
  for (std::size_t i = 0; i + 1 < x.size(); ++i) {
    const double t = x[i + 1] - x[i] * x[i];
    slope[i] -= 400 * t * x[i] + 2 * (1 - x[i]);
    slope[i + 1] += 200 * t;
  }
  return slope;
}

inline std::vector<double> by_hand(const logistic& f, const std::vector<double>& w) {
  std::vector<double> slope(w.size());
  for (std::size_t i = 0; i < 200; ++i) {
    const double* const row = &f.rows[1000 * i];
    double z = 0;
    for (std::size_t j = 0; j < w.size(); ++j) z += w[j] * row[j];
    const double sign = i % 2 == 0 ? 1 : -1;
    const double weight = sign / (1 + std::exp(-sign * z));
    for (std::size_t j = 0; j < w.size(); ++j) slope[j] += weight * row[j];
  }
  return slope;
}

inline std::vector<double> by_hand(const network& f, const std::vector<double>& w) {
  std::vector<double> slope(w.size());
  double first[64], second[64], by_first[64];
  const std::size_t inner = 64 * 3, outer = inner + 64 * 65;
  for (std::size_t n = 0; n < 64; ++n) {
    const double x = f.points[3 * n], y = f.points[3 * n + 1];
    for (std::size_t i = 0; i < 64; ++i) {
      first[i] = std::tanh(w[3 * i] * x + w[3 * i + 1] * y + w[3 * i + 2]);
      by_first[i] = 0;
    }
    double out = w[outer];
    for (std::size_t i = 0; i < 64; ++i) {
      const double* const row = &w[inner + 65 * i];
      double z = row[0];
      for (std::size_t j = 0; j < 64; ++j) z += row[1 + j] * first[j];
      second[i] = std::tanh(z);
      out += w[outer + 1 + i] * second[i];
    }
    const double weight = 2 * (out - f.points[3 * n + 2]);
    slope[outer] += weight;
    for (std::size_t i = 0; i < 64; ++i) {
      slope[outer + 1 + i] += weight * second[i];
      const double z = weight * w[outer + 1 + i] * (1 - second[i] * second[i]);
      const double* const row = &w[inner + 65 * i];
      double* const to = &slope[inner + 65 * i];
      to[0] += z;
      for (std::size_t j = 0; j < 64; ++j) {
        to[1 + j] += z * first[j];
        by_first[j] += z * row[1 + j];
      }
    }
    for (std::size_t i = 0; i < 64; ++i) {
      const double z = by_first[i] * (1 - first[i] * first[i]);
      slope[3 * i] += z * x;
      slope[3 * i + 1] += z * y;
      slope[3 * i + 2] += z;
    }
  }
  return slope;
}

inline std::vector<double> by_hand(const options& o, const std::vector<double>& p) {
  std::vector<double> slope(p.size());
  for (std::size_t k = 0; k < 5000; ++k) {
    const double spot = p[k % 250], volatility = p[250 + (k * 7) % 250];
    const double time = 0.25 + 0.0005 * static_cast<double>(k), root = std::sqrt(time);
    const double d1 =
        (std::log(spot / o.strikes[k]) + (0.03 + 0.5 * volatility * volatility) * time) /
        (volatility * root);
    slope[k % 250] += 0.5 * (1 + std::erf(d1 * 0.7071067811865476));
    slope[250 + (k * 7) % 250] +=
        spot * root * std::exp(-0.5 * d1 * d1) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  }
  return slope;
}

inline std::vector<double> by_hand(const branches&, const std::vector<double>& w) {
  std::vector<double> slope(w.size()), states(w.size());
  double s = 0.5;
  for (std::size_t i = 0; i < w.size(); ++i) {
    states[i] = s;
    s = s > 0 ? s - 0.1 * w[i] * s * s - 0.4 : 0.5 * s + std::sin(w[i]);
  }
  double by_s = 1;
  for (std::size_t i = w.size(); i-- > 0;) {
    const double at = states[i];
    if (at > 0) {
      slope[i] = -0.1 * at * at * by_s;
      by_s *= 1 - 0.2 * w[i] * at;
    } else {
      slope[i] = std::cos(w[i]) * by_s;
      by_s *= 0.5;
    }
  }
  return slope;
}

/// The values on the way up are kept, and the adjoints go down.
inline void take_down(std::size_t k, double adjoint, const std::vector<double>& w,
                      const std::vector<double>& values, std::vector<double>& slope) {
  const std::size_t left = 2 * k + 1, right = left + 1;
  if (right >= w.size()) {
    slope[k] = adjoint;
    return;
  }
  const double x = values[left], y = values[right];
  if (x > y) {
    const double by_z = adjoint * (1 - values[k] * values[k]);
    slope[k] = by_z * y;
    take_down(left, by_z, w, values, slope);
    take_down(right, by_z * w[k], w, values, slope);
  } else {
    slope[k] = adjoint * (x - y);
    take_down(left, adjoint * w[k], w, values, slope);
    take_down(right, -adjoint * w[k], w, values, slope);
  }
}
inline double take_up(std::size_t k, const std::vector<double>& w, std::vector<double>& values) {
  const std::size_t left = 2 * k + 1, right = left + 1;
  if (right >= w.size()) return values[k] = w[k];
  const double x = take_up(left, w, values), y = take_up(right, w, values);
  return values[k] = x > y ? std::tanh(x + w[k] * y) : w[k] * (x - y);
}
inline std::vector<double> by_hand(const tree&, const std::vector<double>& w) {
  std::vector<double> slope(w.size()), values(w.size());
  take_up(0, w, values);
  take_down(0, 1.0, w, values, slope);
  return slope;
}

}  // namespace tape_bench
