// SPDX-License-Identifier: MIT
// Functions that nobody tuned etad for, as one would write them; each with the points at which it is computed.
#pragma once

#include <cmath>

#include "../workloads.hpp"

namespace bench::untuned {

/// Names, sizes and points: numbers between Low and High tenths, unless the problem draws its own.
template <class Problem, std::size_t Variables, std::size_t Results, int Low, int High>
struct problem : workload<Problem, Variables, 0, Results> {
  static void draw(input<Variables, 0>& point, random_numbers& random) {
    for (double& x : point.x) x = random(Low / 10.0, High / 10.0);
  }
};

struct van_der_pol : problem<van_der_pol, 2, 2, -20, 20> {
  static constexpr const char* name = "Van der Pol";
  template <class T, class Data>
  static constexpr std::array<T, 2> evaluate(const std::array<T, 2>& x, const Data&) {
    return {T(x[1]), T(5.0 * (1.0 - x[0] * x[0]) * x[1] - x[0])};
  }
};

/// Mean anomaly and eccentricity to the eccentric anomaly, by five steps of Newton's method.
struct kepler : problem<kepler, 2, 1, 1, 8> {
  static constexpr const char* name = "Kepler";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 2>& x, const Data&) {
    using std::cos, std::sin;
    T anomaly = x[0];
    for (int step = 0; step < 5; ++step)
      anomaly -= (anomaly - x[1] * sin(anomaly) - x[0]) / (1.0 - x[1] * cos(anomaly));
    return anomaly;
  }
};

/// Rate with a competitive inhibitor: V, S, Km, I, Ki.
struct michaelis_menten : problem<michaelis_menten, 5, 1, 5, 20> {
  static constexpr const char* name = "Michaelis-Menten";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 5>& x, const Data&) {
    return x[0] * x[1] / (x[2] * (1.0 + x[3] / x[4]) + x[1]);
  }
};

/// Angles and their speeds to their derivatives; equal masses and lengths.
struct double_pendulum : problem<double_pendulum, 4, 4, -15, 15> {
  static constexpr const char* name = "double pendulum";
  template <class T, class Data>
  static constexpr std::array<T, 4> evaluate(const std::array<T, 4>& x, const Data&) {
    using std::cos, std::sin;
    const double g = 9.81;
    const T d = x[0] - x[1];
    const T below = 3.0 - cos(2.0 * d);
    const T first = -3.0 * g * sin(x[0]) - g * sin(x[0] - 2.0 * x[1]) -
                    2.0 * sin(d) * (x[3] * x[3] + x[2] * x[2] * cos(d));
    const T second =
        2.0 * sin(d) * (2.0 * x[2] * x[2] + 2.0 * g * cos(x[0]) + x[3] * x[3] * cos(d));
    return {T(x[2]), T(x[3]), T(first / below), T(second / below)};
  }
};

/// Point, focal length, centre, radial and tangential distortion to a pixel.
struct pinhole : problem<pinhole, 10, 2, 1, 10> {
  static constexpr const char* name = "pinhole";
  template <class T, class Data>
  static constexpr std::array<T, 2> evaluate(const std::array<T, 10>& p, const Data&) {
    const T x = p[0] / p[2];
    const T y = p[1] / p[2];
    const T r2 = x * x + y * y;
    const T radial = 1.0 + p[6] * r2 + p[7] * r2 * r2;
    const T u = x * radial + 2.0 * p[8] * x * y + p[9] * (r2 + 2.0 * x * x);
    const T v = y * radial + p[8] * (r2 + 2.0 * y * y) + 2.0 * p[9] * x * y;
    return {T(p[3] * u + p[4]), T(p[3] * v + p[5])};
  }
};

/// Minus the logarithm of a measurement's likelihood: P11, P12, P22, h, noise, z, x.
struct innovation : problem<innovation, 9, 1, 5, 20> {
  static constexpr const char* name = "Kalman innovation";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 9>& x, const Data&) {
    using std::log;
    const T y = x[6] - x[3] * x[7] - x[4] * x[8];
    const T s = x[3] * (x[0] * x[3] + x[1] * x[4]) + x[4] * (x[1] * x[3] + x[2] * x[4]) + x[5];
    return 0.5 * (log(s) + y * y / s);
  }
};

/// Total variance by the SVI formula: a, b, rho, m, sigma, k.
struct svi : problem<svi, 6, 1, 1, 9> {
  static constexpr const char* name = "SVI";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 6>& x, const Data&) {
    using std::sqrt;
    const T d = x[5] - x[3];
    return x[0] + x[1] * (x[2] * d + sqrt(d * d + x[4] * x[4]));
  }
};

/// Catmull and Rom's spline through four values at a parameter.
struct spline : problem<spline, 5, 1, 0, 10> {
  static constexpr const char* name = "spline";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 5>& p, const Data&) {
    const T t = p[4];
    return 0.5 *
           (2.0 * p[1] + (p[2] - p[0]) * t + (2.0 * p[0] - 5.0 * p[1] + 4.0 * p[2] - p[3]) * t * t +
            (3.0 * p[1] - p[0] - 3.0 * p[2] + p[3]) * t * t * t);
  }
};

/// Two poses (quaternion, position) to the rotation and shift between them.
struct relative_pose : problem<relative_pose, 14, 6, -10, 10> {
  static constexpr const char* name = "relative pose";
  template <class T, class Data>
  static constexpr std::array<T, 6> evaluate(const std::array<T, 14>& p, const Data&) {
    const T dx = p[11] - p[4], dy = p[12] - p[5], dz = p[13] - p[6];
    // 2 v x d, then d - w (2 v x d) + v x (2 v x d).
    const T cx = 2.0 * (p[2] * dz - p[3] * dy);
    const T cy = 2.0 * (p[3] * dx - p[1] * dz);
    const T cz = 2.0 * (p[1] * dy - p[2] * dx);
    return {T(dx - p[0] * cx + (p[2] * cz - p[3] * cy)),
            T(dy - p[0] * cy + (p[3] * cx - p[1] * cz)),
            T(dz - p[0] * cz + (p[1] * cy - p[2] * cx)),
            T(2.0 * (p[0] * p[8] - p[7] * p[1] - (p[2] * p[10] - p[3] * p[9]))),
            T(2.0 * (p[0] * p[9] - p[7] * p[2] - (p[3] * p[8] - p[1] * p[10]))),
            T(2.0 * (p[0] * p[10] - p[7] * p[3] - (p[1] * p[9] - p[2] * p[8])))};
  }
};

/// Square of a tetrahedron's change in volume, with its Hessian.
struct tetrahedron : problem<tetrahedron, 12, 1, -10, 10> {
  static constexpr const char* name = "tetrahedron";
  template <class T, class Data>
  static constexpr T evaluate(const std::array<T, 12>& p, const Data&) {
    const T ax = p[3] - p[0], ay = p[4] - p[1], az = p[5] - p[2];
    const T bx = p[6] - p[0], by = p[7] - p[1], bz = p[8] - p[2];
    const T cx = p[9] - p[0], cy = p[10] - p[1], cz = p[11] - p[2];
    const T volume =
        (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6.0;
    const T change = volume - 1.0 / 6.0;
    return change * change;
  }
};

}  // namespace bench::untuned
