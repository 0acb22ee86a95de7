#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes random generic C++ functions, to be differentiated by etad and by difference quotients.

    generate_functions.py SEED FIRST COUNT > functions.cpp

Function k depends on SEED and k alone, so a finding is replayed by its number. The functions use
what users use: loops, branches on values, local arrays, helper templates, compound assignment,
ternaries and all functions of <cmath>, with arguments inside their domains.
"""
import random
import sys

UNARY_ANYWHERE = ["sin", "cos", "atan", "tanh", "asinh", "erf", "erfc", "abs", "fabs"]
STEPS = ["floor", "ceil", "trunc", "round", "rint"]
BOUNDED = ["exp", "exp2", "expm1", "sinh", "cosh", "tan"]
POSITIVE = ["sqrt", "log", "log2", "log10", "log1p", "cbrt", "tgamma", "lgamma"]
INSIDE_ONE = ["asin", "acos", "atanh"]
# How many branches a function may take, counting those in loops: each may double its paths. One function
# in four takes more, which guard functions outside of whose domain the other paths are, or which overflow
# there: what is not taken must not touch the derivatives.
BRANCHES = 3
GUARDED_BRANCHES = 6
GUARDED = [("{a} > T(0.1)", "log({a})"), ("{a} > T(0.1)", "sqrt({a})"),
           ("{a} > T(-0.9) && {a} < T(0.9)", "acos({a})"),
           ("{a} > T(-0.9) && {a} < T(0.9)", "atanh({a})"),
           ("{a} > T(1.1)", "acosh({a})"), ("{a} < T(0.1)", "exp(900.0 * {a} - 95.0)"),
           ("{a} > T(0.1) || {a} < T(-0.1)", "(1.0 / {a})"), ("{a} > T(0.2)", "pow({a}, -1.5)"),
           ("{a} < T(0.5)", "(1.0 / cosh(900.0 * ({a} - 0.5)))")]


class Writer:
    def __init__(self, rng: random.Random, name: str):
        self.rng = rng
        self.name = name
        self.inputs = rng.randint(1, 5)
        self.lines: list[str] = []
        self.scalars: list[str] = []
        self.assignable: list[str] = []
        self.arrays: list[tuple[str, int]] = []
        self.guarded = rng.random() < 0.25
        self.branches = GUARDED_BRANCHES if self.guarded else BRANCHES
        self.counter = 0
        self.depth = 1

    def fresh(self, prefix: str) -> str:
        self.counter += 1
        return f"{prefix}{self.counter}"

    def put(self, line: str) -> None:
        self.lines.append("    " + "  " * self.depth + line)

    def literal(self) -> str:
        return self.rng.choice(["0.5", "2.0", "0.25", "1.5", "3", "0.1", "0.7", "-1.25", "1", "-2"])

    def atom(self) -> str:
        rng = self.rng
        choice = rng.random()
        if choice < 0.35 or not self.scalars:
            return f"x[{rng.randrange(self.inputs)}]"
        if choice < 0.75:
            return rng.choice(self.scalars[-4:] if rng.random() < 0.6 else self.scalars)
        if choice < 0.87 and self.arrays:
            array, size = rng.choice(self.arrays)
            return f"{array}[{rng.randrange(size)}]"
        return f"T({self.literal()})"

    def bounded(self, expression: str) -> str:
        """The expression brought into [-1, 1]."""
        return f"{self.rng.choice(['sin', 'tanh', 'cos'])}({expression})"

    def function(self, depth: int) -> str:
        rng = self.rng
        u = self.expression(depth - 1)
        v = self.expression(depth - 1)
        choice = rng.randrange(13)
        if choice < 2:
            return f"{rng.choice(UNARY_ANYWHERE)}({u})"
        if choice == 2:
            return f"{rng.choice(BOUNDED)}({self.bounded(u)})"
        if choice == 3:
            return f"{rng.choice(POSITIVE)}(1.5 + {self.bounded(u)})"
        if choice == 4:
            return f"{rng.choice(INSIDE_ONE)}(0.9 * {self.bounded(u)})"
        if choice == 5:
            return f"acosh(2.5 + {self.bounded(u)})"
        if choice == 6:
            exponent = rng.choice(["2", "3", "0.5", "-1.5", "4", self.bounded(v)])
            return f"pow(1.5 + {self.bounded(u)}, {exponent})"
        if choice == 7:
            return f"atan2({u}, 2.5 + {self.bounded(v)})"
        if choice == 8:
            third = f", {self.atom()}" if rng.random() < 0.4 else ""
            return f"hypot({u}, 1.5 + {self.bounded(v)}{third})"
        if choice == 9:
            return f"{rng.choice(['fmod', 'remainder'])}({u}, 1.7 + 0.5 * {self.bounded(v)})"
        if choice == 10:
            return f"{rng.choice(['fmax', 'fmin', 'fdim', 'copysign', 'max', 'min'])}(T({u}), T({v}))"
        if choice == 11:
            return f"fma({self.atom()}, {self.bounded(u)}, T({v}))"
        return f"({u} + {rng.choice(STEPS)}({v}))"

    def expression(self, depth: int) -> str:
        rng = self.rng
        if depth <= 0:
            return self.atom()
        choice = rng.random()
        u = self.expression(depth - 1)
        v = self.expression(depth - 2)
        if choice < 0.25:
            return f"({u} {rng.choice('+-')} {v})"
        if choice < 0.45:
            return f"({u} * {self.bounded(v)})"
        if choice < 0.52:
            return f"({u} / (2.5 + {self.bounded(v)}))"
        if choice < 0.57:
            return f"(-{u})"
        if choice < 0.62:
            return f"({self.literal()} * {u})"
        if choice < 0.66:
            return f"square({u})" if depth > 1 else f"blend({u}, {v}, T({self.literal()}))"
        if choice < 0.69:
            return f"etad::select({self.condition()}, T({u}), T({v}))"
        if choice < 0.72 and self.branches > 0:
            self.branches -= 1
            return f"({self.condition()} ? T({u}) : T({v}))"
        return self.function(depth)

    def condition(self) -> str:
        return f"{self.atom()} {self.rng.choice(['<', '>', '<=', '>='])} T({self.literal()}) * {self.atom()}"

    def value(self) -> str:
        """An expression whose size stays moderate."""
        e = self.expression(self.rng.randint(1, 3))
        choice = self.rng.random()
        if choice < 0.3:
            return f"2.0 * {self.bounded(e)}"
        if choice < 0.4:
            return f"{e} / (1.0 + square({self.atom()}))"
        return e

    def guard(self) -> None:
        """Conditions in a row, nested, or joined, in front of a function of the value they look at."""
        rng = self.rng
        name, a, shared = self.fresh("g"), self.fresh("a"), self.fresh("s")
        self.put(f"[[maybe_unused]] const T {a} = {self.atom()} * T({rng.choice(['1.0', '1.5'])});")
        self.put(f"[[maybe_unused]] const T {shared} = {self.value()};")
        self.put(f"[[maybe_unused]] T {name} = {shared} * {self.literal()};")
        for _ in range(rng.randint(1, 2)):
            condition, function = (text.format(a=a) for text in rng.choice(GUARDED))
            cost = 1 + condition.count("&&") + condition.count("||")
            nested = rng.random() < 0.4
            if self.branches < cost + nested:
                break
            self.branches -= cost + nested
            update = f"{name} = {name} * {self.bounded(shared)} + {shared} * {function};"
            self.put(f"if ({condition}) {{")
            if nested:
                self.put(f"  if ({self.condition()}) {{ {update} }}")
                self.put(f"  else {name} = {function} - {name};")
            else:
                self.put(f"  {update}")
            self.put("}")
        self.scalars += [name, shared]

    def statement(self) -> None:
        rng = self.rng
        choice = rng.random()
        if self.guarded and self.depth == 1 and self.branches > 0 and choice < 0.4:
            self.guard()
            return
        if choice < 0.4:
            name = self.fresh("v")
            self.put(f"[[maybe_unused]] const T {name} = {self.value()};")
            self.scalars.append(name)
        elif choice < 0.5:
            name = self.fresh("w")
            self.put(f"[[maybe_unused]] T {name} = {self.value()};")
            self.scalars.append(name)
            self.assignable.append(name)
        elif choice < 0.62 and self.assignable:
            operation, right = rng.choice([("+=", self.value()), ("-=", self.value()),
                                           ("*=", self.bounded(self.value())),
                                           ("/=", f"2.5 + {self.bounded(self.value())}")])
            self.put(f"{rng.choice(self.assignable)} {operation} {right};")
        elif choice < 0.72 and self.depth == 1:
            self.array_loop()
        elif choice < 0.82 and self.depth == 1 and self.assignable:
            self.accumulation()
        elif choice < 0.92 and self.branches > 0 and self.assignable:
            self.branch()
        else:
            name = self.fresh("v")
            arrays = [a for a, n in self.arrays] + ["x"]
            self.put(f"[[maybe_unused]] const T {name} = {rng.choice(['norm', 'mean'])}({rng.choice(arrays)});")
            self.scalars.append(name)

    def array_loop(self) -> None:
        size = self.rng.randint(2, 4)
        name = self.fresh("a")
        self.put(f"[[maybe_unused]] std::array<T, {size}> {name}{{}};")
        self.put(f"for (std::size_t i = 0; i < {size}; ++i) {{")
        self.put(f"  {name}[i] = x[i % {self.inputs}] * {self.literal()} + "
                 f"{self.bounded(self.expression(2))} * static_cast<double>(i + 1);")
        self.put("}")
        self.arrays.append((name, size))

    def accumulation(self) -> None:
        times = self.rng.randint(2, 4)
        target = self.rng.choice(self.assignable)
        stop = ""
        if self.rng.random() < 0.3 and self.branches >= times:
            self.branches -= times
            stop = f" && {target} < T({self.literal()})"
        self.put(f"for (int k = 0; k < {times}{stop}; ++k) {{")
        self.put(f"  {target} = 0.5 * {target} + {self.bounded(self.expression(2))} / (k + 1.0);")
        self.put("}")

    def branch(self) -> None:
        self.branches -= 1
        target = self.rng.choice(self.assignable)
        self.put(f"if ({self.condition()}) {{")
        self.put(f"  {target} = {self.value()};")
        if self.rng.random() < 0.6:
            self.put("} else {")
            self.put(f"  {target} += {self.value()};")
        self.put("}")

    def text(self) -> str:
        rng = self.rng
        for _ in range(rng.randint(3, 9)):
            self.statement()
        outputs = rng.choice([0, 0, 1, 2, 3, 4])
        if outputs == 0:
            result = "T"
            self.put(f"return {self.value()} + {self.atom()};")
            verb = rng.choice(["gradient", "value_and_gradient", "gradient", "hessian"])
            if verb == "hessian" and len("".join(self.lines)) > 900:
                verb = "gradient"
        else:
            result = f"std::array<T, {outputs}>"
            values = ", ".join(f"T({self.value()})" for _ in range(outputs))
            self.put(f"return {{{values}}};")
            verb = rng.choice(["any_mode", "forward", "reverse", "elimination",
                               "value_and_jacobian", "jvp", "vjp"])
        if outputs == 0 and self.guarded and self.branches > 0 and rng.random() < 0.5:
            condition, function = (text.format(a="x[0]") for text in rng.choice(GUARDED[:3]))
            early = f"    if ({condition}) return {function} * {self.atom()};".replace("if", "  if", 1)
            self.lines.insert(len(self.lines) - 1, early)
        body = "\n".join(self.lines)
        return (f"struct {self.name} {{\n"
                f"  template <class T>\n"
                f"  constexpr {result} operator()(const std::array<T, {self.inputs}>& x) const {{\n"
                f"{USING}{body}\n  }}\n}};\n"
                f"const bool entered_{self.name} =\n"
                f"    fuzz::enter<{self.name}, {self.inputs}, {outputs}, fuzz::by_{verb}>"
                f"(\"{self.name}\");\n")


FUNCTIONS = sorted(set(UNARY_ANYWHERE + STEPS + BOUNDED + POSITIVE + INSIDE_ONE +
                       ["acosh", "pow", "atan2", "hypot", "fmod", "remainder", "fmax", "fmin",
                        "fdim", "copysign", "max", "min", "fma"]))
USING = "".join(f"    using std::{name};\n" for name in FUNCTIONS)

PROLOGUE = """// Written by generate_functions.py.
#include "generated_function.hpp"

namespace {

template <class T>
constexpr T square(const T& x) {
  return x * x;
}
template <class T>
constexpr T blend(const T& x, const T& y, const T& weight) {
  return x * weight + y * (1.0 - weight);
}
template <class T, std::size_t N>
constexpr T norm(const std::array<T, N>& a) {
  using std::sqrt;
  T sum(0.5);
  for (const T& v : a) sum += v * v;
  return sqrt(sum);
}
template <class T, std::size_t N>
constexpr T mean(const std::array<T, N>& a) {
  T sum(0.0);
  for (std::size_t i = 0; i < N; ++i) sum = sum + a[i];
  return sum / static_cast<double>(N);
}
"""


def main() -> None:
    seed, first, count = (int(text) for text in sys.argv[1:4])
    print(PROLOGUE)
    for k in range(first, first + count):
        print(Writer(random.Random(f"{seed}/{k}"), f"f{k}").text())
    print("}  // namespace")


if __name__ == "__main__":
    main()
