#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Tests the checker of the pages' code on small pages, right and wrong.

    snippets_test.py COMPILER ARGUMENT...

It needs a header etad/etad.hpp, but none of its contents, and so brings an empty one.
"""
import pathlib
import sys
import tempfile
import unittest

import snippets

COMMAND: list[str] = []
PRINTS_TWO = '#include <cstdio>\nint main() { std::puts("two"); }\n'
REFUSED = 'static_assert(sizeof(int) == 0, "ETAD-012: no");\n'


def block(info: str, text: str) -> str:
    return f"Some words.\n\n```{info}\n{text}```\n"


def check(text: str) -> snippets.Page:
    with tempfile.TemporaryDirectory() as directory:
        root = pathlib.Path(directory)
        (root / "etad").mkdir()
        (root / "etad" / "etad.hpp").write_text("#pragma once\n", encoding="utf-8")
        (root / "page.md").write_text(text, encoding="utf-8")
        page = snippets.Page(root / "page.md", [*COMMAND, f"-I{root}"])
        page.check()
        return page


class Snippets(unittest.TestCase):
    def expect_good(self, text: str, **counts: int) -> None:
        page = check(text)
        self.assertEqual(page.errors, [])
        for kind, count in counts.items():
            self.assertEqual(page.counts[kind], count)

    def expect_error(self, text: str, words: str) -> None:
        self.assertIn(words, "\n".join(check(text).errors))

    def test_program(self) -> None:
        program = block("cpp", PRINTS_TWO)
        self.expect_good(program, programs=1)
        self.expect_good(program + block("text", "two\n"), programs=1)
        self.expect_good(program + block("sh", "ls\n") + block("text", "three\n"))
        self.expect_error(program + block("text", "three\n"), "but it prints\ntwo")
        self.expect_error(block("cpp", "int main() { return 3; }\n"), "exits with 3")

    def test_program_that_does_not_compile(self) -> None:
        self.expect_error(block("cpp", "int main() {\n  return gone; }\n"), "page.md:5")

    def test_declarations(self) -> None:
        twice = block("cpp", "#include <array>\nconstexpr std::array f{1};\n") * 2
        self.expect_good(twice, declarations=2)
        self.expect_error(twice + block("cpp", "\nint i = gone;\n"), "page.md:17")

    def test_rejected(self) -> None:
        self.expect_good(block("cpp reject ETAD-012", REFUSED), rejected=1)
        self.expect_error(block("cpp reject ETAD-013", REFUSED), "ETAD-013 is not in")
        self.expect_error(block("cpp reject ETAD-012", "int i;\n"), "but it compiles")

    def test_fragment(self) -> None:
        self.expect_good(block("cpp fragment: needs a camera", "gone();\n"), fragments=1)
        self.expect_error(block("cpp fragment", "gone();\n"), "why it is not compiled")
        self.expect_error(block("cpp fragment:  ", "gone();\n"), "why it is not compiled")

    def test_other_languages(self) -> None:
        self.expect_good(block("sh", "gone\n") + block("", "gone\n"), programs=0, declarations=0)

    def test_open_block(self) -> None:
        with self.assertRaises(ValueError):
            snippets.blocks_of("```cpp\nint i;\n")

    def test_indented_block(self) -> None:
        self.assertEqual(snippets.blocks_of("  ```cpp\n  int i;\n\n    int j;\n  ```\n")[0].text,
                         "int i;\n\n  int j;\n")


if __name__ == "__main__":
    COMMAND = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
