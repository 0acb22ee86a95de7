// SPDX-License-Identifier: MIT
// Value, gradient and Hessian of the symmetric Dirichlet energy by hand. With edges b and c from the
// first vertex, n = |J|^2 = p b.b + 2 q b.c + r c.c and D = b x c, the energy is
//   g = A (n + k n / D^2), 1 / k = (determinant of the inverse rest matrix)^2.
// The chain rule over (n, D) then has constant or unit second derivatives of n and D, and the first
// vertex's rows and columns are minus the sum of the others'.
#include "../workloads.hpp"

namespace bench {
namespace {

second_order<6> energy(const input<6, 5>& in) {
  const auto& v = in.x;
  const auto& m = in.data;
  const double bx = v[2] - v[0], by = v[3] - v[1], cx = v[4] - v[0], cy = v[5] - v[1];
  const double p = m[0] * m[0] + m[1] * m[1];
  const double q = m[0] * m[2] + m[1] * m[3];
  const double r = m[2] * m[2] + m[3] * m[3];
  const double area = m[4];
  // Half the gradient of n, and n from it.
  const double nbx = p * bx + q * cx, nby = p * by + q * cy;
  const double ncx = q * bx + r * cx, ncy = q * by + r * cy;
  const double n = bx * nbx + by * nby + cx * ncx + cy * ncy;
  const double d = bx * cy - cx * by;
  const double rest = m[0] * m[3] - m[1] * m[2];
  const double scaled = rest * d;
  const double inverse = 1 / scaled;
  const double inverse_d = rest * inverse;
  const double quotient = area * inverse * inverse;  // A k / D^2
  const double by_n = area + quotient;
  const double by_nd = -2 * quotient * inverse_d;
  const double by_d = by_nd * n;
  const double by_dd = -3 * by_d * inverse_d;

  second_order<6> out;
  out.value = by_n * n;
  // Gradient of D in the order bx, by, cx, cy is (cy, -cx, -by, bx).
  const double twice = 2 * by_n;
  const double gbx = twice * nbx + by_d * cy, gby = twice * nby - by_d * cx;
  const double gcx = twice * ncx - by_d * by, gcy = twice * ncy + by_d * bx;
  out.gradient = {-gbx - gcx, -gby - gcy, gbx, gby, gcx, gcy};

  // H = by_n hess n + u e' + e u' + by_d hess D, e the gradient of D, u = by_nd grad n + by_dd e / 2.
  const double two_nd = 2 * by_nd, half = 0.5 * by_dd;
  const double ubx = two_nd * nbx + half * cy, uby = two_nd * nby - half * cx;
  const double ucx = two_nd * ncx - half * by, ucy = two_nd * ncy + half * bx;
  const double bb = twice * p, bc = twice * q, cc = twice * r;
  const double h_bxbx = bb + 2 * (ubx * cy);
  const double h_bxby = uby * cy - ubx * cx;
  const double h_bxcx = bc + (ucx * cy - ubx * by);
  const double h_bxcy = by_d + (ucy * cy + ubx * bx);
  const double h_byby = bb - 2 * (uby * cx);
  const double h_bycx = -by_d - (ucx * cx + uby * by);
  const double h_bycy = bc + (uby * bx - ucy * cx);
  const double h_cxcx = cc - 2 * (ucx * by);
  const double h_cxcy = ucx * bx - ucy * by;
  const double h_cycy = cc + 2 * (ucy * bx);
  const double h_axbx = -h_bxbx - h_bxcx, h_axby = -h_bxby - h_bycx;
  const double h_axcx = -h_bxcx - h_cxcx, h_axcy = -h_bxcy - h_cxcy;
  const double h_aybx = -h_bxby - h_bxcy, h_ayby = -h_byby - h_bycy;
  const double h_aycx = -h_bycx - h_cxcy, h_aycy = -h_bycy - h_cycy;
  const double h_axax = -h_axbx - h_axcx, h_axay = -h_axby - h_axcy, h_ayay = -h_ayby - h_aycy;
  out.hessian = {h_axax, h_axay, h_axbx, h_axby, h_axcx, h_axcy,  //
                 h_axay, h_ayay, h_aybx, h_ayby, h_aycx, h_aycy,  //
                 h_axbx, h_aybx, h_bxbx, h_bxby, h_bxcx, h_bxcy,  //
                 h_axby, h_ayby, h_bxby, h_byby, h_bycx, h_bycy,  //
                 h_axcx, h_aycx, h_bxcx, h_bycx, h_cxcx, h_cxcy,  //
                 h_axcy, h_aycy, h_bxcy, h_bycy, h_cxcy, h_cycy};
  return out;
}

const bool added =
    add<dirichlet_workload>("invariants" HAND_SUFFIX, kind::hand,
                            [](const dirichlet_workload::point& in) { return energy(in); });

}  // namespace
}  // namespace bench
