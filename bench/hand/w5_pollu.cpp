// SPDX-License-Identifier: MIT
// The Jacobian of POLLU by hand, in two layouts: a full 20 x 20 matrix, and its 82 entries that are
// not zero. Each bimolecular rate k a b gives k a and k b, which also serve the rate itself.
#include <algorithm>

#include "../workloads.hpp"

namespace bench {
namespace {

/// Writes the 20 values, then calls put(row, column, entry) row by row.
template <class Put>
[[gnu::always_inline]] inline void pollution(const double* __restrict y, double* __restrict f,
                                             const Put& put) {
  constexpr double k1 = 0.35, k2 = 26.6, k3 = 1.23e4, k4 = 8.6e-4, k5 = 8.2e-4, k6 = 1.5e4;
  constexpr double k7 = 1.3e-4, k8 = 2.4e4, k9 = 1.65e4, k10 = 9e3, k11 = 0.022, k12 = 1.2e4;
  constexpr double k13 = 1.88, k14 = 1.63e4, k15 = 4.8e6, k16 = 3.5e-4, k17 = 0.0175, k18 = 1e8;
  constexpr double k19 = 4.44e11, k20 = 1.24e3, k21 = 2.1, k22 = 5.78, k23 = 0.0474, k24 = 1.78e3;
  constexpr double k25 = 3.12;
  // aN_m is the derivative of rate N by species m, both counted from 1 as in the literature.
  const double a2_2 = k2 * y[3], a2_4 = k2 * y[1];
  const double a3_2 = k3 * y[4], a3_5 = k3 * y[1];
  const double a6_6 = k6 * y[6], a6_7 = k6 * y[5];
  const double a8_6 = k8 * y[8], a8_9 = k8 * y[5];
  const double a9_2 = k9 * y[10], a9_11 = k9 * y[1];
  const double a10_1 = k10 * y[10], a10_11 = k10 * y[0];
  const double a12_2 = k12 * y[9], a12_10 = k12 * y[1];
  const double a14_1 = k14 * y[5], a14_6 = k14 * y[0];
  const double a20_6 = k20 * y[16], a20_17 = k20 * y[5];
  const double a23_1 = k23 * y[3], a23_4 = k23 * y[0];
  const double a24_1 = k24 * y[18], a24_19 = k24 * y[0];
  const double by_no = a2_2 + a3_2 + a9_2 + a12_2;
  const double by_hcho = k4 + k5 + a6_7;

  const double r1 = k1 * y[0], r2 = a2_4 * y[3], r3 = a3_5 * y[4], r4 = k4 * y[6], r5 = k5 * y[6];
  const double r6 = a6_7 * y[6], r7 = k7 * y[8], r8 = a8_9 * y[8], r9 = a9_11 * y[10];
  const double r10 = a10_11 * y[10], r11 = k11 * y[12], r12 = a12_10 * y[9], r13 = k13 * y[13];
  const double r14 = a14_6 * y[5], r15 = k15 * y[2], r16 = k16 * y[3], r17 = k17 * y[3];
  const double r18 = k18 * y[15], r19 = k19 * y[15], r20 = a20_17 * y[16], r21 = k21 * y[18];
  const double r22 = k22 * y[18], r23 = a23_4 * y[3], r24 = a24_19 * y[18], r25 = k25 * y[19];
  const double from_no = r2 + r3 + r9 + r12;
  const double from_hcho = r4 + r5 + r6;
  f[0] = from_no + (r11 + r22 + r25) - (r1 + r10) - (r14 + r23 + r24);
  f[1] = r1 + r21 - from_no;
  f[2] = r1 + r17 + r19 + r22 - r15;
  f[3] = r15 - r2 - r16 - r17 - r23;
  f[4] = 2 * r4 + r6 + r7 + r13 + r20 - r3;
  f[5] = r3 + 2 * r18 - r6 - r8 - r14 - r20;
  f[6] = r13 - from_hcho;
  f[7] = from_hcho + r7;
  f[8] = -r7 - r8;
  f[9] = r7 + r9 - r12;
  f[10] = r8 + r11 - r9 - r10;
  f[11] = r9;
  f[12] = r10 - r11;
  f[13] = r12 - r13;
  f[14] = r14;
  f[15] = r16 - r18 - r19;
  f[16] = -r20;
  f[17] = r20;
  f[18] = r23 + r25 - r21 - r22 - r24;
  f[19] = r24 - r25;

  put(0, 0, -k1 - a10_1 - a14_1 - a23_1 - a24_1);
  put(0, 1, by_no);
  put(0, 3, a2_4 - a23_4);
  put(0, 4, a3_5);
  put(0, 5, -a14_6);
  put(0, 9, a12_10);
  put(0, 10, a9_11 - a10_11);
  put(0, 12, k11);
  put(0, 18, k22 - a24_19);
  put(0, 19, k25);
  put(1, 0, k1);
  put(1, 1, -by_no);
  put(1, 3, -a2_4);
  put(1, 4, -a3_5);
  put(1, 9, -a12_10);
  put(1, 10, -a9_11);
  put(1, 18, k21);
  put(2, 0, k1);
  put(2, 2, -k15);
  put(2, 3, k17);
  put(2, 15, k19);
  put(2, 18, k22);
  put(3, 0, -a23_1);
  put(3, 1, -a2_2);
  put(3, 2, k15);
  put(3, 3, -(k16 + k17) - a2_4 - a23_4);
  put(4, 1, -a3_2);
  put(4, 4, -a3_5);
  put(4, 5, a6_6 + a20_6);
  put(4, 6, 2 * k4 + a6_7);
  put(4, 8, k7);
  put(4, 13, k13);
  put(4, 16, a20_17);
  put(5, 0, -a14_1);
  put(5, 1, a3_2);
  put(5, 4, a3_5);
  put(5, 5, -a6_6 - a8_6 - a14_6 - a20_6);
  put(5, 6, -a6_7);
  put(5, 8, -a8_9);
  put(5, 15, 2 * k18);
  put(5, 16, -a20_17);
  put(6, 5, -a6_6);
  put(6, 6, -by_hcho);
  put(6, 13, k13);
  put(7, 5, a6_6);
  put(7, 6, by_hcho);
  put(7, 8, k7);
  put(8, 5, -a8_6);
  put(8, 8, -k7 - a8_9);
  put(9, 1, a9_2 - a12_2);
  put(9, 8, k7);
  put(9, 9, -a12_10);
  put(9, 10, a9_11);
  put(10, 0, -a10_1);
  put(10, 1, -a9_2);
  put(10, 5, a8_6);
  put(10, 8, a8_9);
  put(10, 10, -a9_11 - a10_11);
  put(10, 12, k11);
  put(11, 1, a9_2);
  put(11, 10, a9_11);
  put(12, 0, a10_1);
  put(12, 10, a10_11);
  put(12, 12, -k11);
  put(13, 1, a12_2);
  put(13, 9, a12_10);
  put(13, 13, -k13);
  put(14, 0, a14_1);
  put(14, 5, a14_6);
  put(15, 3, k16);
  put(15, 15, -(k18 + k19));
  put(16, 5, -a20_6);
  put(16, 16, -a20_17);
  put(17, 5, a20_6);
  put(17, 16, a20_17);
  put(18, 0, a23_1 - a24_1);
  put(18, 3, a23_4);
  put(18, 18, -(k21 + k22) - a24_19);
  put(18, 19, k25);
  put(19, 0, a24_1);
  put(19, 18, a24_19);
  put(19, 19, -k25);
}

/// Zeros in one go, then the entries.
first_order<20, 20> dense_cleared(const input<20, 0>& in) {
  first_order<20, 20> out;
  out.jacobian.fill(0);
  pollution(in.x.data(), out.value.data(), [&](int row, int column, double entry) {
    out.jacobian[static_cast<std::size_t>(20 * row + column)] = entry;
  });
  return out;
}

/// Every entry written once, zeros between the others, so that neighbours can share a store.
first_order<20, 20> dense_in_order(const input<20, 0>& in) {
  first_order<20, 20> out;
  std::size_t next = 0;
  pollution(in.x.data(), out.value.data(), [&](int row, int column, double entry) {
    const auto position = static_cast<std::size_t>(20 * row + column);
    while (next < position) out.jacobian[next++] = 0;
    out.jacobian[next++] = entry;
  });
  return out;
}

first_order<20, 20> dense_copied(const input<20, 0>& in) {
  first_order<20, 20> out;
  const input<20, 0> here = in;
  std::fill(out.jacobian.begin(), out.jacobian.end(), 0.0);
  double* __restrict entries = out.jacobian.data();
  pollution(here.x.data(), out.value.data(),
            [&](int row, int column, double entry) { entries[20 * row + column] = entry; });
  return out;
}

struct sparse_result {
  std::array<double, 20> value;
  std::array<double, 82> jacobian;
};

sparse_result nonzeros(const input<20, 0>& in) {
  sparse_result out;
  double* __restrict entries = out.jacobian.data();
  pollution(in.x.data(), out.value.data(), [&](int, int, double entry) { *entries++ = entry; });
  return out;
}

using point = input<20, 0>;
const bool added = add<pollu_workload>("cleared" HAND_SUFFIX, kind::hand,
                                       [](const point& in) { return dense_cleared(in); }) &&
                   add<pollu_workload>("in order" HAND_SUFFIX, kind::hand,
                                       [](const point& in) { return dense_in_order(in); }) &&
                   add<pollu_workload>("copied" HAND_SUFFIX, kind::hand,
                                       [](const point& in) { return dense_copied(in); }) &&
                   add<pollu_sparse_workload>("nonzeros" HAND_SUFFIX, kind::hand,
                                              [](const point& in) { return nonzeros(in); });

}  // namespace
}  // namespace bench
