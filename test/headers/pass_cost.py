#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gate: no pass takes more constant evaluation than it may.

    pass_cost.py INCLUDE_DIRECTORY COMPILER...

A gradient of 695 instructions and one of 32 nested branches are compiled with limits of constant
evaluation that are a fraction of the compilers' own: each pass is a constant of its own and must stay
within. bench/compile_time/steps.py measures the passes one by one. A Hessian that does not fit into such a
fraction, while its gradient does, must run on dual numbers and say so.
"""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/compile_time"))
import series  # noqa: E402

# Limits of each compiler for the long program and the nested one. The dearest pass of the long one took
# 112,000 steps and 2,200,000 operations.
LIMITS = {"clang": ("-fconstexpr-steps=", 140_000, 450_000, 60_000, 131_072),
          "g++": ("-fconstexpr-ops-limit=", 2_600_000, 6_000_000, 1_500_000, 4_194_304)}
NESTED = """struct generated {
  template <class T>
  constexpr T operator()(const T& m, const T& e) const {
    using std::abs, std::cos, std::sin;
    T x = m;
    for (int i = 0; i < 32; ++i) {
      const T d = (x - e * sin(x) - m) / (1.0 - e * cos(x));
      x = x - d;
      if (abs(d) < 1e-12) break;
    }
    return x;
  }
};
"""
SUM = """struct generated {
  template <class T, std::size_t N>
  constexpr T operator()(const std::array<T, N>& x) const {
    using std::exp;
    T s = 0.0;
    for (std::size_t i = 0; i + 1 < N; ++i) {
      const T a = x[i + 1] - x[i] * x[i];
      const T b = 1.0 - x[i];
      s = s + 100.0 * a * a + b * b;
    }
    return exp(-s);
  }
};
"""
FALLS = """
#include <etad/explain.hpp>
using point = std::array<double, 20>;
static_assert(etad::road_of<point>(etad::gradient(generated{})) == etad::road::traced);
constexpr auto way = etad::road_of<point>(etad::hessian(generated{}));
static_assert(way.taken == etad::road::duals && way.why_not_traced == etad::obstacle::derivative_too_long);
double corner(const point& x) { return etad::hessian(generated{})(x)(0, 1); }
"""
# Programs of 500 operations with an eighth of the limits: those of 4,000 come as far with the compilers' own. Not
# the order of steps, which long programs have another of.
CHAINS = """
struct chain {
  template <class T>
  constexpr T operator()(const T& x) const {
    T s = x;
    for (int i = 0; i < 250; ++i) {
      s = s * x;
      s = s + x;
    }
    return s;
  }
};
struct valley {
  template <class T, std::size_t Size>
  constexpr T operator()(const std::array<T, Size>& x) const {
    T s = 0.0;
    for (std::size_t i = 0; i + 1 < Size; ++i) {
      const T a = x[i + 1] - x[i] * x[i];
      const T b = 1.0 - x[i];
      s = s + 100.0 * a * a + b * b;
    }
    return s;
  }
};
template <class Plan>
constexpr bool compiles =
    etad::detail::regular_wide<typename Plan::task::template program<typename Plan::call>>::value.size > 400;
static_assert(compiles<decltype(etad::gradient(chain{}))::plan<double>>);
static_assert(compiles<decltype(etad::gradient(valley{}))::plan<std::array<double, 63>>>);
#ifndef __clang__  // where products with seeds are selections and take twice what is left
static_assert(compiles<decltype(etad::jvp(chain{}))::plan<double, double>>);
#endif
"""
CHECK = """
using namespace etad::detail;
using plan = decltype(etad::gradient(generated{{}}))::plan<{arguments}>;
static_assert(regular_table<plan::task::program<plan::call>>::value.size > {steps});
"""


def main():
    include, *compiler = sys.argv[1:]
    name = "clang" if any("clang" in word for word in compiler) else "g++"
    flag, *limits = LIMITS[name]
    programs = [series.function(256) + CHECK.format(arguments="std::array<double, 8>", steps=500),
                NESTED + CHECK.format(arguments="double, double", steps=500), SUM + FALLS,
                CHAINS]
    with tempfile.TemporaryDirectory() as directory:
        source = pathlib.Path(directory) / "steps.cpp"
        for program, limit in zip(programs, limits):
            source.write_text("#include <array>\n#include <cmath>\n#include <etad/etad.hpp>\n" + program)
            result = subprocess.run([*compiler, "-std=c++20", "-I" + include, "-fsyntax-only",
                                     flag + str(limit), str(source)], capture_output=True, text=True)
            if result.returncode != 0:
                print(f"a pass takes more than {limit} of {flag[1:-1]}:\n" + result.stderr[:3000])
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
