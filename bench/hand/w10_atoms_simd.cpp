// SPDX-License-Identifier: MIT
// As w10_atoms.cpp, atoms in lanes.
#include <algorithm>

#include "../sums.hpp"
#include "simd.hpp"

namespace bench {
namespace {

constexpr std::size_t atoms = atoms_workload::atoms;
using gradient = first_order<1, atoms_workload::variables>;

struct three {
  batch x;
  batch y;
  batch z;
};

/// Energy of pairs and the factor of their distances in the gradient, but for constants.
inline batch slope_of(const three& d, const batch& square, batch& energy) {
  const batch r2 = xsimd::fma(d.x, d.x, xsimd::fma(d.y, d.y, xsimd::fma(d.z, d.z, square)));
  const batch inverse = batch(1.0) / r2;
  const batch sixth = inverse * inverse * inverse;
  energy = xsimd::fms(sixth, sixth, sixth);
  return inverse * xsimd::fma(sixth, sixth, energy);
}

/// Every pair twice.
gradient rows(const atoms_workload::point& in) {
  gradient out;
  std::array<std::array<double, atoms>, 3> at;
  std::array<std::array<double, atoms>, 3> by;
  for (std::size_t i = 0; i < atoms; ++i)
    for (std::size_t j = 0; j < 3; ++j) at[j][i] = in.x[3 * i + j];
  std::array<double, 2 * atoms> away{};
  away[atoms] = 1e100;
  batch energies(0.0);
  for (std::size_t i = 0; i < atoms; i += lanes) {
    const three here{load(&at[0][i]), load(&at[1][i]), load(&at[2][i])};
    three sum{batch(0.0), batch(0.0), batch(0.0)};
    for (std::size_t j = 0; j < atoms; ++j) {
      const three d{here.x - batch(at[0][j]), here.y - batch(at[1][j]), here.z - batch(at[2][j])};
      batch energy;
      const batch slope = slope_of(d, load(&away[atoms - j + i]), energy);
      energies += energy;
      sum.x = xsimd::fma(slope, d.x, sum.x);
      sum.y = xsimd::fma(slope, d.y, sum.y);
      sum.z = xsimd::fma(slope, d.z, sum.z);
    }
    sum.x.store_unaligned(&by[0][i]);
    sum.y.store_unaligned(&by[1][i]);
    sum.z.store_unaligned(&by[2][i]);
  }
  out.value[0] = 2 * total(energies);
  for (std::size_t i = 0; i < atoms; ++i)
    for (std::size_t j = 0; j < 3; ++j) out.jacobian[3 * i + j] = -24 * by[j][i];
  return out;
}

/// Every pair once: batches of atoms against rotated batches. Each batch stands twice in memory, so
/// that a rotation is a load, and receives its gradient in the same two places.
gradient rotations(const atoms_workload::point& in) {
  constexpr std::size_t batches = atoms / lanes;
  using twice = std::array<std::array<double, 2 * lanes>, batches>;
  gradient out;
  std::array<twice, 3> at;
  std::array<twice, 3> by{};
  for (std::size_t i = 0; i < atoms; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      at[j][i / lanes][i % lanes] = at[j][i / lanes][i % lanes + lanes] = in.x[3 * i + j];
  batch energies(0.0);
  for (std::size_t a = 0; a < batches; ++a) {
    const three here{load(&at[0][a][0]), load(&at[1][a][0]), load(&at[2][a][0])};
    three sum{batch(0.0), batch(0.0), batch(0.0)};
    const auto one_rotation = [&](std::size_t b, std::size_t r, bool whole) {
      const three d{here.x - load(&at[0][b][r]), here.y - load(&at[1][b][r]),
                    here.z - load(&at[2][b][r])};
      batch energy;
      const batch slope = slope_of(d, batch(0.0), energy);
      const three push{slope * d.x, slope * d.y, slope * d.z};
      sum.x += push.x;
      sum.y += push.y;
      sum.z += push.z;
      energies = whole ? energies + energy : xsimd::fma(batch(0.5), energy, energies);
      if (!whole) return;
      (load(&by[0][b][r]) - push.x).store_unaligned(&by[0][b][r]);
      (load(&by[1][b][r]) - push.y).store_unaligned(&by[1][b][r]);
      (load(&by[2][b][r]) - push.z).store_unaligned(&by[2][b][r]);
    };
    // Within a batch half of the rotations reach every pair; the middle one meets it twice.
    for (std::size_t r = 1; r < lanes / 2; ++r) one_rotation(a, r, true);
    one_rotation(a, lanes / 2, false);
    for (std::size_t b = a + 1; b < batches; ++b)
      for (std::size_t r = 0; r < lanes; ++r) one_rotation(b, r, true);
    (load(&by[0][a][0]) + sum.x).store_unaligned(&by[0][a][0]);
    (load(&by[1][a][0]) + sum.y).store_unaligned(&by[1][a][0]);
    (load(&by[2][a][0]) + sum.z).store_unaligned(&by[2][a][0]);
  }
  out.value[0] = 4 * total(energies);
  for (std::size_t i = 0; i < atoms; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      out.jacobian[3 * i + j] =
          -24 * (by[j][i / lanes][i % lanes] + by[j][i / lanes][i % lanes + lanes]);
  return out;
}

using point = atoms_workload::point;
const bool added = add<atoms_workload>("rows" HAND_SUFFIX, kind::hand_simd,
                                       [](const point& in) { return rows(in); }) &&
                   add<atoms_workload>("rotations" HAND_SUFFIX, kind::hand_simd,
                                       [](const point& in) { return rotations(in); });

}  // namespace
}  // namespace bench
