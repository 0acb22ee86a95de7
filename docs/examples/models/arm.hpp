// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace models {

/// Forward kinematics of a six-joint robot arm with the Denavit-Hartenberg parameters of a UR5:
/// joint angles -> (position, rotation matrix in row-major order) of the tool in the base frame.
/// Link i maps by Rz(angle[i]) Tz(offset[i]) Tx(length[i]) Rx(twist[i]); lengths in metres.
struct arm {
  struct link {
    double offset;
    double length;
    int quarter_turns;  // the twist, which is a multiple of 90 degrees on this arm
  };
  static constexpr std::array<link, 6> links{{{0.089159, 0.0, 1},
                                              {0.0, -0.425, 0},
                                              {0.0, -0.39225, 0},
                                              {0.10915, 0.0, 1},
                                              {0.09465, 0.0, -1},
                                              {0.0823, 0.0, 0}}};

  template <class T>
  constexpr std::array<T, 12> operator()(const std::array<T, 6>& angle) const {
    using std::cos;
    using std::sin;
    const T zero(0.0);
    const T one(1.0);
    // Columns of the frame of the link reached so far.
    std::array<T, 3> x{one, zero, zero};
    std::array<T, 3> y{zero, one, zero};
    std::array<T, 3> z{zero, zero, one};
    std::array<T, 3> position{zero, zero, zero};
    for (std::size_t joint = 0; joint < links.size(); ++joint) {
      const link& now = links[joint];
      const T cosine = cos(angle[joint]);
      const T sine = sin(angle[joint]);
      for (std::size_t row = 0; row < 3; ++row) {
        const T turned_x = cosine * x[row] + sine * y[row];
        const T turned_y = cosine * y[row] - sine * x[row];
        x[row] = turned_x;
        if (now.offset != 0.0) position[row] += now.offset * z[row];
        if (now.length != 0.0) position[row] += now.length * turned_x;
        if (now.quarter_turns == 0) {
          y[row] = turned_y;
        } else if (now.quarter_turns > 0) {
          y[row] = z[row];
          z[row] = -turned_y;
        } else {
          y[row] = -z[row];
          z[row] = turned_y;
        }
      }
    }
    return {position[0], position[1], position[2], x[0], y[0], z[0],
            x[1],        y[1],        z[1],        x[2], y[2], z[2]};
  }
};

}  // namespace models
