#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gate G13: makes every derivative rule wrong, one place at a time, and looks whether a test notices.

    mutate.py [--files powers.hpp,...] [--stages "plain numbers",...] [--work DIRECTORY]
              [--compiler g++] [--list]

Copies include/etad to DIRECTORY (default build-mutation below the project), and for each mutant
(mutants.py) builds and runs the tests that cover it, the fastest first:
  1. the tests of the operations with the rows called on plain numbers (plain/problems);
  2. a zero slope against infinite ones, and the same as 1 in all modes, but only the mutated
     operation and for double (one_row/problems);
  3. the tests of the operations as they are, guards, number classes and random programs.
All mutants go through a stage before any goes through the next. The first test that fails kills. What survives must stand in equivalent.txt with the reason
why nobody can tell it from the original. Outcomes are kept in DIRECTORY/outcomes.json: a second run
does what is missing (after a change of tests delete it). One process, one compilation at a time. Ends with a table;
exit status 1 if a mutant survived without a reason.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys

from mutants import Mutant, mutants_of

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
RULES = "etad/core/operations"
FLAGS = ["-std=c++20", "-DDOCTEST_CONFIG_SUPER_FAST_ASSERTS", "-w"]

# The tests of the operations that see a file, the most likely first.
GROUPS = {
    "arithmetic.hpp": ("arithmetic", "fused"),
    "custom.hpp": ("custom",),
    "exponential.hpp": ("exponential", "hyperbolic"),
    "hyperbolic.hpp": ("hyperbolic",),
    "leaves.hpp": ("leaves", "exponential", "special"),
    "logic.hpp": ("logic",),
    "norm.hpp": ("powers", "trigonometric"),
    "piecewise.hpp": ("piecewise", "remainders"),
    "powers.hpp": ("powers",),
    "special.hpp": ("special",),
    "trigonometric.hpp": ("trigonometric",),
}
NOT_PLAIN = ("custom", "leaves", "logic")
# The operation that stands for a helper of several.
STANDS_FOR = {
    "inverse_inside": "log", "reciprocal_circle": "asin", "gaussian_slope": "erf",
    "share_of_larger": "fmax", "share_of_number": "fmax", "share_of_first": "max",
    "hypot_partial": "hypot", "norm_scale": "hypot", "remainder_row": "fmod",
    "selection_row": "select", "ln2_like": "exp2", "ln10_like": "log10",
    "two_over_sqrt_pi_like": "erf", "smallest_normal_like": "pow",
}
INFINITE_SLOPES = "verb/infinite_slopes_test.cpp"
CONSTANT_OPERANDS = "core/operations/constant_operands_test.cpp"
FURTHER = {"leaves.hpp": ("verb/multiprecision_test.cpp",),
           "special.hpp": ("core/accuracy/elementary_test.cpp",)}
LAST = ("pass/regularize_test.cpp", "fuzz/schedules_test.cpp")
STAGES = ("plain numbers", "one row", "whole tests")
FUZZ_COUNT = "4000"
STANDARD = "".join(f"#include <{name}>\n" for name in (
    "doctest/doctest.h", "mpfr.h", "algorithm", "array", "bit", "cmath", "concepts", "cstdint", "cstdio",
    "limits", "optional", "string", "tuple", "type_traits", "utility", "vector"))


