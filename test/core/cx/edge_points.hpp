// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <limits>

// The arguments at which elementary functions go wrong.
template <class Real>
constexpr std::array<Real, 35> edge_points() {
  using limits = std::numeric_limits<Real>;
  constexpr Real tiny = limits::denorm_min(), least = limits::min(), step = limits::epsilon();
  constexpr Real infinity = limits::infinity();
  return {Real(0),
          -Real(0),
          tiny,
          -tiny,
          least,
          -least,
          Real(0.5),
          -Real(0.5),
          Real(1),
          -Real(1),
          1 + step,
          1 - step / 2,
          -1 - step,
          Real(2),
          -Real(2),
          Real(2.5),
          -Real(2.5),
          Real(1e22),
          -Real(1e22),
          limits::max(),
          -limits::max(),
          infinity,
          -infinity,
          limits::quiet_NaN(),
          Real(1.5707963267948966192L),
          Real(171.7),
          Real(-746),
          Real(710),
          3 * tiny,
          Real(3),
          -Real(3),
          Real(1e-20L),
          Real(-171.5),
          1 / step,
          Real(0.1L)};
}
