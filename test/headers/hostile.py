#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles all headers but interop/ in a file that defines the macros other libraries define.

    hostile.py INCLUDE_DIRECTORY with-xsimd|without-xsimd COMPILER ARGUMENT...

Without xsimd those headers are left out whose path contains "simd".

The standard headers and xsimd come first, for they do not survive such macros themselves;
that is also the order in which a user meets the problem (<complex.h> and <windows.h> before etad).
"""
import pathlib
import re
import subprocess
import sys

# <complex.h> I; <math.h> OVERFLOW, DOMAIN, SING; <termios.h> B0; <sys/sysmacros.h> major, minor;
# <windows.h> min, max, near, far, small, IN, OUT, ERROR; numerical code of all kinds the rest.
NAMES = """
N M E I J T1 T2 B0 OVERFLOW UNDERFLOW DOMAIN SING PI near far small IN OUT ERROR TRUE FALSE
""".split()
FUNCTIONS = ["min(a, b)", "max(a, b)", "major(a)", "minor(a)"]
STANDARD_INCLUDE = re.compile(
    r"^\s*#\s*include\s*<(\w+(?:\.h)?|xsimd/xsimd\.hpp)>", re.MULTILINE)


def hostile_unit(root: pathlib.Path, with_simd: bool) -> str:
    headers = sorted(path for path in root.rglob("*.hpp")
                     if path.relative_to(root).parts[0] != "interop"
                     and (with_simd or "simd" not in path.relative_to(root).as_posix()))
    standard = sorted({name for path in headers
                       for name in STANDARD_INCLUDE.findall(path.read_text(encoding="utf-8"))})
    # Some include what only newer libraries have.
    lines = [line for name in standard
             for line in (f"#if __has_include(<{name}>)", f"#include <{name}>", "#endif")]
    lines += [f"#define {name} @hostile macro@" for name in NAMES + FUNCTIONS]
    lines += [f"#include <etad/{path.relative_to(root).as_posix()}>" for path in headers]
    return "\n".join(lines) + "\n"


def victims(root: pathlib.Path) -> list[str]:
    """Where the headers use such a name, a short list beside the compiler's long one."""
    objects = r"\b(?:" + "|".join(NAMES) + r")\b"
    functions = r"\b(?:" + "|".join(name.split("(")[0] for name in FUNCTIONS) + r")\("
    use = re.compile(f"{objects}|{functions}")
    found = []
    for path in sorted(root.rglob("*.hpp")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            code = re.sub(r'"[^"]*"', "", line.split("//")[0])
            names = sorted(set(use.findall(code)))
            if names:
                found.append(f"{path.relative_to(root)}:{number}: {' '.join(names)}")
    return found


def main() -> int:
    root = pathlib.Path(sys.argv[1]) / "etad"
    unit = hostile_unit(root, sys.argv[2] == "with-xsimd")
    command = sys.argv[3:] + ["-fsyntax-only", "-x", "c++", "-"]
    status = subprocess.run(command, input=unit, text=True, check=False).returncode
    if status != 0:
        print("These lines use a name that other libraries define as a macro; rename it, or write "
              "(std::max)(a, b), (std::numeric_limits<T>::max)():", *victims(root), sep="\n")
    return status


sys.exit(main())
