// SPDX-License-Identifier: MIT
// Energy and forces of Lennard-Jones atoms by etad::sum_over(kernel, pairs): 32 atoms with all pairs,
// and 4,096 atoms with a neighbour list, checked against sums over all pairs and central differences.
// Then the large cluster moves by the velocity form of Verlet's method, which must conserve energy up
// to an error of second order in the time step. Fails unless sums and differences agree and energy is conserved.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <etad/batch.hpp>
#include <random>
#include <utility>
#include <vector>

#include "models/lennard_jones.hpp"
#include "neighbours.hpp"

namespace {

using vectors = std::vector<position>;

class random_vectors {
 public:
  position operator()(double size) {
    position result;
    for (double& entry : result) entry = size * (static_cast<double>(bits_() >> 11) * 0x1p-52 - 1);
    return result;
  }

 private:
  std::mt19937_64 bits_{1931};
};

/// Atoms on the cubic lattice of closest packing, four to a cell, shaken a little.
vectors make_cluster(int nx, int ny, int nz, double shake) {
  constexpr double cell = 1.55;  // neighbours at 1.10, about the distance of least energy
  random_vectors random;
  vectors atoms;
  for (int x = 0; x < nx; ++x)
    for (int y = 0; y < ny; ++y)
      for (int z = 0; z < nz; ++z)
        for (const position& site :
             {position{0, 0, 0}, {0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}}) {
          position atom = random(shake);
          atom[0] += cell * (x + site[0]);
          atom[1] += cell * (y + site[1]);
          atom[2] += cell * (z + site[2]);
          atoms.push_back(atom);
        }
  return atoms;
}

/// The kernel summed over all pairs, without etad.
template <class Kernel>
double direct_sum(Kernel kernel, const vectors& atoms) {
  double sum = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i)
    for (std::size_t j = i + 1; j < atoms.size(); ++j) sum += kernel(atoms[i], atoms[j]);
  return sum;
}

/// Compares energy and gradient with the direct sum and its central differences along directions.
template <class Kernel>
bool check(const char* name, Kernel kernel, const vectors& atoms,
           const std::vector<pair_of_atoms>& pairs) {
  const auto result = etad::sum_over(kernel, pairs).value_and_gradient(atoms);
  const double direct = direct_sum(kernel, atoms);
  const double error = std::abs(result.value - direct) / std::abs(direct);
  random_vectors random;
  double worst = 0;
  constexpr double h = 2e-5;
  for (int direction = 0; direction < 3; ++direction) {
    vectors forward = atoms;
    vectors backward = atoms;
    double slope = 0;
    double scale = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      const position step = random(1.0);
      for (std::size_t k = 0; k < 3; ++k) {
        forward[i][k] += h * step[k];
        backward[i][k] -= h * step[k];
        slope += result.gradient[i][k] * step[k];
        scale += std::abs(result.gradient[i][k] * step[k]);
      }
    }
    const double difference =
        (direct_sum(kernel, forward) - direct_sum(kernel, backward)) / (2 * h);
    worst = std::max(worst, std::abs(difference - slope) / scale);
  }
  std::printf("%s: %zu atoms, %zu pairs, energy %.6f\n", name, atoms.size(), pairs.size(),
              result.value);
  std::printf("  against the sum over all pairs: %.1e, gradient against differences: %.1e\n", error,
              worst);
  return error < 1e-11 && worst < 1e-7;
}

/// Moves atoms of mass 1; returns the largest change of the total energy in units of the kinetic
/// energy at the start.
double largest_drift(vectors atoms, vectors velocities, double step, int steps) {
  constexpr double skin = 0.3;
  constexpr double radius = models::switched_lennard_jones::end + skin;
  std::vector<pair_of_atoms> pairs;
  vectors listed;  // where the atoms were when the list was made
  vectors gradient(atoms.size());
  int lists = 0;
  const auto energy_and_gradient = [&] {
    const auto moved = [&] {
      for (std::size_t i = 0; i < atoms.size(); ++i)
        if (square_of_distance(atoms[i], listed[i]) > 0.25 * skin * skin) return true;
      return false;
    };
    if (listed.empty() || moved()) {
      pairs = pairs_within(atoms, radius);
      listed = atoms;
      ++lists;
    }
    return etad::sum_over(models::switched_lennard_jones{}, pairs)
        .value_and_gradient(atoms, etad::into(gradient));
  };
  const auto kick = [&] {
    double kinetic = 0;
    for (std::size_t i = 0; i < atoms.size(); ++i)
      for (std::size_t k = 0; k < 3; ++k) {
        velocities[i][k] -= 0.5 * step * gradient[i][k];
        kinetic += 0.5 * velocities[i][k] * velocities[i][k];
      }
    return kinetic;
  };
  double kinetic = 0;
  for (const position& v : velocities) kinetic += 0.5 * square_of_distance(v, {});
  const double unit = kinetic;
  const double start = energy_and_gradient() + kinetic;
  double drift = 0;
  double end = start;
  for (int i = 0; i < steps; ++i) {
    kick();
    for (std::size_t j = 0; j < atoms.size(); ++j)
      for (std::size_t k = 0; k < 3; ++k) atoms[j][k] += step * velocities[j][k];
    const double potential = energy_and_gradient();
    end = potential + kick();
    drift = std::max(drift, std::abs(end - start));
  }
  std::printf(
      "  %d steps of %.3f: total energy %.4f -> %.4f, off by at most %.1e of the kinetic\n"
      "    energy, %d neighbour lists\n",
      steps, step, start, end, drift / unit, lists);
  return drift / unit;
}

}  // namespace

int main() {
  const vectors small = make_cluster(2, 2, 2, 0.05);
  bool good = check("all pairs", models::lennard_jones{}, small, pairs_within(small, 100.0));

  const vectors large = make_cluster(8, 8, 16, 0.05);
  good = check("neighbour list", models::switched_lennard_jones{}, large,
               pairs_within(large, models::switched_lennard_jones::end)) &&
         good;

  random_vectors random;
  vectors velocities(large.size());
  for (position& velocity : velocities) velocity = random(1.0);
  const double coarse = largest_drift(large, velocities, 0.004, 40);
  const double fine = largest_drift(large, velocities, 0.002, 80);
  std::printf("  half the step, %.2f times less error\n", coarse / fine);
  good = good && fine < 1e-3 && coarse / fine > 3.5 && coarse / fine < 4.5;
  return good ? 0 : 1;
}
