// SPDX-License-Identifier: MIT
// The Jacobians of ROBER and HIRES by hand.
#include "../workloads.hpp"

namespace bench {
namespace {

first_order<3, 3> rober(const input<3, 0>& in) {
  const double y2 = in.x[1];
  const double back = 1e4 * y2;
  const double fast = 3e7 * y2;
  const double by_y2 = 1e4 * in.x[2];
  const double first = 0.04 * in.x[0];
  const double second = back * in.x[2];
  const double third = fast * y2;
  const double by_third = 2 * fast;
  return {{second - first, first - second - third, third},
          {-0.04, by_y2, back, 0.04, -by_y2 - by_third, -back, 0, by_third, 0}};
}

inline void hires_values(const std::array<double, 8>& y, double exchange, double* f) {
  const double release = 1.81 * y[6];
  f[0] = -1.71 * y[0] + 0.43 * y[1] + 8.32 * y[2] + 0.0007;
  f[1] = 1.71 * y[0] - 8.75 * y[1];
  f[2] = -10.03 * y[2] + 0.43 * y[3] + 0.035 * y[4];
  f[3] = 8.32 * y[1] + 1.71 * y[2] - 1.12 * y[3];
  f[4] = -1.745 * y[4] + 0.43 * (y[5] + y[6]);
  f[5] = -exchange + 0.69 * (y[3] + y[6]) + 1.71 * y[4] - 0.43 * y[5];
  f[6] = exchange - release;
  f[7] = release - exchange;
}

first_order<8, 8> hires_literal(const input<8, 0>& in) {
  const double by6 = 280 * in.x[7];
  const double by8 = 280 * in.x[5];
  first_order<8, 8> out{{}, {-1.71, 0.43,  8.32,   0,     0,      0,           0,     0,     //
                             1.71,  -8.75, 0,      0,     0,      0,           0,     0,     //
                             0,     0,     -10.03, 0.43,  0.035,  0,           0,     0,     //
                             0,     8.32,  1.71,   -1.12, 0,      0,           0,     0,     //
                             0,     0,     0,      0,     -1.745, 0.43,        0.43,  0,     //
                             0,     0,     0,      0.69,  1.71,   -0.43 - by6, 0.69,  -by8,  //
                             0,     0,     0,      0,     0,      by6,         -1.81, by8,   //
                             0,     0,     0,      0,     0,      -by6,        1.81,  -by8}};
  hires_values(in.x, by8 * in.x[7], out.value.data());
  return out;
}

/// The constant part copied from a table, then the six entries that vary.
first_order<8, 8> hires_table(const input<8, 0>& in) {
  static constexpr std::array<double, 64> constants{
      -1.71, 0.43,   8.32,   0,     0,    0, 0, 0, 1.71, -8.75, 0,     0,    0,    0, 0, 0, 0,
      0,     -10.03, 0.43,   0.035, 0,    0, 0, 0, 8.32, 1.71,  -1.12, 0,    0,    0, 0, 0, 0,
      0,     0,      -1.745, 0.43,  0.43, 0, 0, 0, 0,    0.69,  1.71,  0,    0.69, 0, 0, 0, 0,
      0,     0,      0,      -1.81, 0,    0, 0, 0, 0,    0,     0,     1.81, 0};
  const double by6 = 280 * in.x[7];
  const double by8 = 280 * in.x[5];
  first_order<8, 8> out{{}, constants};
  out.jacobian[45] = -0.43 - by6;
  out.jacobian[47] = -by8;
  out.jacobian[53] = by6;
  out.jacobian[55] = by8;
  out.jacobian[61] = -by6;
  out.jacobian[63] = -by8;
  hires_values(in.x, by8 * in.x[7], out.value.data());
  return out;
}

/// Row by row in loops of eight, the exchange's two entries added to constant rows.
first_order<8, 8> hires_rows(const input<8, 0>& in) {
  const std::array<double, 8> y = in.x;
  const double by6 = 280 * y[7];
  const double by8 = 280 * y[5];
  std::array<double, 8> values;
  hires_values(y, by8 * y[7], values.data());
  const std::array<double, 8> exchange{0, 0, 0, 0, 0, by6, 0, by8};
  constexpr double constants[8][8] = {
      {-1.71, 0.43, 8.32, 0, 0, 0, 0, 0},   {1.71, -8.75, 0, 0, 0, 0, 0, 0},
      {0, 0, -10.03, 0.43, 0.035, 0, 0, 0}, {0, 8.32, 1.71, -1.12, 0, 0, 0, 0},
      {0, 0, 0, 0, -1.745, 0.43, 0.43, 0},  {0, 0, 0, 0.69, 1.71, -0.43, 0.69, 0},
      {0, 0, 0, 0, 0, 0, -1.81, 0},         {0, 0, 0, 0, 0, 0, 1.81, 0}};
  first_order<8, 8> out;
  double* __restrict row = out.jacobian.data();
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 8; ++j) row[8 * i + j] = constants[i][j];
  for (std::size_t j = 0; j < 8; ++j) row[40 + j] = constants[5][j] - exchange[j];
  for (std::size_t j = 0; j < 8; ++j) row[48 + j] = constants[6][j] + exchange[j];
  for (std::size_t j = 0; j < 8; ++j) row[56 + j] = constants[7][j] - exchange[j];
  out.value = values;
  return out;
}

const bool added =
    add<rober_workload>("rober" HAND_SUFFIX, kind::hand,
                        [](const rober_workload::point& in) { return rober(in); }) &&
    add<hires_workload>("literal" HAND_SUFFIX, kind::hand,
                        [](const hires_workload::point& in) { return hires_literal(in); }) &&
    add<hires_workload>("rows" HAND_SUFFIX, kind::hand,
                        [](const hires_workload::point& in) { return hires_rows(in); }) &&
    add<hires_workload>("table" HAND_SUFFIX, kind::hand,
                        [](const hires_workload::point& in) { return hires_table(in); });

}  // namespace
}  // namespace bench
