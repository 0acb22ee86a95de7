// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cmath>
#include <limits>

namespace models {

/// Reprojection error of one observation in bundle adjustment, in the camera model of the data sets
/// "Bundle Adjustment in the Large" (Agarwal, Snavely, Seitz, Szeliski, ECCV 2010):
///   P = R(w) X + t,   p = -(P0, P1) / P2,   residual = f (1 + k1 |p|^2 + k2 |p|^4) p - (u, v).
/// parameters = (w0, w1, w2, t0, t1, t2, f, k1, k2, X0, X1, X2), w the rotation axis times the angle.
/// (u, v) is the observed image point, which may be of another type: it is data, not a parameter.
struct snavely {
  template <class T, class Data>
  constexpr std::array<T, 2> operator()(const std::array<T, 12>& parameters, const Data& u,
                                        const Data& v) const {
    const std::array<T, 3> axis_angle{parameters[0], parameters[1], parameters[2]};
    const std::array<T, 3> point{parameters[9], parameters[10], parameters[11]};
    const std::array<T, 3> rotated = rotate(axis_angle, point);
    const T px = rotated[0] + parameters[3];
    const T py = rotated[1] + parameters[4];
    const T pz = rotated[2] + parameters[5];
    const T x = -px / pz;
    const T y = -py / pz;
    const T radius2 = x * x + y * y;
    const T distortion = 1.0 + radius2 * (parameters[7] + parameters[8] * radius2);
    const T scale = parameters[6] * distortion;
    return {scale * x - u, scale * y - v};
  }

 private:
  /// Rodrigues' formula; below the threshold its first-order term, whose derivatives exist at 0.
  template <class T>
  static constexpr std::array<T, 3> rotate(const std::array<T, 3>& w, const std::array<T, 3>& x) {
    using std::cos;
    using std::sin;
    using std::sqrt;
    const T angle2 = w[0] * w[0] + w[1] * w[1] + w[2] * w[2];
    if (angle2 > std::numeric_limits<double>::epsilon()) {
      const T angle = sqrt(angle2);
      const T inverse = 1.0 / angle;
      const T cosine = cos(angle);
      const T sine = sin(angle);
      const std::array<T, 3> axis{w[0] * inverse, w[1] * inverse, w[2] * inverse};
      const std::array<T, 3> across = cross(axis, x);
      const T along = (axis[0] * x[0] + axis[1] * x[1] + axis[2] * x[2]) * (1.0 - cosine);
      return {x[0] * cosine + across[0] * sine + axis[0] * along,
              x[1] * cosine + across[1] * sine + axis[1] * along,
              x[2] * cosine + across[2] * sine + axis[2] * along};
    }
    const std::array<T, 3> across = cross(w, x);
    return {x[0] + across[0], x[1] + across[1], x[2] + across[2]};
  }

  template <class T>
  static constexpr std::array<T, 3> cross(const std::array<T, 3>& a, const std::array<T, 3>& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
  }
};

}  // namespace models
