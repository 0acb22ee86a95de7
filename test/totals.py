# SPDX-License-Identifier: MIT
"""Counts what a run of `meson test` really tested, from its log testlog.json.

A doctest program counts as its test cases. Every other test counts as one. So does a doctest
program that gave no summary, had no test case, or failed although its cases passed (a sanitizer's
report, a time-out): as one failed test. A skipped test counts as nothing.
"""
import dataclasses
import json
import pathlib
import re

SUMMARY = re.compile(r"^\[doctest\] test cases: *(\d+) *\| *(\d+) passed *\| *(\d+) failed",
                     re.MULTILINE)
GOOD = {"OK", "EXPECTEDFAIL"}
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclasses.dataclass
class Totals:
    tests: int = 0  # entries of the log
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    failures: list[str] = dataclasses.field(default_factory=list)

    def fail(self, name: str, count: int = 1) -> None:
        self.failed += count
        self.failures.append(name)

    def add(self, other: "Totals") -> None:
        self.tests += other.tests
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        self.failures += other.failures

    def line(self) -> str:
        return f"{self.passed} passed, {self.failed} failed"

    def good(self) -> bool:
        return self.failed == 0 and self.passed > 0


def count_test(entry: dict) -> Totals:
    """The totals of one entry of the log."""
    totals = Totals(tests=1)
    name, result = entry["name"], entry["result"]
    output = COLOUR.sub("", entry.get("stdout", ""))
    is_doctest = "[doctest]" in output or entry["command"][0].endswith("_test")
    summaries = SUMMARY.findall(output)
    if result == "SKIP":
        totals.skipped += 1
    elif not is_doctest:
        if result in GOOD:
            totals.passed += 1
        else:
            totals.fail(f"{name}: {result}")
    elif len(summaries) != 1:
        totals.fail(f"{name}: {result}, without the summary of its test cases")
    else:
        ran, passed, failed = map(int, summaries[0])
        totals.passed += passed
        if failed > 0:
            totals.fail(f"{name}: {failed} of {ran} test cases", failed)
        elif result not in GOOD:
            totals.fail(f"{name}: {result}, although its test cases passed")
        elif ran == 0:
            totals.fail(f"{name}: has no test case")
    return totals


def count_log(path: pathlib.Path) -> Totals:
    """The totals of a whole testlog.json."""
    totals = Totals()
    for line in path.read_text(encoding="utf-8").splitlines():
        totals.add(count_test(json.loads(line)))
    return totals
