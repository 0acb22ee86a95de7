#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every error code is documented and tested.

    codes.py PROJECT_DIRECTORY

A code ETAD-nnn that stands in include/ needs a section in docs/errors.md and either a file
test/reject/nnn_*.cpp or, when it is raised at run time, a mention in some test/*/*_test.cpp or in a program that
runs on several ranks. Codes
that are documented or tested but gone from include/ are breaches too.
"""
import pathlib
import re
import sys

CODE = re.compile(r"ETAD-(\d{3})\b")


def codes_in(paths: list[pathlib.Path]) -> set[str]:
    return {code for path in paths for code in CODE.findall(path.read_text(encoding="utf-8"))}


def check(project: pathlib.Path) -> list[str]:
    errors_page = project / "docs" / "errors.md"
    raised = codes_in(sorted((project / "include").rglob("*.hpp")))
    documented = codes_in([errors_page]) if errors_page.exists() else set()
    refused = {path.name[:3] for path in (project / "test" / "reject").glob("[0-9]*_*.cpp")}
    tests = project / "test"
    thrown = codes_in(sorted([*tests.rglob("*_test.cpp"), *tests.glob("interop/mpi/*.cpp")]))
    errors = []
    for code in sorted(raised - documented):
        errors.append(f"ETAD-{code} is raised but has no entry in docs/errors.md")
    for code in sorted(raised - refused - thrown):
        errors.append(f"ETAD-{code} is raised but neither test/reject/{code}_*.cpp nor any "
                      "*_test.cpp is about it")
    for code in sorted((documented | refused) - raised):
        errors.append(f"ETAD-{code} is documented or tested, but nothing in include/ raises it")
    return errors


def main() -> int:
    errors = check(pathlib.Path(sys.argv[1]))
    for error in errors:
        print(error)
    return 1 if errors else 0


sys.exit(main())