class Laboratory:
    def __init__(self, work: pathlib.Path, compiler: str):
        self.work, self.compiler, self.sound_tests = work, compiler, set()
        self.include = work / "include"
        shutil.rmtree(self.include, ignore_errors=True)
        shutil.copytree(ROOT / "include", self.include)
        self.main = work / "main.o"
        self.call([*FLAGS, "-O0", "-c", ROOT / "test/main.cpp", "-o", self.main])
        # What no mutation touches is compiled once.
        self.standard = work / "standard.hpp"
        self.standard.write_text(STANDARD)
        for level in ("-O0", "-O1"):
            precompiled = work / "standard.hpp.gch" / level
            precompiled.parent.mkdir(exist_ok=True)
            self.call([*FLAGS, level, "-x", "c++-header", self.standard, "-o", precompiled])

    def call(self, options: list) -> subprocess.CompletedProcess:
        return subprocess.run([self.compiler, *map(str, options)], capture_output=True, text=True,
                              check=False, timeout=600)

    def test(self, source: str, *options: str) -> str:
        """"passes", or how the test failed."""
        optimization = "-O1" if source.startswith("fuzz") else "-O0"
        program = self.work / "test"
        program.unlink(missing_ok=True)
        built = self.call([*FLAGS, optimization, "-include", self.standard, *options,
                           f"-I{self.include}", f"-I{ROOT / 'test'}", f"-I{ROOT / 'docs/examples'}",
                           ROOT / "test" / source, self.main, "-lmpfr", "-lgmp", "-o", program])
        if built.returncode != 0:
            text = built.stderr
            asserted = ("static assertion" in text or "constant expression" in text or
                        "non-constant" in text or "is not a constant" in text)
            return "assertion" if asserted else "does not compile"
        try:
            run = subprocess.run([program], capture_output=True, check=False, timeout=120,
                                 env={**os.environ, "ETAD_FUZZ_COUNT": FUZZ_COUNT})
        except subprocess.TimeoutExpired:
            return "endless"
        return "passes" if run.returncode == 0 else "fails"

    @staticmethod
    def tests(mutant: Mutant, stage: str):
        """(source, options) of the tests of a stage, the most likely killer first."""
        sources = [f"core/operations/{group}_test.cpp" for group in GROUPS[mutant.file]]
        if stage == STAGES[0]:
            for source, group in zip(sources, GROUPS[mutant.file]):
                if group not in NOT_PLAIN:
                    yield source, f"-I{HERE / 'plain'}"
        elif stage == STAGES[1]:
            row = STANDS_FOR.get(mutant.row, mutant.row)
            options = (f"-I{HERE / 'one_row'}", f"-DETAD_TEST_ROW={row}")
            for source in (INFINITE_SLOPES, *FURTHER.get(mutant.file, ())):
                yield (source,)
            for source in sources:
                yield source, *options
            if row == "pow":
                yield CONSTANT_OPERANDS, *options
        else:
            constants = (CONSTANT_OPERANDS,) if mutant.file == "powers.hpp" else ()
            for source in (*sources, *constants, *LAST):
                yield (source,)

    def sound(self, test: tuple[str, ...]) -> None:
        """Stops if a test fails without a mutation."""
        if test not in self.sound_tests:
            if self.test(*test) != "passes":
                sys.exit(f"{' '.join(test)} fails without a mutation; mend that first")
            self.sound_tests.add(test)

    def judge(self, mutant: Mutant, stage: str) -> str:
        """"passes", or the test that failed and how."""
        tests = list(self.tests(mutant, stage))
        for test in tests:
            self.sound(test)
        original = (ROOT / "include" / RULES / mutant.file).read_text()
        target = self.include / RULES / mutant.file
        target.write_text(original[:mutant.start] + mutant.replacement + original[mutant.end:])
        try:
            for test in tests:
                outcome = self.test(*test)
                if outcome != "passes":
                    return f"{test[0]} {outcome}"
            return "passes"
        finally:
            target.write_text(original)


def reasons() -> dict[str, str]:
    """The mutants of equivalent.txt: a line with the key, then indented lines with the reason."""
    found, key = {}, ""
    for line in (HERE / "equivalent.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        if line.startswith(" "):
            found[key] = (found[key] + " " + line.strip()).strip()
        else:
            key = line
            found[key] = ""
    return found


def outcome_of(mutant: Mutant, outcomes: dict, equivalent: dict) -> str:
    last = "not run"
    for stage, result in outcomes.get(mutant.key, {}).items():
        if result.endswith("does not compile"):
            return "does not compile"
        if result != "passes":
            return stage
        last = "survived" if stage == STAGES[-1] else "not run"
    return "equivalent" if mutant.key in equivalent and last != "not run" else last


def table(mutants: list[Mutant], outcomes: dict, equivalent: dict) -> list[str]:
    columns = (*STAGES, "does not compile", "equivalent", "survived", "not run")
    rows = collections.defaultdict(collections.Counter)
    for mutant in mutants:
        for name in (mutant.file, "all"):
            rows[name][outcome_of(mutant, outcomes, equivalent)] += 1
    rows["all"] = rows.pop("all")
    return ["| file | mutants | " + " | ".join(columns) + " |", "|---|" + "---:|" * (len(columns) + 1),
            *(f"| {name} | {sum(counts.values())} | " +
              " | ".join(str(counts[column]) for column in columns) + " |"
              for name, counts in rows.items())]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", default=",".join(GROUPS))
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build-mutation")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--stages", default=",".join(STAGES))
    parser.add_argument("--list", action="store_true", help="the mutants, without running them")
    chosen = parser.parse_args()
    mutants = [mutant for file in chosen.files.split(",") for mutant in
               mutants_of(file, (ROOT / "include" / RULES / file).read_text())]
    if chosen.list:
        print(*(mutant.key for mutant in mutants), sep="\n")
        return 0
    chosen.work.mkdir(parents=True, exist_ok=True)
    memory, equivalent = chosen.work / "outcomes.json", reasons()
    outcomes = json.loads(memory.read_text()) if memory.exists() else {}
    laboratory = Laboratory(chosen.work, chosen.compiler)
    for stage in chosen.stages.split(","):
        for number, mutant in enumerate(mutants, 1):
            known = outcomes.setdefault(mutant.key, {})
            if known.get(stage) or any(result != "passes" for result in known.values()):
                continue
            known[stage] = laboratory.judge(mutant, stage)
            memory.write_text(json.dumps(outcomes, indent=1))
            print(f"{stage}, {number}/{len(mutants)}, line {mutant.line} of {mutant.key}: "
                  f"{known[stage]}", flush=True)
    print(*table(mutants, outcomes, equivalent), sep="\n")
    left = [mutant for mutant in mutants
            if outcome_of(mutant, outcomes, equivalent) in ("survived", "not run")]
    for mutant in left:
        print(f"{outcome_of(mutant, outcomes, equivalent)}: line {mutant.line} of {mutant.key}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
