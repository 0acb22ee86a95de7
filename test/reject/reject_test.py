#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests the compile-fail driver on files that keep and files that break its rules.

    reject_test.py COMPILER ARGUMENT...
"""
import pathlib
import sys
import tempfile
import unittest

import reject

COMMAND: list[str] = []
REFUSED = "#if REJECT\nstatic_assert(sizeof(int) == 0, \"ETAD-012: who requires what\");\n#endif\n"


def errors_of(text: str, name: str = "012_name.cpp") -> str:
    with tempfile.TemporaryDirectory() as directory:
        path = pathlib.Path(directory) / name
        path.write_text(text, encoding="utf-8")
        return "\n".join(reject.errors_of(path, COMMAND))


class Reject(unittest.TestCase):
    def test_good(self) -> None:
        self.assertEqual(errors_of("// expect: who .* what\n// expect: requires\n" + REFUSED), "")

    def test_wrong_text(self) -> None:
        self.assertIn("nothing in the diagnostics matches 'which'",
                      errors_of("// expect: who\n// expect: which\n" + REFUSED))

    def test_wrong_code(self) -> None:
        self.assertIn("ETAD-013", errors_of("// expect: who\n" + REFUSED, "013_name.cpp"))

    def test_accepted(self) -> None:
        self.assertIn("must be refused", errors_of("// expect: who\n#if REJECT\n#endif\n"))

    def test_twin_refused(self) -> None:
        self.assertIn("twin", errors_of("// expect: who\nint i = \"\";\n" + REFUSED))

    def test_nothing_expected(self) -> None:
        self.assertIn("no line", errors_of(REFUSED))

    def test_echo_of_the_comment_does_not_count(self) -> None:
        text = "#if REJECT\n#include \"gone.hpp\"  // expect: unique_words\n#endif\n"
        self.assertIn("unique_words", errors_of("// expect: unique_words\n" + text))


if __name__ == "__main__":
    COMMAND = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
