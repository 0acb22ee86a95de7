#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles one file of test/reject twice: with -DREJECT=1 it must be refused, without it accepted.

    reject.py FILE COMPILER ARGUMENT...

The file says in comment lines what the compiler must print, each a regular expression, all of
which must match (the compiler's echo of these comment lines does not count):

    // expect: ETAD-012: etad::gradient\\(f\\) requires

A name that begins with three digits, 012_scalar_result.cpp, also requires the code ETAD-012 in the
text. The twin without REJECT shows that the file is refused for the one reason it is about.
"""
import pathlib
import re
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "precompiled"))
from precompiled import command_for

EXPECT = re.compile(r"^// expect: (.*)$", re.MULTILINE)


def compiles(command: list[str]) -> tuple[bool, str]:
    result = subprocess.run(command, text=True, check=False, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode == 0, result.stdout


def expectations(name: str, text: str) -> list[str]:
    patterns = EXPECT.findall(text)
    code = re.match(r"(\d{3})_", name)
    if code is not None:
        patterns.append(f"ETAD-{code.group(1)}")
    return patterns


def errors_of(path: pathlib.Path, command: list[str]) -> list[str]:
    text = path.read_text(encoding="utf-8")
    patterns = expectations(path.name, text)
    if not EXPECT.search(text):
        return ["the file has no line '// expect: REGEX'"]
    if not re.search(r"^#\s*if.*\bREJECT\b", text, re.MULTILINE):
        return ["the file does not look at REJECT, so its two versions would be the same"]
    command = [*command_for(command, text), "-fsyntax-only"]

    errors = []
    accepted, output = compiles(command + [str(path)])
    if not accepted:
        errors.append(f"the twin (without REJECT) must compile; the compiler said:\n{output}")

    accepted, output = compiles(command + ["-DREJECT=1", str(path)])
    if accepted:
        errors.append("with -DREJECT=1 the file must be refused, but it compiled")
        return errors
    said = "\n".join(line for line in output.splitlines() if "// expect:" not in line)
    for pattern in patterns:
        if not re.search(pattern, said):
            errors.append(f"nothing in the diagnostics matches '{pattern}'; "
                          f"the compiler said:\n{output}")
    return errors


def main() -> int:
    path = pathlib.Path(sys.argv[1])
    errors = errors_of(path, sys.argv[2:])
    for error in errors:
        print(f"{path.name}: {error}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
