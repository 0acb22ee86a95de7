#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compile-time cost of gradients, as a function of size, and of the models and examples.

usage: series.py [--compilers g++,clang++-19] [--sizes 16,64,256,1024] [--keep DIRECTORY]

Generates functions of 16, 64, 256 and 1024 operations (arithmetic with sin, exp, sqrt and division
mixed in), compiles value_and_gradient of each at -O2 and prints a Markdown table: user CPU seconds
(the least of three runs), peak memory, object and symbol bytes, instructions scheduled; then slope
and intercept of a least-squares line through seconds over scheduled instructions.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLAGS = ["-std=c++20", "-O2", "-I" + str(ROOT / "include"), "-I" + str(ROOT / "docs/examples/models"),
         "-I" + str(ROOT / "docs/examples"), "-isystem", "/usr/include/eigen3"]

STEPS = [
    "v[{i}] = v[{a}] * v[{b}] + v[{c}];",
    "v[{i}] = sin(v[{a}]);",
    "v[{i}] = v[{a}] - 0.25 * v[{b}];",
    "v[{i}] = v[{a}] / (2.0 + v[{b}] * v[{b}]);",
    "v[{i}] = exp(0.125 * v[{a}]);",
    "v[{i}] = sqrt(1.0 + v[{a}] * v[{a}]);",
]
OPERATIONS = [2, 1, 2, 3, 2, 3]


def function(size):
    """Source of a functor with `size` operations on eight variables; each uses recent values."""
    lines, operations, last = [], 0, 7
    while operations < size:
        kind = len(lines) % len(STEPS)
        number = len(lines)
        here = last + 1
        recent = [here - 1 - (number * stride) % 8 for stride in (1, 3, 5)]
        lines.append(STEPS[kind].format(i=here, a=here - 1, b=recent[1], c=recent[2]))
        operations += OPERATIONS[kind]
        last = here
    body = "\n    ".join(lines)
    return f"""struct generated {{
  template <class T>
  constexpr T operator()(const std::array<T, 8>& x) const {{
    using std::exp, std::sin, std::sqrt;
    std::array<T, {last + 1}> v{{x[0], x[1], x[2], x[3], x[4], x[5], x[6], x[7]}};
    {body}
    return v[{last}];
  }}
}};
"""


def series_source(size):
    return f"""#include <etad/etad.hpp>
#include <array>
#include <cmath>
{function(size)}
auto derivative(const std::array<double, 8>& x) {{
  return etad::value_and_gradient(generated{{}})(x);
}}
"""


def counting_source(size):
    """The scheduled instructions, known only to the library's own types."""
    return series_source(size) + """#include <cstdio>
int main() {
  using plan = decltype(etad::value_and_gradient(generated{}))::plan<std::array<double, 8>>;
  std::printf("%d", int(etad::detail::regular_form<plan::task::program<plan::call>>::value.size));
}
"""


def model_source(model, call, arguments):
    return f"""#include <etad/etad.hpp>
#include "{model}.hpp"
auto derivative({arguments}) {{ return {call}; }}
"""


MODELS = {
    "empty, header only": "#include <etad/etad.hpp>\nint main() {}\n",
    "W2 Black-Scholes": model_source(
        "black_scholes", "etad::value_and_gradient(models::black_scholes{})(a, b, c, d, e)",
        "double a, double b, double c, double d, double e"),
    "W3 Snavely": model_source(
        "snavely", "etad::value_and_jacobian(models::snavely{}, etad::wrt<0>)(x, u, v)",
        "const std::array<double, 12>& x, double u, double v"),
}


def compile_once(compiler, source, output):
    """(exit code, user CPU seconds, peak memory in MB) of one compilation."""
    command = ["nice", compiler, *FLAGS, "-c", str(source), "-o", str(output)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    message = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        print(f"{compiler} {source.name} failed:\n" + message[:600])
    return process.returncode, usage.ru_utime, usage.ru_maxrss / 1024


def measure(compiler, source, output, runs=3):
    """The least user time of several runs, or None if it does not compile."""
    seen = []
    for _ in range(runs):
        code, seconds, megabytes = compile_once(compiler, source, output)
        if code != 0:
            return None
        seen.append((seconds, megabytes))
    symbols = subprocess.run(["nm", str(output)], capture_output=True, text=True).stdout
    return (min(s for s, _ in seen), max(m for _, m in seen), output.stat().st_size,
            sum(len(line.split()[-1]) + 1 for line in symbols.splitlines() if line.split()))


def scheduled(compiler, source, size, directory):
    source.write_text(counting_source(size))
    program = directory / "count"
    built = subprocess.run([compiler, *FLAGS, "-O0", str(source), "-o", str(program)],
                           capture_output=True)
    return int(subprocess.run([str(program)], capture_output=True).stdout) if built.returncode == 0 else 0


def line_through(points):
    """Least-squares slope and intercept."""
    n = len(points)
    mx, my = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    return slope, my - slope * mx


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--sizes", default="16,64,256,1024")
    parser.add_argument("--keep")
    chosen = parser.parse_args()
    directory = pathlib.Path(chosen.keep or tempfile.mkdtemp())
    directory.mkdir(parents=True, exist_ok=True)
    examples = sorted(p for p in (ROOT / "docs/examples").glob("*/*.cpp") if p.stem == p.parent.name)
    for compiler in chosen.compilers.split(","):
        print(f"\n**{compiler} -O2**\n\n| | instructions | user s | MB | object bytes | symbol bytes |")
        print("|---|---:|---:|---:|---:|---:|")
        source, output = directory / "source.cpp", directory / "object.o"
        points = []
        rows = [(f"series, {size} operations", series_source(size), size)
                for size in map(int, chosen.sizes.split(","))]
        rows += [(name, text, None) for name, text in MODELS.items()]
        rows += [(f"example {path.stem}", path, None) for path in examples]
        for name, text, size in rows:
            if not isinstance(text, pathlib.Path):
                source.write_text(text)
            found = measure(compiler, text if isinstance(text, pathlib.Path) else source, output)
            if found is None:
                print(f"| {name} | | does not compile | | | |", flush=True)
                continue
            count = scheduled(compiler, source, size, directory) if size else ""
            if size:
                points.append((count, found[0]))
            print(f"| {name} | {count} | {found[0]:.2f} | {found[1]:.0f} | {found[2]} | {found[3]} |",
                  flush=True)
        if len(points) > 1:
            slope, intercept = line_through(points)
            print(f"\n{1000 * slope:.2f} ms an instruction, {intercept:.2f} s before the first")
    if not chosen.keep:
        shutil.rmtree(directory)


if __name__ == "__main__":
    main()
