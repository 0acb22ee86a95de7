#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gate G13: makes every derivative rule wrong, one place at a time, and looks whether a test notices.

    mutate.py [--files powers.hpp,...] [--work DIRECTORY] [--list] [--compiler g++]

Copies include/etad to DIRECTORY (default build-mutation below the project), and for each mutant
(mutants.py) builds and runs the tests that cover it, the fastest first:
  1. the tests of the operations with the rows called on plain numbers (plain/problems);
  2. the tests of the operations with all modes;
  3. guards, the random programs, constant operands, number classes, accuracy.
The first test that fails kills the mutant. What survives must stand in equivalent.txt with the reason
why nobody can tell it from the original. Outcomes are kept in DIRECTORY/outcomes.json: a second run
does what is missing, and survivors again. One process, one compilation at a time. Ends with a table;
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
NOT_PLAIN = ("leaves", "logic")
FURTHER = {"powers.hpp": ("core/operations/constant_operands_test.cpp",),
           "leaves.hpp": ("api/multiprecision_test.cpp",)}
LAST = ("pass/regularize_test.cpp", "fuzz/schedules_test.cpp")
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

    def test(self, source: str, plain: bool) -> str:
        """"passes", or how the test failed."""
        optimization = "-O1" if source.startswith("fuzz") else "-O0"
        program = self.work / "test"
        program.unlink(missing_ok=True)
        stand_in = [f"-I{HERE / 'plain'}"] if plain else []
        built = self.call([*FLAGS, optimization, "-include", self.standard, f"-I{self.include}", *stand_in,
                           f"-I{ROOT / 'test'}", f"-I{ROOT / 'docs/examples'}",
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

    def stages(self, file: str):
        """(name of the stage, source, whether with plain numbers)"""
        groups = GROUPS[file]
        for group in groups:
            if group not in NOT_PLAIN:
                yield "plain numbers", f"core/operations/{group}_test.cpp", True
        for group in groups:
            yield "all modes", f"core/operations/{group}_test.cpp", False
        for source in (*FURTHER.get(file, ()), *LAST):
            yield "further", source, False

    def sound(self, source: str, plain: bool) -> None:
        """Stops if a test fails without a mutation."""
        if (source, plain) not in self.sound_tests:
            if self.test(source, plain) != "passes":
                sys.exit(f"{source} fails without a mutation; mend that first")
            self.sound_tests.add((source, plain))

    def judge(self, mutant: Mutant, fast: bool) -> tuple[str, str] | None:
        """(the stage that killed it or "survived", the test and how it failed); None if more than
        the fast tests are needed."""
        stages = [stage for stage in self.stages(mutant.file) if stage[2] == fast]
        for _, source, plain in stages:
            self.sound(source, plain)
        original = (ROOT / "include" / RULES / mutant.file).read_text()
        target = self.include / RULES / mutant.file
        target.write_text(original[:mutant.start] + mutant.replacement + original[mutant.end:])
        try:
            for stage, source, plain in stages:
                outcome = self.test(source, plain)
                if outcome == "does not compile":
                    return "does not compile", source
                if outcome != "passes":
                    return stage, f"{source}: {outcome}"
            return None if fast else ("survived", "")
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


def table(mutants: list[Mutant], outcomes: dict, equivalent: dict) -> list[str]:
    stages = ("plain numbers", "all modes", "further", "does not compile", "equivalent", "survived")
    rows = collections.defaultdict(collections.Counter)
    for mutant in mutants:
        outcome = outcomes.get(mutant.key, ["not run"])[0]
        if outcome == "survived" and mutant.key in equivalent:
            outcome = "equivalent"
        for name in (mutant.file, "all"):
            rows[name][outcome] += 1
    lines = ["| file | mutants | killed by plain numbers | by all modes | by further tests | "
             "do not compile | equivalent | survived |", "|---|" + "---:|" * 7]
    for name, counts in rows.items():
        lines.append(f"| {name} | {sum(counts.values())} | " +
                     " | ".join(str(counts[stage]) for stage in stages) + " |")
    lines.append(lines.pop(2 + list(rows).index("all")))
    return lines


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", default=",".join(GROUPS))
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build-mutation")
    parser.add_argument("--compiler", default="g++")
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
    for fast in (True, False):
        for number, mutant in enumerate(mutants, 1):
            known = outcomes.get(mutant.key)
            if known and (known[0] != "survived" or fast or mutant.key in equivalent):
                continue
            outcome = laboratory.judge(mutant, fast)
            if outcome is None:
                continue
            outcomes[mutant.key] = outcome
            memory.write_text(json.dumps(outcomes, indent=1))
            print(f"{number}/{len(mutants)} line {mutant.line} of {mutant.key}: "
                  f"{' '.join(outcome)}", flush=True)
    print(*table(mutants, outcomes, equivalent), sep="\n")
    left = [mutant for mutant in mutants
            if outcomes[mutant.key][0] == "survived" and mutant.key not in equivalent]
    for mutant in left:
        print(f"survived: line {mutant.line} of {mutant.key}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
