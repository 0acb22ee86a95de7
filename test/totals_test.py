#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests the counting of tests on small logs."""
import json
import pathlib
import tempfile
import unittest

import totals


def summary(ran: int, passed: int, failed: int) -> str:
    return ("[doctest] doctest version is \"2.4.9\"\n"
            f"[doctest] test cases:  {ran} |  {passed} passed | {failed} failed | 0 skipped\n")


def entry(result: str, stdout: str = "", program: str = "/build/test/core_a_test") -> dict:
    return {"name": "etad:core / a", "result": result, "stdout": stdout, "command": [program]}


class Counting(unittest.TestCase):
    def expect(self, log_entry: dict, passed: int, failed: int, skipped: int = 0) -> None:
        counted = totals.count_test(log_entry)
        self.assertEqual((counted.passed, counted.failed, counted.skipped),
                         (passed, failed, skipped))
        self.assertEqual(bool(counted.failures), failed > 0)

    def test_doctest(self) -> None:
        self.expect(entry("OK", summary(12, 12, 0)), 12, 0)
        self.expect(entry("FAIL", summary(12, 9, 3)), 9, 3)

    def test_doctest_in_colour(self) -> None:
        self.expect(entry("OK", "\x1b[36m" + summary(3, 3, 0) + "\x1b[0m"), 3, 0)

    def test_doctest_that_broke(self) -> None:
        self.expect(entry("ERROR", "Segmentation fault\n"), 0, 1)
        self.expect(entry("TIMEOUT", ""), 0, 1)
        self.expect(entry("OK", ""), 0, 1)

    def test_doctest_with_a_report_at_exit(self) -> None:
        self.expect(entry("FAIL", summary(12, 12, 0) + "LeakSanitizer\n"), 12, 1)

    def test_doctest_without_cases(self) -> None:
        self.expect(entry("OK", summary(0, 0, 0)), 0, 1)

    def test_other_programs(self) -> None:
        self.expect(entry("OK", program="/usr/bin/python3"), 1, 0)
        self.expect(entry("FAIL", program="/usr/bin/python3"), 0, 1)
        self.expect(entry("TIMEOUT", program="/usr/bin/python3"), 0, 1)
        self.expect(entry("SKIP", program="/usr/bin/python3"), 0, 0, 1)

    def test_log(self) -> None:
        with tempfile.TemporaryDirectory() as directory:
            path = pathlib.Path(directory) / "testlog.json"
            entries = [entry("OK", summary(2, 2, 0)), entry("FAIL", program="/usr/bin/python3")]
            path.write_text("".join(json.dumps(e) + "\n" for e in entries), encoding="utf-8")
            counted = totals.count_log(path)
        self.assertEqual(counted.tests, 2)
        self.assertEqual(counted.line(), "2 passed, 1 failed")
        self.assertFalse(counted.good())

    def test_nothing_is_not_good(self) -> None:
        self.assertFalse(totals.Totals().good())
        self.assertTrue(totals.Totals(passed=1).good())


if __name__ == "__main__":
    unittest.main()
