#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Computes the polynomials of include/etad/lane/simd/fits.hpp; needs mpmath (python3-mpmath).

    fits.py > fits.hpp

Each is the best approximation of its degree (Remez exchange in 50 digits, error times a weight),
rounded to the number type. The comment beside it gives the largest weighted error before rounding.
"""
import struct

import mpmath as mp

mp.mp.dps = 50


def remez(f, weight, low, high, degree, basis, grid=600, rounds=20):
    """c with the least largest |sum c[i] basis(x)^i - f(x)| weight(x), and that error."""
    middle, radius, count = (mp.mpf(low) + high) / 2, (mp.mpf(high) - low) / 2, degree + 2
    table = []
    for i in range(grid):
        x = middle - radius * mp.cos(mp.pi * i / (grid - 1))
        table.append((basis(x), f(x), weight(x)))
    # Extrema of a Chebyshev polynomial, as indices of the grid.
    chosen = [round((grid - 1) * i / (count - 1)) for i in range(count)]
    best = None
    for _ in range(rounds):
        rows, right = mp.matrix(count, count), mp.matrix(count, 1)
        for i, (u, value, w) in enumerate(table[k] for k in chosen):
            for j in range(degree + 1):
                rows[i, j] = u**j
            rows[i, degree + 1] = (-1) ** i / w
            right[i] = value
        solution = mp.lu_solve(rows, right)
        c = [solution[j] for j in range(degree + 1)]
        errors = [(mp.polyval(c[::-1], u) - value) * w for u, value, w in table]
        worst = max(abs(e) for e in errors)
        if best is None or worst < best[1]:
            best = (c, worst)
        extrema = []
        for k, e in enumerate(errors):
            if extrema and (errors[extrema[-1]] > 0) == (e > 0):
                if abs(e) > abs(errors[extrema[-1]]):
                    extrema[-1] = k
            else:
                extrema.append(k)
        while len(extrema) > count:
            first = abs(errors[extrema[0]]) < abs(errors[extrema[-1]])
            extrema.pop(0 if first else -1)
        if len(extrema) < count or extrema == chosen:
            break
        chosen = extrema
    return best


def erf_ratio(z):
    """erf(x)/x - 1 at x = sqrt(z)."""
    x = mp.sqrt(z)
    return 2 / mp.sqrt(mp.pi) - 1 if z == 0 else mp.erf(x) / x - 1


def minus_log_erfc(x):
    return -mp.log(mp.erfc(x))


def scaled_erfc(x):
    """(1 + 2 x) exp(x^2) erfc(x), which is between 1.1 and 1.3."""
    return (1 + 2 * x) * mp.exp(x * x) * mp.erfc(x)


def exp_rest(r):
    """(exp(r) - 1 - r) / r^2."""
    if abs(r) < mp.mpf("1e-12"):
        return mp.mpf(1) / 2 + r / 6
    return (mp.exp(r) - 1 - r) / r**2


def log_rest(z):
    """(log((1+s)/(1-s)) / s - 2) / z at z = s^2."""
    if z < mp.mpf("1e-20"):
        return mp.mpf(2) / 3 + mp.mpf(2) / 5 * z
    s = mp.sqrt(z)
    return (mp.log((1 + s) / (1 - s)) / s - 2) / z


def log_rest_of_rest(z):
    """(log((1+s)/(1-s)) / (2 s) - 1 - z/3) / z^2 at z = s^2."""
    if z < mp.mpf("1e-12"):
        return mp.mpf(1) / 5 + z / 7
    s = mp.sqrt(z)
    return (mp.atanh(s) / s - 1 - z / 3) / z**2


def same(x):
    return x


HALF_LN2 = mp.log(2) / 2 * mp.mpf("1.0001")
LARGEST_Z = ((mp.sqrt(2) - 1) / (mp.sqrt(2) + 1)) ** 2 * mp.mpf("1.0001")
# name, what it is, f, weight, interval, basis, degrees for double and float, end for float
FITS = [
    ("erf_small", "erf(x)/x - 1 in z = x^2, |x| <= 1",
     erf_ratio, lambda z: 1 / (1 + erf_ratio(z)), 0, 1, same, 11, 6, 1),
    ("minus_log_erfc", "-log(erfc(x)) in x - 1, 1 <= x <= 6 (float: 4), error times erfc(x)",
     minus_log_erfc, mp.erfc, 1, 6, lambda x: x - 1, 17, 7, 4),
    ("scaled_erfc",
     "(1+2x) exp(x^2) erfc(x) in (x-4)/(x+4), 1/2 <= x <= 27.5 (float: 10.5), relative error",
     scaled_erfc, lambda x: 1 / scaled_erfc(x), mp.mpf(1) / 2, mp.mpf("27.5"),
     lambda x: (x - 4) / (x + 4), 22, 10, mp.mpf("10.5")),
    ("exp_rest", "(exp(r) - 1 - r)/r^2 in r, |r| <= log(2)/2, error times r^2/exp(r)",
     exp_rest, lambda r: (r * r + mp.mpf("1e-9")) * mp.exp(-r), -HALF_LN2, HALF_LN2, same, 9, 4,
     HALF_LN2),
    ("log_rest", "(log((1+s)/(1-s))/s - 2)/z in z = s^2, error times z/2",
     log_rest, lambda z: z / 2 + mp.mpf("1e-6"), 0, LARGEST_Z, same, 6, 2, LARGEST_Z),
    ("log_rest_of_rest", "(log((1+s)/(1-s))/(2 s) - 1 - z/3)/z^2 in z = s^2, error times z^2",
     log_rest_of_rest, lambda z: z * z + mp.mpf("1e-9"), 0, LARGEST_Z, same, 6, 3, LARGEST_Z),
    ("cbrt_start", "cbrt(x) in x, 0.35 <= x <= 2.84, relative error",
     mp.cbrt, lambda x: 1 / mp.cbrt(x), mp.mpf("0.35"), mp.mpf("2.84"), same, 4, 6, mp.mpf("2.84")),
]


def rounded(c, single):
    if not single:
        return float(c).hex()
    return f"{struct.unpack('f', struct.pack('f', float(c)))[0].hex()}f"


def main():
    print("""// SPDX-License-Identifier: MIT
// Written by bench/lanes/fits.py: polynomials of the lane functions, lowest power first, and the base-2
// logarithm of their error.
#pragma once

#include <etad/core/config.hpp>

namespace etad::inline ETAD_ABI::detail {

template <class T>
struct lane_fit;
""")
    for single, name in ((False, "double"), (True, "float")):
        print(f"template <>\nstruct lane_fit<{name}> {{")
        for label, text, f, weight, low, high, basis, degree, short, short_high in FITS:
            start = -short_high if low == -high and low != 0 else low
            c, error = remez(f, weight, start, short_high if single else high,
                             short if single else degree, basis)
            print(f"  // {text}: {mp.nstr(mp.log(error, 2), 3)}")
            print(f"  static constexpr {name} {label}[] = {{"
                  + ", ".join(rounded(x, single) for x in c) + "};")
        print("};\n")
    print("}  // namespace etad::inline ETAD_ABI::detail")


if __name__ == "__main__":
    main()
