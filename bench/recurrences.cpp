// SPDX-License-Identifier: MIT
// The gradient of an integrated orbit by its initial state: etad::scan against an adjoint by hand,
// interleaved in one process. Prints nanoseconds a step, the least and the median of all rounds.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <etad/scan.hpp>
#include <functional>
#include <leapfrog.hpp>
#include <vector>

namespace {

using state = std::array<double, 4>;
constexpr std::size_t steps = 10000;
constexpr int rounds = 500;

constexpr models::leapfrog leapfrog;
constexpr models::orbital_energy energy;

state by_hand(state s, double dt) {
  for (std::size_t i = 0; i < steps; ++i) s = leapfrog(s, dt);
  return s;
}

state gradient_by_hand(state s, double dt, std::vector<state>& kept) {
  for (std::size_t i = 0; i < steps; ++i) {
    kept[i] = s;
    s = leapfrog(s, dt);
  }
  const double r = std::sqrt(s[0] * s[0] + s[1] * s[1]);
  double a = s[0] / (r * r * r), b = s[1] / (r * r * r), c = s[2], d = s[3];
  const double half = 0.5 * dt;
  for (std::size_t i = steps; i-- > 0;) {
    const double x = kept[i][0] + half * kept[i][2];
    const double y = kept[i][1] + half * kept[i][3];
    const double square = x * x + y * y;
    const double kick = dt / (square * std::sqrt(square));
    c += half * a;
    d += half * b;
    // d kick / d square = -3/2 kick / square
    const double slope = 3.0 * (c * x + d * y) * (kick / square);
    a += slope * x - kick * c;
    b += slope * y - kick * d;
    c += half * a;
    d += half * b;
  }
  return {a, b, c, d};
}

struct contender {
  const char* name;
  std::function<state()> run;
  std::vector<double> nanoseconds;
};

}  // namespace

int main() {
  constexpr double dt = 0.01;
  constexpr state start{1.0, 0.1, -0.1, 0.9};
  constexpr etad::steps count(steps);
  std::vector<state> kept(steps);
  const etad::workspace memory;
  const auto gradient = [&](etad::checkpoints bound) {
    return [&, bound] {
      const auto f = etad::scan(leapfrog, bound).then(energy);
      return etad::gradient(f, etad::wrt<0>)(start, count, dt, memory);
    };
  };
  contender all[] = {
      {"forward, by hand", [&] { return by_hand(start, dt); }, {}},
      {"forward, scan", [&] { return etad::scan(leapfrog)(start, count, dt); }, {}},
      {"gradient, by hand", [&] { return gradient_by_hand(start, dt, kept); }, {}},
      {"gradient, scan", gradient(etad::checkpoints::all()), {}},
      {"with 141 carries", gradient(etad::checkpoints(141)), {}},
      {"with 20 carries", gradient(etad::checkpoints(20)), {}},
      {"Hessian times vector",
       [&] {
         const auto f = etad::scan(leapfrog).then(energy);
         return etad::hvp(f, etad::wrt<0>)(start, count, dt, start, memory);
       },
       {}},
  };
  for (std::size_t k = 3; k < 6; ++k) {
    const state expected = all[2].run(), found = all[k].run();
    for (std::size_t i = 0; i < 4; ++i) {
      if (std::abs(found[i] - expected[i]) > 1e-9 * (1.0 + std::abs(expected[i]))) {
        std::printf("%s: %.17g instead of %.17g\n", all[k].name, found[i], expected[i]);
        return 1;
      }
    }
  }
  volatile double sink = 0;
  for (int round = 0; round < rounds; ++round) {
    for (auto& [name, run, nanoseconds] : all) {
      const auto before = std::chrono::steady_clock::now();
      sink = run()[0];
      const std::chrono::duration<double, std::nano> taken =
          std::chrono::steady_clock::now() - before;
      nanoseconds.push_back(taken.count() / static_cast<double>(steps));
    }
  }
  for (auto& [name, run, nanoseconds] : all) {
    std::sort(nanoseconds.begin(), nanoseconds.end());
    std::printf("%-22s %7.2f %7.2f\n", name, nanoseconds.front(), nanoseconds[rounds / 2]);
  }
  return sink == sink ? 0 : 1;
}
