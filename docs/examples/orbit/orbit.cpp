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

namespace {

using state = std::array<double, 4>;  // position, then velocity; the star's attraction is 1 / r^2

// Drift for half a step, kick, drift.
constexpr auto leapfrog = [](const auto& s, auto dt) {
  using std::sqrt;
  const auto x = s[0] + 0.5 * dt * s[2];
  const auto y = s[1] + 0.5 * dt * s[3];
  const auto square = x * x + y * y;
  const auto kick = dt / (square * sqrt(square));
  const auto u = s[2] - kick * x;
  const auto v = s[3] - kick * y;
  return std::array{x + 0.5 * dt * u, y + 0.5 * dt * v, u, v};
};

constexpr auto energy = [](const auto& s) {
  using std::sqrt;
  return 0.5 * (s[2] * s[2] + s[3] * s[3]) - 1.0 / sqrt(s[0] * s[0] + s[1] * s[1]);
};

// More than fifteen revolutions, from the far end of the orbit to near the star.
constexpr etad::steps steps(10000);
constexpr double dt = 0.0097;
constexpr state start{1.6, 0.0, 0.0, 0.5};

constexpr auto orbit = etad::scan(leapfrog).then(energy);

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
  constexpr auto bounded = etad::scan(leapfrog, etad::checkpoints(20)).then(energy);
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
