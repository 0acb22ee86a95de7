// SPDX-License-Identifier: MIT
// The geometric Jacobian of the arm: joint i turns everything after it about its axis z[i] through
// p[i], so d(position)/dq[i] = z[i] x (position - p[i]) and dR/dq[i] = z[i] x (columns of R).
#include <cmath>

#include "../workloads.hpp"

namespace bench {
namespace {

struct vector3 {
  double x, y, z;
};

inline vector3 cross(const vector3& a, const vector3& b) {
  return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}

/// Writes column j of the Jacobian, whose rows are position and rotation in row-major order.
inline void put(double* jacobian, int j, const vector3& position, const vector3& x,
                const vector3& y, const vector3& z) {
  const double entries[12] = {position.x, position.y, position.z, x.x, y.x, z.x,
                              x.y,        y.y,        z.y,        x.z, y.z, z.z};
  for (int i = 0; i < 12; ++i) jacobian[6 * i + j] = entries[i];
}

/// Any chain of joints: frames one after the other, then the axes' cross products.
first_order<12, 6> chain(const input<6, 0>& in) {
  first_order<12, 6> out;
  vector3 axis[6];
  vector3 origin[6];
  vector3 x{1, 0, 0}, y{0, 1, 0}, z{0, 0, 1}, p{0, 0, 0};
  for (int i = 0; i < 6; ++i) {
    axis[i] = z;
    origin[i] = p;
    double s, c;
    ::sincos(in.x[static_cast<std::size_t>(i)], &s, &c);
    const models::arm::link& link = models::arm::links[static_cast<std::size_t>(i)];
    const vector3 turned{c * y.x - s * x.x, c * y.y - s * x.y, c * y.z - s * x.z};
    x = {c * x.x + s * y.x, c * x.y + s * y.y, c * x.z + s * y.z};
    p = {p.x + link.offset * z.x + link.length * x.x, p.y + link.offset * z.y + link.length * x.y,
         p.z + link.offset * z.z + link.length * x.z};
    const vector3 before = z;
    const double turn = link.quarter_turns;
    y = link.quarter_turns == 0 ? turned : vector3{turn * z.x, turn * z.y, turn * z.z};
    z = link.quarter_turns == 0 ? before
                                : vector3{-turn * turned.x, -turn * turned.y, -turn * turned.z};
  }
  out.value = {p.x, p.y, p.z, x.x, y.x, z.x, x.y, y.y, z.y, x.z, y.z, z.z};
  for (int i = 0; i < 6; ++i) {
    const vector3 reach{p.x - origin[i].x, p.y - origin[i].y, p.z - origin[i].z};
    put(out.jacobian.data(), i, cross(axis[i], reach), cross(axis[i], x), cross(axis[i], y),
        cross(axis[i], z));
  }
  return out;
}

/// This arm in particular: joints 1 to 3 (from 0) turn about one horizontal direction, so their
/// angles add up, they move the tool's orientation alike, and the first axis is vertical.
first_order<12, 6> this_arm(const input<6, 0>& in) {
  constexpr double d1 = 0.089159, a2 = -0.425, a3 = -0.39225, d4 = 0.10915, d5 = 0.09465,
                   d6 = 0.0823;
  double s1, c1, s2, c2, s23, c23, s234, c234, s5, c5, s6, c6;
  ::sincos(in.x[0], &s1, &c1);
  ::sincos(in.x[1], &s2, &c2);
  ::sincos(in.x[1] + in.x[2], &s23, &c23);
  ::sincos(in.x[1] + in.x[2] + in.x[3], &s234, &c234);
  ::sincos(in.x[4], &s5, &c5);
  ::sincos(in.x[5], &s6, &c6);
  // In the vertical plane of the arm: e radial = (c1, s1, 0), vertical (0, 0, 1), normal (s1, -c1, 0).
  const double radial2 = a2 * c2, vertical2 = a2 * s2;
  const double radial3 = radial2 + a3 * c23, vertical3 = vertical2 + a3 * s23;
  // Frame after joint 3 and its twist: x = (c234, s234), y = normal, z = (s234, -c234) in the plane.
  const double wrist_radial = radial3 + d5 * s234, wrist_vertical = vertical3 - d5 * c234;
  // After joint 4 and its twist -90: x4 = c5 x + s5 y, y4 = -z, z4 = c5 y - s5 x.
  const double x4r = c5 * c234, x4v = c5 * s234, x4n = s5;
  const double z4r = -s5 * c234, z4v = -s5 * s234, z4n = c5;
  const double y4r = -s234, y4v = c234;
  const double tool_radial = wrist_radial + d6 * z4r, tool_vertical = wrist_vertical + d6 * z4v;
  const double tool_normal = d4 + d6 * z4n;
  const double xr = c6 * x4r + s6 * y4r, xv = c6 * x4v + s6 * y4v, xn = c6 * x4n;
  const double yr = c6 * y4r - s6 * x4r, yv = c6 * y4v - s6 * x4v, yn = -s6 * x4n;
  const auto world = [&](double r, double v, double n) {
    return vector3{c1 * r + s1 * n, s1 * r - c1 * n, v};
  };
  const vector3 p = world(tool_radial, tool_vertical + d1, tool_normal);
  const vector3 x = world(xr, xv, xn), y = world(yr, yv, yn), z = world(z4r, z4v, z4n);

  first_order<12, 6> out;
  out.value = {p.x, p.y, p.z, x.x, y.x, z.x, x.y, y.y, z.y, x.z, y.z, z.z};
  double* j = out.jacobian.data();
  put(j, 0, {-p.y, p.x, 0}, {-x.y, x.x, 0}, {-y.y, y.x, 0}, {-z.y, z.x, 0});
  // Turning about the normal takes radial to vertical and vertical to -radial.
  const auto tilt = [&](double r, double v) { return vector3{-c1 * v, -s1 * v, r}; };
  const vector3 tilt_x = tilt(xr, xv), tilt_y = tilt(yr, yv), tilt_z = tilt(z4r, z4v);
  put(j, 1, tilt(tool_radial, tool_vertical), tilt_x, tilt_y, tilt_z);
  put(j, 2, tilt(tool_radial - radial2, tool_vertical - vertical2), tilt_x, tilt_y, tilt_z);
  put(j, 3, tilt(tool_radial - radial3, tool_vertical - vertical3), tilt_x, tilt_y, tilt_z);
  // Joint 4: x4' = z4, y4' = 0, z4' = -x4.
  const vector3 x4 = world(x4r, x4v, x4n);
  put(j, 4, {-d6 * x4.x, -d6 * x4.y, -d6 * x4.z}, {c6 * z.x, c6 * z.y, c6 * z.z},
      {-s6 * z.x, -s6 * z.y, -s6 * z.z}, {-x4.x, -x4.y, -x4.z});
  put(j, 5, {0, 0, 0}, y, {-x.x, -x.y, -x.z}, {0, 0, 0});
  return out;
}

using point = arm_workload::point;
const bool added = add<arm_workload>("any chain" HAND_SUFFIX, kind::hand,
                                     [](const point& in) { return chain(in); }) &&
                   add<arm_workload>("this arm" HAND_SUFFIX, kind::hand,
                                     [](const point& in) { return this_arm(in); });

}  // namespace
}  // namespace bench
