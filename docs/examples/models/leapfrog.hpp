// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>

namespace models {

/// Position and velocity of a planet around a star at the origin that attracts it by 1 / r^2, after the
/// time dt: half a step of drift, a kick, and the other half.
struct leapfrog {
  template <class State, class T>
  constexpr auto operator()(const State& s, const T& dt) const {
    using std::sqrt;
    const auto x = s[0] + 0.5 * dt * s[2];
    const auto y = s[1] + 0.5 * dt * s[3];
    const auto square = x * x + y * y;
    const auto kick = dt / (square * sqrt(square));
    const auto u = s[2] - kick * x;
    const auto v = s[3] - kick * y;
    return std::array{x + 0.5 * dt * u, y + 0.5 * dt * v, u, v};
  }
};

struct orbital_energy {
  template <class State>
  constexpr auto operator()(const State& s) const {
    using std::sqrt;
    return 0.5 * (s[2] * s[2] + s[3] * s[3]) - 1.0 / sqrt(s[0] * s[0] + s[1] * s[1]);
  }
};

}  // namespace models
