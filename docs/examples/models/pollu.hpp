// SPDX-License-Identifier: MIT
#pragma once

#include <array>

namespace models {

/// Right-hand side of POLLU, 25 reactions of 20 species in polluted air: J. G. Verwer, SIAM Journal
/// on Scientific Computing 15 (1994), 1243-1250; rate constants as in the Test Set for Initial Value
/// Problem Solvers (Mazzia, Magherini, release 2.4). The Jacobian has 82 entries that are not zero.
/// Usual start: 0 but for y[1] = 0.2, y[3] = 0.04, y[6] = 0.1, y[7] = 0.3, y[8] = 0.01,
/// y[16] = 0.007. Species in order: NO2 NO O3P O3 HO2 OH HCHO CO ALD MEO2 C2O3 CO2 PAN CH3O HNO3
/// O1D SO2 SO4 NO3 N2O5.
struct pollu {
  template <class T>
  constexpr std::array<T, 20> operator()(const std::array<T, 20>& y) const {
    const T r1 = 0.35 * y[0];
    const T r2 = 26.6 * y[1] * y[3];
    const T r3 = 1.23e4 * y[4] * y[1];
    const T r4 = 8.6e-4 * y[6];
    const T r5 = 8.2e-4 * y[6];
    const T r6 = 1.5e4 * y[6] * y[5];
    const T r7 = 1.3e-4 * y[8];
    const T r8 = 2.4e4 * y[8] * y[5];
    const T r9 = 1.65e4 * y[10] * y[1];
    const T r10 = 9e3 * y[10] * y[0];
    const T r11 = 0.022 * y[12];
    const T r12 = 1.2e4 * y[9] * y[1];
    const T r13 = 1.88 * y[13];
    const T r14 = 1.63e4 * y[0] * y[5];
    const T r15 = 4.8e6 * y[2];
    const T r16 = 3.5e-4 * y[3];
    const T r17 = 0.0175 * y[3];
    const T r18 = 1e8 * y[15];
    const T r19 = 4.44e11 * y[15];
    const T r20 = 1.24e3 * y[16] * y[5];
    const T r21 = 2.1 * y[18];
    const T r22 = 5.78 * y[18];
    const T r23 = 0.0474 * y[0] * y[3];
    const T r24 = 1.78e3 * y[18] * y[0];
    const T r25 = 3.12 * y[19];
    return {-r1 - r10 - r14 - r23 - r24 + r2 + r3 + r9 + r11 + r12 + r22 + r25,
            -r2 - r3 - r9 - r12 + r1 + r21,
            -r15 + r1 + r17 + r19 + r22,
            -r2 - r16 - r17 - r23 + r15,
            -r3 + r4 + r4 + r6 + r7 + r13 + r20,
            -r6 - r8 - r14 - r20 + r3 + r18 + r18,
            -r4 - r5 - r6 + r13,
            r4 + r5 + r6 + r7,
            -r7 - r8,
            -r12 + r7 + r9,
            -r9 - r10 + r8 + r11,
            r9,
            -r11 + r10,
            -r13 + r12,
            r14,
            -r18 - r19 + r16,
            -r20,
            r20,
            -r21 - r22 - r24 + r23 + r25,
            -r25 + r24};
  }
};

}  // namespace models
