// SPDX-License-Identifier: MIT
// A planet on an orbit of eccentricity 0.6, integrated by 10,000 leapfrog steps: how the error of its
// energy depends on where and how fast it starts. Reverse mode with all carries kept and with 20 of
// them, against forward mode and against differences. Fails unless they agree.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <etad/etad.hpp>
#include <etad/scan.hpp>
#include <models/leapfrog.hpp>

namespace {

using state = std::array<double, 4>;  // position, then velocity

constexpr models::orbital_energy energy;

// More than fifteen revolutions, from the far end of the orbit to near the star.
constexpr etad::steps steps(10000);
constexpr double dt = 0.0097;
constexpr state start{1.6, 0.0, 0.0, 0.5};

constexpr auto orbit = etad::scan(models::leapfrog()).then(energy);

double error(const state& s) { return orbit(s, steps, dt) - energy(s); }

// The same with fewer carries in memory.
template <class Orbit>
state slopes_of_error(const Orbit& f, const etad::workspace& memory) {
  state slopes = etad::gradient(f, etad::wrt<0>)(start, steps, dt, memory);
  const state at_start = etad::gradient(energy)(start);
  for (std::size_t i = 0; i < 4; ++i) slopes[i] -= at_start[i];
  return slopes;
}

double distance(const state& a, const state& b) {
  double largest = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    largest = std::max(largest, std::abs(a[i] - b[i]) / (1e-6 + std::abs(b[i])));
  }
  return largest;
}

void print(const char* name, const state& g) {
  std::printf("%-22s %17.9e %17.9e %17.9e %17.9e\n", name, g[0], g[1], g[2], g[3]);
}

}  // namespace

int main() {
  constexpr auto bounded = etad::scan(models::leapfrog(), etad::checkpoints(20)).then(energy);
  const etad::workspace all;
  const etad::workspace few;
  const state reverse = slopes_of_error(orbit, all);
  const state checkpointed = slopes_of_error(bounded, few);

  // Forward mode: all steps on dual numbers.
  const auto energy_error =
      etad::opaque([](const auto& s) { return orbit(s, steps, dt) - energy(s); });
  const state forward = etad::gradient(energy_error)(start);
  const auto report = etad::check_derivatives(energy_error)(start);

  std::printf("energy error %.3e after %zu steps, and its slopes by x, y, u, v:\n", error(start),
              steps.count);
  print("all carries", reverse);
  print("20 carries", checkpointed);
  print("forward mode", forward);
  std::printf("kept: %zu carries in %zu bytes, %zu steps; %zu carries in %zu bytes, %zu steps\n",
              orbit.cost(steps.count).carries, all.capacity(), orbit.cost(steps.count).steps,
              bounded.cost(steps.count).carries, few.capacity(), bounded.cost(steps.count).steps);
  std::printf("forward mode and differences %s\n", report.ok ? "agree" : "disagree");

  const bool right = reverse == checkpointed && distance(reverse, forward) < 1e-7 && report.ok &&
                     all.capacity() == 10000 * sizeof(state) &&
                     few.capacity() <= 21 * (sizeof(state) + sizeof(std::size_t));
  return right ? 0 : 1;
}
