#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gate: no pass takes more constant evaluation than it may.

    pass_cost.py INCLUDE_DIRECTORY COMPILER...

A gradient of 695 instructions and one of 32 nested branches are compiled with limits of constant
evaluation that are a fraction of the compilers' own: each pass is a constant of its own and must stay
within. bench/compile_time/steps.py measures the passes one by one.
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
LIMITS = {"clang": ("-fconstexpr-steps=", 140_000, 420_000),
          "g++": ("-fconstexpr-ops-limit=", 2_600_000, 6_000_000)}
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
CHECK = """
using namespace etad::detail;
using plan = decltype(etad::gradient(generated{{}}))::plan<{arguments}>;
static_assert(regular_table<plan::task::program<plan::call>>::value.size > {steps});
"""


def main():
    include, *compiler = sys.argv[1:]
    name = "clang" if any("clang" in word for word in compiler) else "g++"
    flag, *limits = LIMITS[name]
    functions = [(series.function(256), "std::array<double, 8>", 500), (NESTED, "double, double", 500)]
    with tempfile.TemporaryDirectory() as directory:
        source = pathlib.Path(directory) / "steps.cpp"
        for (function, arguments, steps), limit in zip(functions, limits):
            source.write_text("#include <array>\n#include <cmath>\n#include <etad/etad.hpp>\n" + function +
                              CHECK.format(arguments=arguments, steps=steps))
            result = subprocess.run([*compiler, "-std=c++20", "-I" + include, "-fsyntax-only",
                                     flag + str(limit), str(source)], capture_output=True, text=True)
            if result.returncode != 0:
                print(f"a pass takes more than {limit} of {flag[1:-1]}:\n" + result.stderr[:3000])
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
