#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Constant evaluation that each pass takes, in the unit that each compiler limits.

usage: steps.py [--compilers g++,clang++-19] [--functions chain,hessian] [--passes order,table]
                [--keep DIRECTORY]

For each function the programs between the passes are printed by an executable that holds them as
constants, and each pass is compiled alone on its own input, with a limit that is halved and doubled until
it is known to 1 %: g++ counts operations (-fconstexpr-ops-limit, 33,554,432 by default), Clang steps
(-fconstexpr-steps, 1,048,576 by default). Prints a Markdown table for each compiler: the evaluation of each
pass for an instruction of the longer of its input and its output, and in brackets its share of the limit.
"""
import argparse
import pathlib
import subprocess
import tempfile

import series

ROOT = pathlib.Path(__file__).resolve().parents[2]
FLAGS = ["-std=c++20", "-I" + str(ROOT / "include")]
LIMITS = {"g++": ("-fconstexpr-ops-limit=", 33554432), "clang": ("-fconstexpr-steps=", 1048576)}
HEADER = "#include <array>\n#include <cmath>\n#include <etad/etad.hpp>\n"


def functor(arguments, body):
    return f"""struct generated {{
  template <class T>
  constexpr T operator()({arguments}) const {{
    using std::abs, std::cos, std::exp, std::sin, std::sqrt, std::tanh;
    {body}
  }}
}};
"""


# name: (source of the function, verb, types of the arguments)
FUNCTIONS = {
    "series 256": (series.function(256), "gradient", "std::array<double, 8>"),
    "series 1024": (series.function(1024), "gradient", "std::array<double, 8>"),
    "chain of 1,500": (functor(
        "const T& x",
        "T s = x; for (int i = 0; i < 750; ++i) { s = s * x; s = s + x; } return s;"),
        "gradient", "double"),
    "capped Newton": (functor(
        "const T& m, const T& e",
        "T x = m; for (int i = 0; i < 50; ++i) { T d = (x - e * sin(x) - m) / (1.0 - e * cos(x));"
        " x = x - d; if (abs(d) < 1e-12) break; } return x;"), "gradient", "double, double"),
    "Rosenbrock 512": (functor(
        "const std::array<T, 512>& x",
        "T s = 0.0; for (int i = 0; i < 511; ++i) { T u = x[i + 1] - x[i] * x[i]; T v = 1.0 - x[i];"
        " s = s + 100.0 * u * u + v * v; } return s;"), "gradient", "std::array<double, 512>"),
    "Hessian of 30": (functor(
        "const std::array<T, 30>& x",
        "T s = 0.0; for (int i = 0; i < 30; ++i) for (int j = 0; j < i; ++j)"
        " s = s + (1.0 + i * j) * x[i] * x[j]; T q = sin(s);"
        " for (int i = 0; i < 30; ++i) q = q + exp(x[i]); return q;"),
        "hessian", "std::array<double, 30>"),
    "network 16-64-4": (functor(
        "const std::array<T, 1348>& w, const std::array<T, 16>& x",
        "std::array<T, 64> h; for (int i = 0; i < 64; ++i) { T s = w[17 * i];"
        " for (int j = 0; j < 16; ++j) s = s + w[17 * i + 1 + j] * x[j]; h[i] = tanh(s); }"
        " T e = 0.0; for (int k = 0; k < 4; ++k) { T s = w[1088 + 65 * k];"
        " for (int i = 0; i < 64; ++i) s = s + w[1089 + 65 * k + i] * h[i]; e = e + s * s; }"
        " return e;"), "gradient", "std::array<double, 1348>, std::array<double, 16>"),
}

PRINTER = HEADER + """#include <cstdio>
%(function)s
using namespace etad::detail;
using plan = decltype(etad::%(verb)s(generated{}))::plan<%(arguments)s>;
using derivative = plan::task::program<plan::call>;
template <class T>
void print(const T& x) { std::printf("%%lld,", static_cast<long long>(x)); }
void print(const literal_formats& x) {
  std::printf("{%%aF,%%a,%%LaL,%%d,nullptr},", double(x.f), x.d, x.l, int(x.rounded));
}
void print(const step& s) { std::printf("{step_kind(%%d),%%d},", int(s.kind), int(s.index)); }
template <class Items>
void print_list(const Items& items, int size) {
  std::printf("{");
  for (int i = 0; i < size; ++i) print(items[i]);
  std::printf("}");
}
template <class Schedule>
void print_program(const char* name, const Schedule& s) {
  std::printf("constexpr wide_schedule %%s{%%d,%%d,%%d,%%d,", name, s.inputs, s.size, s.literal_count,
              s.output_count);
  print_list(s.code, s.size);
  std::printf(",");
  print_list(s.literals, s.literal_count);
  std::printf(",");
  print_list(s.outputs, s.output_count);
  std::printf("};\\n");
}
template <class Call, class Wanted, jacobian_mode Mode>
void print_request(const jacobian_candidate<Call, Wanted, Mode>*) {
  const jacobian_request r = request_of<Call, Wanted>();
  std::printf("constexpr jacobian_mode mode = jacobian_mode(%%d);\\n", int(Mode));
  std::printf("constexpr jacobian_request request() { jacobian_request r; r.with_value = %%d; "
              "r.first_output = %%d; r.symmetric = %%d; r.sparse = %%d; r.wanted = ",
              int(r.with_value), int(r.first_output), int(r.symmetric), int(r.sparse));
  print_list(r.wanted, int(r.wanted.size()));
  std::printf("; r.row_blocks = ");
  print_list(r.row_blocks, int(r.row_blocks.size()));
  std::printf("; r.column_blocks = ");
  print_list(r.column_blocks, int(r.column_blocks.size()));
  std::printf("; return r; }\\n");
}
int main() {
  print_program("traced", plan::call::source::value);
  print_program("unpruned", derivative::derivation::value);
  print_program("full", derivative::value);
  print_program("split", regularized_wide<derivative>::value);
  print_program("regular", regular_wide<derivative>::value);
  const wide_step_list& steps = regular_steps<derivative>::value;
  std::printf("constexpr wide_step_list steps{%%d,", steps.size);
  print_list(steps.steps, steps.size);
  std::printf("};\\n");
  print_request(static_cast<derivative*>(nullptr));
}
"""

# name: (the program it reads, the program it writes, its expression)
PASSES = {
    "trace": (None, "traced", "freeze(without_dead_code(trace<generated, %(shapes)s>(generated{})))"),
    "derivative": ("traced", "unpruned", "freeze(jacobian_program<mode>(thaw(traced), request()))"),
    "dead code": ("unpruned", "full", "freeze(without_dead_code(thaw(unpruned)))"),
    "regularize": ("full", "split", "freeze(regularized(thaw(full)))"),
    "fuse": ("split", "regular", "freeze(finished(thaw(split)))"),
    "order": ("regular", "regular", "freeze_steps(steps_of(thaw(regular)))"),
    "table": ("regular", "regular", "tabulate(thaw(regular), steps, full.output_count)"),
}


def limit_of(compiler):
    return LIMITS["clang" if "clang" in compiler else "g++"]


def programs(name, directory):
    """The programs of a function as source, and their lengths. Kept between runs."""
    function, verb, arguments = FUNCTIONS[name]
    stem = name.replace(" ", "_").replace(",", "")
    kept = directory / f"{stem}.inc"
    if not kept.exists():
        source = directory / f"{stem}_print.cpp"
        source.write_text(PRINTER % {"function": function, "verb": verb, "arguments": arguments})
        program = directory / f"{stem}_print"
        subprocess.run(["g++", *FLAGS, "-fconstexpr-ops-limit=4000000000",
                        "-fconstexpr-loop-limit=10000000", str(source), "-o", str(program)], check=True)
        kept.write_text(subprocess.run([str(program)], check=True, capture_output=True,
                                       text=True).stdout)
    text = kept.read_text()
    lengths = {line.split()[2].split("{")[0]: int(line.split(",")[1])
               for line in text.splitlines() if line.startswith("constexpr wide_schedule")}
    return text, lengths


def compiles(compiler, source, limit):
    return subprocess.run([compiler, *FLAGS, "-fsyntax-only", limit_of(compiler)[0] + str(limit),
                           str(source)], capture_output=True).returncode == 0


def cost(compiler, source, ceiling=1 << 30):
    """The least limit with which source compiles, to 1 %."""
    low, high = 0, 1 << 14
    while not compiles(compiler, source, high):
        low, high = high, 2 * high
        if high > ceiling:
            return None
    while high - low > high // 100:
        middle = (low + high) // 2
        if compiles(compiler, source, middle):
            high = middle
        else:
            low = middle
    return high


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--compilers", default="g++,clang++-19")
    parser.add_argument("--functions", default=";".join(FUNCTIONS), help="separated by semicolons")
    parser.add_argument("--passes", default=",".join(PASSES))
    parser.add_argument("--keep")
    chosen = parser.parse_args()
    directory = pathlib.Path(chosen.keep or tempfile.mkdtemp())
    directory.mkdir(parents=True, exist_ok=True)
    passes = chosen.passes.split(",")
    for compiler in chosen.compilers.split(","):
        print(f"\n**{compiler}**\n\n| | instructions | " + " | ".join(passes) + " |")
        print("|---|---:|" + "---:|" * len(passes), flush=True)
        for name in chosen.functions.split(";"):
            text, lengths = programs(name, directory)
            function, _, arguments = FUNCTIONS[name]
            cells = []
            for step in passes:
                reads, writes, expression = PASSES[step]
                shapes = arguments.replace("double", "etad::traced")
                source = directory / "pass.cpp"
                source.write_text(HEADER + function + "using namespace etad::detail;\n" + text +
                                  f"constexpr auto result = {expression % {'shapes': shapes}};\n")
                found = cost(compiler, source)
                length = max(lengths.get(reads, 0), lengths[writes])
                share = 100 * (found or 0) / limit_of(compiler)[1]
                cells.append(f"{found / length:.0f} ({share:.0f} %)" if found else "does not compile")
            print(f"| {name} | {lengths['regular']} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
