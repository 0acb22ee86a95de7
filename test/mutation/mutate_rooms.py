#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes headers of the rooms of verbs wrong, one place at a time, and looks whether a test beside them notices.

    mutate_rooms.py [--headers batch/vmap_call.hpp,...] [--sample 20] [--seed 1] [--minutes 10]
                    [--only TEXT] [--work DIRECTORY] [--compiler g++] [--list]

The rooms are verb, batch, check, call, tape, scan and rule, and a few headers below them whose tests are theirs
(room_mutants.py, which also says what is changed: bounds, ranges, tolerances, alignments, strides, counts,
conditions). A sample is drawn from all places of the chosen headers; --only keeps those whose key holds
TEXT. Tests are built with -O0 and run, one at a time, until one fails or the minutes are over. What survives
must stand in equivalent.txt with the reason; outcomes are kept in DIRECTORY/rooms.json. Exit status 1 if a mutant
survived without a reason.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import time

import room_mutants
from mutate import FLAGS, HERE, ROOT, reasons

INCLUDE = ROOT / "include/etad"
OPTIONS = ["-isystem", "/usr/include/eigen3"]


class Laboratory:
    def __init__(self, work: pathlib.Path, compiler: str):
        self.work, self.compiler, self.sound = work, compiler, {}
        self.include = work / "include"
        shutil.rmtree(self.include, ignore_errors=True)
        shutil.copytree(ROOT / "include", self.include)
        self.main = work / "main.o"
        self.build([ROOT / "test/main.cpp", "-c"], self.main)

    def build(self, what: list, target: pathlib.Path) -> str:
        command = [self.compiler, *FLAGS, "-O0", *OPTIONS, f"-I{self.include}", f"-I{ROOT / 'test'}",
                   f"-I{ROOT / 'docs/examples'}", *map(str, what), "-o", str(target)]
        return subprocess.run(command, capture_output=True, text=True, check=False).stderr

    def run(self, test: str) -> str:
        """"passes", or how the test failed."""
        program = self.work / "test"
        program.unlink(missing_ok=True)
        text = self.build([ROOT / "test" / test, self.main, "-lmpfr", "-lgmp"], program)
        if not program.exists():
            asserted = "static assertion" in text or "constant" in text
            return "assertion" if asserted else "does not compile"
        try:
            done = subprocess.run([program], capture_output=True, check=False, timeout=60,
                                  env={**os.environ, "MALLOC_PERTURB_": "165"})
        except subprocess.TimeoutExpired:
            return "endless"
        return "passes" if done.returncode == 0 else "fails"

    def is_sound(self, test: str) -> bool:
        if test not in self.sound:
            self.sound[test] = self.run(test) == "passes"
            if not self.sound[test]:
                print(f"{test} fails without a mutation, or does not build here: left out", flush=True)
        return self.sound[test]

    def judge(self, mutant: room_mutants.Mutant) -> str:
        tests = [test for test in room_mutants.tests_of(mutant.file, ROOT / "test")
                 if self.is_sound(test)]
        if not tests:
            return "no test"
        original = (INCLUDE / mutant.file).read_text()
        target = self.include / "etad" / mutant.file
        target.write_text(original[:mutant.start] + mutant.replacement + original[mutant.end:])
        try:
            for test in tests:
                outcome = self.run(test)
                if outcome != "passes":
                    return f"{test} {outcome}"
            return "survived"
        finally:
            target.write_text(original)


def chosen_headers(names: str) -> list[str]:
    if names:
        return names.split(",")
    in_rooms = [str(path.relative_to(INCLUDE)) for room in room_mutants.ROOMS
                for path in sorted((INCLUDE / room).rglob("*.hpp"))]
    return in_rooms + list(room_mutants.FURTHER)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--headers", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build-mutation")
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--list", action="store_true", help="the mutants, without running them")
    chosen = parser.parse_args()
    mutants = [mutant for header in chosen_headers(chosen.headers)
               for mutant in room_mutants.mutants_of(header, (INCLUDE / header).read_text())
               if chosen.only in mutant.key]
    if chosen.sample < len(mutants):
        mutants = random.Random(chosen.seed).sample(mutants, chosen.sample)
    if chosen.list:
        print(*(f"line {mutant.line} of {mutant.key}" for mutant in mutants), sep="\n")
        return 0
    end = time.monotonic() + 60 * chosen.minutes
    chosen.work.mkdir(parents=True, exist_ok=True)
    memory, equivalent = chosen.work / "rooms.json", reasons()
    outcomes = json.loads(memory.read_text()) if memory.exists() else {}
    laboratory = Laboratory(chosen.work, chosen.compiler)
    counts: dict[str, int] = {}
    left = []
    for mutant in mutants:
        if outcomes.get(mutant.key, "survived") == "survived":
            if time.monotonic() > end:
                counts["not run"] = counts.get("not run", 0) + 1
                continue
            outcomes[mutant.key] = laboratory.judge(mutant)
            memory.write_text(json.dumps(outcomes, indent=1))
            print(f"line {mutant.line} of {mutant.key}: {outcomes[mutant.key]}", flush=True)
        outcome = outcomes[mutant.key]
        name = ("equivalent" if outcome == "survived" and mutant.key in equivalent else outcome
                if outcome in ("survived", "no test") else
                "does not compile" if outcome.endswith("does not compile") else "killed")
        counts[name] = counts.get(name, 0) + 1
        if name == "survived":
            left.append(mutant)
    print(", ".join(f"{count} {name}" for name, count in sorted(counts.items())))
    for mutant in left:
        print(f"survived: line {mutant.line} of {mutant.key}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
