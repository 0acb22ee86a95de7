#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles use.cpp as users may, with every warning that they may turn on, and runs it.

    use.py WAY INCLUDE_DIRECTORY COMPILER
    use.py --ways COMPILER                   prints the ways there are with this compiler
"""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
# docs/platforms.md names them; etad is on a plain -I.
GCC_WARNINGS = """-Wall -Wextra -Wpedantic -Walloca -Warith-conversion -Wcast-align=strict -Wcast-qual -Wcomma-subscript
-Wconversion -Wctor-dtor-privacy -Wdeprecated-copy-dtor -Wdouble-promotion -Wduplicated-branches -Wduplicated-cond
-Weffc++ -Wextra-semi -Wfloat-equal -Wformat=2 -Wimplicit-fallthrough=5 -Wlogical-op -Wmismatched-tags
-Wmissing-declarations -Wnon-virtual-dtor -Wnull-dereference -Wold-style-cast -Woverloaded-virtual -Wpadded
-Wredundant-decls -Wredundant-tags -Wshadow -Wsign-conversion -Wsign-promo -Wstrict-null-sentinel
-Wstrict-overflow=2 -Wsuggest-override -Wswitch-default -Wswitch-enum -Wundef -Wunused -Wunused-macros
-Wuseless-cast -Wvla -Wzero-as-null-pointer-constant"""
# What the program itself does not follow: it is C++20.
EXCEPT = {
    "gcc": [],
    "clang": ["-Wno-c++98-compat", "-Wno-c++98-compat-pedantic", "-Wno-c++20-compat", "-Wno-pre-c++17-compat",
              "-Wno-pre-c++20-compat-pedantic"],
}
WAYS = {
    "gcc": {
        "plain": "",
        "warnings": GCC_WARNINGS,
        "without-exceptions-and-rtti": "-fno-exceptions -fno-rtti",
        "link-time-optimization": "-flto",
        "c++23": "-std=c++23",
        "precompiled": "",
        "long-double-64": "-mlong-double-64",
    },
    "clang": {
        "plain": "",
        "warnings": "-Weverything",
        "libc++": "-stdlib=libc++ -fno-exceptions -fno-rtti",
        "precompiled": "",
    },
}


def run(command: list[object]) -> str:
    result = subprocess.run([str(word) for word in command], text=True, check=False, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if result.returncode != 0:
        sys.exit(f"{' '.join(str(word) for word in command)}\n{result.stdout}")
    return result.stdout


def family(compiler: str) -> str:
    return "clang" if "clang" in run([compiler, "--version"]) else "gcc"


def works(way: str, compiler: str) -> bool:
    """Whether the compiler by itself can do it: libc++ is a package of its own, whose headers want a Clang of their
    age, and Clang 14 crashes where it reads std::size from a precompiled header."""
    if way == "precompiled":
        return "clang version 14." not in run([compiler, "--version"])
    if way == "libc++":
        asked = subprocess.run([compiler, "-stdlib=libc++", "-x", "c++", "-fsyntax-only", "-"], text=True, check=False,
                               input="#include <array>\n#include <vector>\n", stderr=subprocess.DEVNULL)
        return asked.returncode == 0
    return True


def precompile(kind: str, command: list[object], folder: pathlib.Path) -> list[object]:
    """The arguments that make the compiler use the door it has compiled before."""
    header = folder / "door.hpp"
    header.write_text("#include <etad/etad.hpp>\n", encoding="utf-8")
    if kind == "gcc":
        run([*command, "-x", "c++-header", header, "-o", folder / "door.hpp.gch"])
        return ["-include", header, "-Winvalid-pch", "-Werror"]
    run([*command, "-x", "c++-header", header, "-o", folder / "door.pch"])
    return ["-include-pch", folder / "door.pch"]


def main() -> int:
    if sys.argv[1] == "--ways":
        print("\n".join(way for way in WAYS[family(sys.argv[2])] if works(way, sys.argv[2])))
        return 0
    way, include, compiler = sys.argv[1:]
    kind = family(compiler)
    flags = WAYS[kind][way].split()
    command: list[object] = [compiler, *([] if "-std=c++23" in flags else ["-std=c++20"]), "-O1", *flags, "-I", include]
    if way == "warnings":
        command += ["-Werror", *EXCEPT[kind]]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if way == "precompiled":
            command += precompile(kind, command, folder)
        run([*command, HERE / "use.cpp", "-o", folder / "use"])
        print(run([folder / "use"]), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
