// SPDX-License-Identifier: MIT
// Derivatives by hand: shared reciprocals, sines with their cosines, nothing computed twice.
#include "problems.hpp"

namespace bench::untuned {
namespace {

using vector3 = std::array<double, 3>;

constexpr vector3 cross(const vector3& a, const vector3& b) {
  return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

template <class Problem, class F>
bool enter(F f) {
  return add<Problem>("by hand", kind::hand, f);
}

const bool entered_small =
    enter<van_der_pol>([](const auto& in) -> first_order<2, 2> {
      const auto [x, v] = in.x;
      const double damping = 5.0 * (1.0 - x * x);
      return {{v, damping * v - x}, {0.0, 1.0, -10.0 * x * v - 1.0, damping}};
    }) &&
    enter<kepler>([](const auto& in) -> first_order<1, 2> {
      const auto [m, e] = in.x;
      double a = m, by_m = 1.0, by_e = 0.0;
      for (int step = 0; step < 5; ++step) {
        const double s = std::sin(a), c = std::cos(a);
        const double h = 1.0 - e * c, r = 1.0 / h, change = (a - e * s - m) * r,
                     slope = change * e * s;
        // The quotient's derivative, each direction once.
        const double m_next = by_m - (by_m * h - 1.0 - slope * by_m) * r;
        by_e -= (by_e * h - s - slope * by_e + change * c) * r;
        by_m = m_next;
        a -= change;
      }
      return {{a}, {by_m, by_e}};
    }) &&
    enter<michaelis_menten>([](const auto& in) -> first_order<1, 5> {
      const auto [v, s, k, i, ki] = in.x;
      const double q = 1.0 / ki, a = 1.0 + i * q, r = 1.0 / (k * a + s), share = s * r;
      const double rate = v * share, down = rate * r, inhibition = down * k * q;
      return {{rate}, {share, v * r - down, -down * a, -inhibition, inhibition * i * q}};
    }) &&
    enter<innovation>([](const auto& in) -> first_order<1, 9> {
      const auto [p11, p12, p22, h1, h2, noise, z, x1, x2] = in.x;
      const double y = z - h1 * x1 - h2 * x2;
      const double a = p11 * h1 + p12 * h2, b = p12 * h1 + p22 * h2, s = h1 * a + h2 * b + noise;
      const double i = 1.0 / s, k = y * i, by_s = 0.5 * (i - k * k), twice = 2.0 * by_s;
      return {{0.5 * (std::log(s) + y * k)},
              {by_s * h1 * h1, twice * h1 * h2, by_s * h2 * h2, twice * a - k * x1,
               twice * b - k * x2, by_s, k, -k * h1, -k * h2}};
    }) &&
    enter<svi>([](const auto& in) -> first_order<1, 6> {
      const auto [a, b, rho, m, sigma, k] = in.x;
      const double d = k - m, root = std::sqrt(d * d + sigma * sigma), r = b / root;
      const double sum = rho * d + root, by_d = b * rho + r * d;
      return {{a + b * sum}, {1.0, sum, b * d, -by_d, r * sigma, by_d}};
    }) &&
    enter<spline>([](const auto& in) -> first_order<1, 5> {
      const auto [p0, p1, p2, p3, t] = in.x;
      const double one = p2 - p0, two = 2.0 * p0 - 5.0 * p1 + 4.0 * p2 - p3;
      const double three = 3.0 * (p1 - p2) + p3 - p0, t2 = t * t, h = 0.5 * t, h2 = 0.5 * t2,
                   h3 = h2 * t;
      return {{p1 + h * one + h2 * two + h3 * three},
              {2.0 * h2 - h - h3, 1.0 - 5.0 * h2 + 3.0 * h3, h + 4.0 * h2 - 3.0 * h3, h3 - h2,
               0.5 * one + t * two + 1.5 * t2 * three}};
    });

const bool entered_pendulum = enter<double_pendulum>([](const auto& in) -> first_order<4, 4> {
  const double g = 9.81;
  const auto [a, b, u, v] = in.x;
  const double sa = std::sin(a), ca = std::cos(a), sd = std::sin(a - b), cd = std::cos(a - b);
  const double se = std::sin(a - 2.0 * b), ce = std::cos(a - 2.0 * b);
  const double r = 1.0 / (2.0 + 2.0 * sd * sd), below = 4.0 * sd * cd, uu = u * u, vv = v * v;
  const double pull = vv + uu * cd, push = 2.0 * uu + 2.0 * g * ca + vv * cd;
  const double first = (-3.0 * g * sa - g * se - 2.0 * sd * pull) * r, second = 2.0 * sd * push * r;
  const double turn = 2.0 * (cd * pull - sd * sd * uu), lean = 2.0 * (cd * push - sd * sd * vv);
  return {
      {u, v, first, second},
      {0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, (-3.0 * g * ca - g * ce - turn - first * below) * r,
       (2.0 * g * ce + turn + first * below) * r, -4.0 * sd * cd * u * r, -4.0 * sd * v * r,
       (lean - 4.0 * g * sd * sa - second * below) * r, (second * below - lean) * r,
       8.0 * sd * u * r, 4.0 * sd * cd * v * r}};
});

const bool entered_pinhole = enter<pinhole>([](const auto& in) -> first_order<2, 10> {
  const auto [px, py, pz, f, c1, c2, k1, k2, p1, p2] = in.x;
  const double iz = 1.0 / pz, x = px * iz, y = py * iz, xx = x * x, yy = y * y, xy = x * y;
  const double r2 = xx + yy, radial = 1.0 + r2 * (k1 + k2 * r2), slope = k1 + 2.0 * k2 * r2;
  const double tx = r2 + 2.0 * xx, ty = r2 + 2.0 * yy, fz = f * iz, fr = f * r2;
  const double u = x * radial + 2.0 * p1 * xy + p2 * tx, v = y * radial + p1 * ty + 2.0 * p2 * xy;
  const double ux = fz * (radial + 2.0 * xx * slope + 2.0 * p1 * y + 6.0 * p2 * x);
  const double uy = fz * 2.0 * (xy * slope + p1 * x + p2 * y);
  const double vy = fz * (radial + 2.0 * yy * slope + 6.0 * p1 * y + 2.0 * p2 * x);
  const double cross_term = 2.0 * f * xy;
  return {{f * u + c1, f * v + c2},
          {ux, uy, -(ux * x + uy * y), u, 1.0, 0.0, fr * x, fr * r2 * x, cross_term, f * tx,
           uy, vy, -(uy * x + vy * y), v, 0.0, 1.0, fr * y, fr * r2 * y, f * ty,     cross_term}};
});

const bool entered_pose = enter<relative_pose>([](const auto& in) -> first_order<6, 14> {
  const auto [aw, ax, ay, az, s, t, q, bw, bx, by, bz, k, l, m] = in.x;
  const double x = k - s, y = l - t, z = m - q;
  const double x2 = 2.0 * x, y2 = 2.0 * y, z2 = 2.0 * z, w2 = 2.0 * aw;
  const double cx = ay * z2 - az * y2, cy = az * x2 - ax * z2, cz = ax * y2 - ay * x2;
  const double dot = ax * x2 + ay * y2 + az * z2;
  const double xx = 2.0 * ax * ax, yy = 2.0 * ay * ay, zz = 2.0 * az * az;
  const double xy = 2.0 * ax * ay, xz = 2.0 * ax * az, yz = 2.0 * ay * az;
  const double wx = w2 * ax, wy = w2 * ay, wz = w2 * az;
  const double r00 = 1.0 - yy - zz, r01 = xy + wz, r02 = xz - wy;
  const double r10 = xy - wz, r11 = 1.0 - xx - zz, r12 = yz + wx;
  const double r20 = xz + wy, r21 = yz - wx, r22 = 1.0 - xx - yy;
  const double bx2 = 2.0 * bx, by2 = 2.0 * by, bz2 = 2.0 * bz, bw2 = 2.0 * bw;
  const double ax2 = 2.0 * ax, ay2 = 2.0 * ay, az2 = 2.0 * az;
  return {{x - aw * cx + ay * cz - az * cy, y - aw * cy + az * cx - ax * cz,
           z - aw * cz + ax * cy - ay * cx, aw * bx2 - bw * ax2 - ay * bz2 + az * by2,
           aw * by2 - bw * ay2 - az * bx2 + ax * bz2, aw * bz2 - bw * az2 - ax * by2 + ay * bx2},
          {-cx,
           dot - ax * x2,
           ax * y2 - x2 * ay2 - aw * z2,
           ax * z2 - x2 * az2 + aw * y2,
           -r00,
           -r01,
           -r02,
           0,
           0,
           0,
           0,
           r00,
           r01,
           r02,
           -cy,
           ay * x2 - y2 * ax2 + aw * z2,
           dot - ay * y2,
           ay * z2 - y2 * az2 - aw * x2,
           -r10,
           -r11,
           -r12,
           0,
           0,
           0,
           0,
           r10,
           r11,
           r12,
           -cz,
           az * x2 - z2 * ax2 - aw * y2,
           az * y2 - z2 * ay2 + aw * x2,
           dot - az * z2,
           -r20,
           -r21,
           -r22,
           0,
           0,
           0,
           0,
           r20,
           r21,
           r22,
           bx2,
           -bw2,
           -bz2,
           by2,
           0,
           0,
           0,
           -ax2,
           w2,
           az2,
           -ay2,
           0,
           0,
           0,
           by2,
           bz2,
           -bw2,
           -bx2,
           0,
           0,
           0,
           -ay2,
           -az2,
           w2,
           ax2,
           0,
           0,
           0,
           bz2,
           -by2,
           bx2,
           -bw2,
           0,
           0,
           0,
           -az2,
           ay2,
           -ax2,
           w2,
           0,
           0,
           0}};
});

const bool entered_tetrahedron = enter<tetrahedron>([](const auto& in) {
  const auto& p = in.x;
  const vector3 e[] = {{p[3] - p[0], p[4] - p[1], p[5] - p[2]},
                       {p[6] - p[0], p[7] - p[1], p[8] - p[2]},
                       {p[9] - p[0], p[10] - p[1], p[11] - p[2]}};
  const vector3 n[] = {cross(e[1], e[2]), cross(e[2], e[0]), cross(e[0], e[1])};
  const double change = (e[0][0] * n[0][0] + e[0][1] * n[0][1] + e[0][2] * n[0][2] - 1.0) / 6.0;
  second_order<12> out;
  out.value = change * change;
  // Of the volume, times 6.
  double g[12];
  for (std::size_t k = 0; k < 3; ++k) {
    g[k] = -(n[0][k] + n[1][k] + n[2][k]);
    for (std::size_t i = 0; i < 3; ++i) g[3 + 3 * i + k] = n[i][k];
  }
  const double first = change / 3.0, second = 1.0 / 18.0;
  for (std::size_t i = 0; i < 12; ++i) {
    out.gradient[i] = first * g[i];
    for (std::size_t j = 0; j < 12; ++j) out.hessian[i * 12 + j] = second * g[i] * g[j];
  }
  // Corners i and j: the edge between the two others, as a matrix that turns.
  const auto edge = [&](std::size_t i, std::size_t j, const vector3& d) {
    const double x = first * d[0], y = first * d[1], z = first * d[2];
    double* const upper = &out.hessian[36 * i + 3 * j];
    double* const lower = &out.hessian[36 * j + 3 * i];
    upper[1] -= z, upper[2] += y, upper[12] += z, upper[14] -= x, upper[24] -= y, upper[25] += x;
    lower[1] += z, lower[2] -= y, lower[12] -= z, lower[14] += x, lower[24] += y, lower[25] -= x;
  };
  const auto minus = [](const vector3& a, const vector3& b) {
    return vector3{a[0] - b[0], a[1] - b[1], a[2] - b[2]};
  };
  edge(2, 1, e[2]);
  edge(1, 3, e[1]);
  edge(3, 2, e[0]);
  edge(0, 1, minus(e[1], e[2]));
  edge(0, 2, minus(e[2], e[0]));
  edge(0, 3, minus(e[0], e[1]));
  return out;
});

}  // namespace
}  // namespace bench::untuned
