// SPDX-License-Identifier: MIT
// Gradient of the Lennard-Jones energy by hand: with s = 1 / r^6 a pair has the energy 4 (s^2 - s),
// and its gradient is -24 (2 s^2 - s) / r^2 times the vector between the atoms.
#include "../sums.hpp"

namespace bench {
namespace {

constexpr std::size_t atoms = atoms_workload::atoms;
using gradient = first_order<1, atoms_workload::variables>;

/// Every pair once, coordinates as they stand.
gradient pairs(const atoms_workload::point& in) {
  gradient out{};
  const double* x = in.x.data();
  double* g = out.jacobian.data();
  double energy = 0;
  for (std::size_t i = 0; i < atoms; ++i) {
    double gx = g[3 * i];
    double gy = g[3 * i + 1];
    double gz = g[3 * i + 2];
    for (std::size_t j = i + 1; j < atoms; ++j) {
      const double dx = x[3 * i] - x[3 * j];
      const double dy = x[3 * i + 1] - x[3 * j + 1];
      const double dz = x[3 * i + 2] - x[3 * j + 2];
      const double inverse = 1 / (dx * dx + dy * dy + dz * dz);
      const double sixth = inverse * inverse * inverse;
      energy += sixth * sixth - sixth;
      const double slope = -24 * inverse * sixth * (2 * sixth - 1);
      gx += slope * dx;
      gy += slope * dy;
      gz += slope * dz;
      g[3 * j] -= slope * dx;
      g[3 * j + 1] -= slope * dy;
      g[3 * j + 2] -= slope * dz;
    }
    g[3 * i] = gx;
    g[3 * i + 1] = gy;
    g[3 * i + 2] = gz;
  }
  out.value[0] = 4 * energy;
  return out;
}

struct separate {
  std::array<double, atoms> x;
  std::array<double, atoms> y;
  std::array<double, atoms> z;
  explicit separate(const std::array<double, 3 * atoms>& all) {
    for (std::size_t i = 0; i < atoms; ++i) {
      x[i] = all[3 * i];
      y[i] = all[3 * i + 1];
      z[i] = all[3 * i + 2];
    }
  }
  separate() : x{}, y{}, z{} {}
};

void join(const separate& by, double factor, gradient& out) {
  for (std::size_t i = 0; i < atoms; ++i) {
    out.jacobian[3 * i] = factor * by.x[i];
    out.jacobian[3 * i + 1] = factor * by.y[i];
    out.jacobian[3 * i + 2] = factor * by.z[i];
  }
}

/// Every pair twice, the inner loop over the atoms that receive: no sum runs along it, so it
/// vectorizes. An atom is kept away from itself by a distance so large that its terms vanish.
gradient rows(const atoms_workload::point& in) {
  gradient out;
  const separate at(in.x);
  separate by;
  std::array<double, atoms> energy{};
  std::array<double, 2 * atoms> away{};
  away[atoms] = 1e100;
  for (std::size_t j = 0; j < atoms; ++j) {
    const double* self = away.data() + atoms - j;
    for (std::size_t i = 0; i < atoms; ++i) {
      const double dx = at.x[i] - at.x[j];
      const double dy = at.y[i] - at.y[j];
      const double dz = at.z[i] - at.z[j];
      const double inverse = 1 / (dx * dx + dy * dy + dz * dz + self[i]);
      const double sixth = inverse * inverse * inverse;
      energy[i] += sixth * sixth - sixth;
      const double slope = inverse * sixth * (2 * sixth - 1);
      by.x[i] += slope * dx;
      by.y[i] += slope * dy;
      by.z[i] += slope * dz;
    }
  }
  double total = 0;
  for (double term : energy) total += term;
  out.value[0] = 2 * total;
  join(by, -24, out);
  return out;
}

/// Every pair once; the terms of a row first, in a loop that vectorizes, then their sums.
gradient half_rows(const atoms_workload::point& in) {
  gradient out;
  const separate at(in.x);
  separate by;
  std::array<double, atoms> energy{};
  for (std::size_t i = 0; i + 1 < atoms; ++i) {
    separate term;
    for (std::size_t j = i + 1; j < atoms; ++j) {
      const double dx = at.x[i] - at.x[j];
      const double dy = at.y[i] - at.y[j];
      const double dz = at.z[i] - at.z[j];
      const double inverse = 1 / (dx * dx + dy * dy + dz * dz);
      const double sixth = inverse * inverse * inverse;
      energy[j] += sixth * sixth - sixth;
      const double slope = inverse * sixth * (2 * sixth - 1);
      by.x[j] -= term.x[j] = slope * dx;
      by.y[j] -= term.y[j] = slope * dy;
      by.z[j] -= term.z[j] = slope * dz;
    }
    for (std::size_t j = i + 1; j < atoms; ++j) {
      by.x[i] += term.x[j];
      by.y[i] += term.y[j];
      by.z[i] += term.z[j];
    }
  }
  double total = 0;
  for (double one : energy) total += one;
  out.value[0] = 4 * total;
  join(by, -24, out);
  return out;
}

using point = atoms_workload::point;
const bool added =
    add<atoms_workload>("pairs" HAND_SUFFIX, kind::hand,
                        [](const point& in) { return pairs(in); }) &&
    add<atoms_workload>("rows" HAND_SUFFIX, kind::hand, [](const point& in) { return rows(in); }) &&
    add<atoms_workload>("half rows" HAND_SUFFIX, kind::hand,
                        [](const point& in) { return half_rows(in); });

}  // namespace
}  // namespace bench
