// SPDX-License-Identifier: MIT
// Jacobian of the reprojection error by hand, from two observations:
// - with P = c X + A (w x X) + B (w.X) w, A = sin / angle, B = (1 - c) / angle^2, a row vector q has
//   q dP/dX = c q + A (q x w) + B (q.w) w  and
//   q dP/dw = A (X x q) + B ((q.w) X + (w.X) q) + (q.g) w,  g = -A X + A' (w x X) + B' (w.X) w,
//   A' = (c - A) / angle^2, B' = (A - 2 B) / angle^2, so no matrix of P's derivatives is needed;
// - everything divides by P2 or by the angle: one reciprocal each.
#include <cmath>
#include <limits>

#include "../workloads.hpp"

namespace bench {
namespace {

struct vector3 {
  double x, y, z;
};

inline vector3 cross(const vector3& a, const vector3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
inline double dot(const vector3& a, const vector3& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

/// Sine and cosine of one angle in one call, which clang does not do by itself.
inline void sine_and_cosine(double angle, double& sine, double& cosine) {
  ::sincos(angle, &sine, &cosine);
}

first_order<2, 12> reprojection(const input<12, 2>& in) {
  first_order<2, 12> out;
  const vector3 w{in.x[0], in.x[1], in.x[2]};
  const vector3 point{in.x[9], in.x[10], in.x[11]};
  const double angle2 = dot(w, w);
  const bool turned = angle2 > std::numeric_limits<double>::epsilon();
  double c = 1, a = 1, b = 0, a_slope = 0, b_slope = 0;
  if (turned) {
    const double inverse = 1 / std::sqrt(angle2);
    const double inverse2 = inverse * inverse;
    double sine;
    sine_and_cosine(angle2 * inverse, sine, c);
    a = sine * inverse;
    b = (1 - c) * inverse2;
    a_slope = (c - a) * inverse2;
    b_slope = (a - 2 * b) * inverse2;
  }
  const vector3 across = cross(w, point);
  const double along = dot(w, point);
  const double b_along = b * along;
  const double inverse_z = 1 / (c * point.z + a * across.z + b_along * w.z + in.x[5]);
  const double x = -(c * point.x + a * across.x + b_along * w.x + in.x[3]) * inverse_z;
  const double y = -(c * point.y + a * across.y + b_along * w.y + in.x[4]) * inverse_z;
  const double focal = in.x[6];
  const double k2 = in.x[8];
  const double radius2 = x * x + y * y;
  const double bend = in.x[7] + k2 * radius2;
  const double distortion = 1 + radius2 * bend;
  const double scale = focal * distortion;
  out.value = {scale * x - in.data[0], scale * y - in.data[1]};

  // Derivatives by (x, y), then by P.
  const double bent = 2 * focal * (bend + k2 * radius2);
  const double xy = bent * x * y;
  const auto row = [&](double* j, double by_x, double by_y, double image) {
    vector3 q;
    q.x = -by_x * inverse_z;
    q.y = -by_y * inverse_z;
    q.z = q.x * x + q.y * y;
    const double qw = dot(q, w);
    const double b_qw = b * qw;
    const double qg =
        turned ? a_slope * dot(q, across) + b_slope * along * qw - a * dot(q, point) : 0;
    const vector3 arm = cross(point, q);
    const vector3 turn = cross(q, w);
    j[0] = a * arm.x + b_qw * point.x + b_along * q.x + qg * w.x;
    j[1] = a * arm.y + b_qw * point.y + b_along * q.y + qg * w.y;
    j[2] = a * arm.z + b_qw * point.z + b_along * q.z + qg * w.z;
    j[3] = q.x;
    j[4] = q.y;
    j[5] = q.z;
    j[6] = distortion * image;
    j[7] = focal * radius2 * image;
    j[8] = j[7] * radius2;
    j[9] = c * q.x + a * turn.x + b_qw * w.x;
    j[10] = c * q.y + a * turn.y + b_qw * w.y;
    j[11] = c * q.z + a * turn.z + b_qw * w.z;
  };
  row(out.jacobian.data(), scale + bent * x * x, xy, x);
  row(out.jacobian.data() + 12, xy, scale + bent * y * y, y);
  return out;
}

/// The rotation matrix and the matrix dP/dw formed once, then two rows times both.
first_order<2, 12> reprojection_by_matrices(const input<12, 2>& in) {
  first_order<2, 12> out;
  const vector3 w{in.x[0], in.x[1], in.x[2]};
  const vector3 point{in.x[9], in.x[10], in.x[11]};
  const double angle2 = dot(w, w);
  double c = 1, a = 1, b = 0, a_slope = 0, b_slope = 0, on_point = 0;
  if (angle2 > std::numeric_limits<double>::epsilon()) {
    const double inverse = 1 / std::sqrt(angle2);
    const double inverse2 = inverse * inverse;
    double sine;
    sine_and_cosine(angle2 * inverse, sine, c);
    a = sine * inverse;
    b = (1 - c) * inverse2;
    a_slope = (c - a) * inverse2;
    b_slope = (a - 2 * b) * inverse2;
    on_point = -a;
  }
  const vector3 turn{a * w.x, a * w.y, a * w.z};
  const vector3 bw{b * w.x, b * w.y, b * w.z};
  const double rotation[3][3] = {{c + bw.x * w.x, bw.x * w.y - turn.z, bw.x * w.z + turn.y},
                                 {bw.x * w.y + turn.z, c + bw.y * w.y, bw.y * w.z - turn.x},
                                 {bw.x * w.z - turn.y, bw.y * w.z + turn.x, c + bw.z * w.z}};
  const auto rotated = [&](int i) {
    return rotation[i][0] * point.x + rotation[i][1] * point.y + rotation[i][2] * point.z;
  };
  const double inverse_z = 1 / (rotated(2) + in.x[5]);
  const double x = -(rotated(0) + in.x[3]) * inverse_z;
  const double y = -(rotated(1) + in.x[4]) * inverse_z;
  const vector3 across = cross(w, point);
  const double along = dot(w, point);
  const double bend_along = b_slope * along;
  const double b_along = b * along;
  const vector3 g{on_point * point.x + a_slope * across.x + bend_along * w.x,
                  on_point * point.y + a_slope * across.y + bend_along * w.y,
                  on_point * point.z + a_slope * across.z + bend_along * w.z};
  const vector3 ap{a * point.x, a * point.y, a * point.z};
  const double by_w[3][3] = {
      {g.x * w.x + bw.x * point.x + b_along, g.x * w.y + bw.x * point.y + ap.z,
       g.x * w.z + bw.x * point.z - ap.y},
      {g.y * w.x + bw.y * point.x - ap.z, g.y * w.y + bw.y * point.y + b_along,
       g.y * w.z + bw.y * point.z + ap.x},
      {g.z * w.x + bw.z * point.x + ap.y, g.z * w.y + bw.z * point.y - ap.x,
       g.z * w.z + bw.z * point.z + b_along}};
  const double focal = in.x[6];
  const double radius2 = x * x + y * y;
  const double bend = in.x[7] + in.x[8] * radius2;
  const double distortion = 1 + radius2 * bend;
  const double scale = focal * distortion;
  out.value = {scale * x - in.data[0], scale * y - in.data[1]};
  const double bent = 2 * focal * (bend + in.x[8] * radius2);
  const double xy = bent * x * y;
  const auto row = [&](double* j, double by_x, double by_y, double image) {
    const double qx = -by_x * inverse_z;
    const double qy = -by_y * inverse_z;
    const double qz = qx * x + qy * y;
    for (int i = 0; i < 3; ++i) j[i] = qx * by_w[0][i] + qy * by_w[1][i] + qz * by_w[2][i];
    j[3] = qx;
    j[4] = qy;
    j[5] = qz;
    j[6] = distortion * image;
    j[7] = focal * radius2 * image;
    j[8] = j[7] * radius2;
    for (int i = 0; i < 3; ++i)
      j[9 + i] = qx * rotation[0][i] + qy * rotation[1][i] + qz * rotation[2][i];
  };
  row(out.jacobian.data(), scale + bent * x * x, xy, x);
  row(out.jacobian.data() + 12, xy, scale + bent * y * y, y);
  return out;
}

using point_type = snavely_workload::point;
const bool added =
    add<snavely_workload>("rows" HAND_SUFFIX, kind::hand,
                          [](const point_type& in) { return reprojection(in); }) &&
    add<snavely_workload>("matrices" HAND_SUFFIX, kind::hand,
                          [](const point_type& in) { return reprojection_by_matrices(in); });

}  // namespace
}  // namespace bench
