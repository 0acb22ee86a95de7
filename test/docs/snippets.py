#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compiles and runs the C++ of one Markdown page.

    snippets.py PAGE COMPILER ARGUMENT...

What a fenced block is, its first line says:

    ```cpp                    with "int main": a program; it is built and run, must exit with 0, and
                              must print exactly the ```text block that follows it, if one does
                              (only prose without another block may stand between them).
                              Without "int main": declarations, compiled after <etad/etad.hpp>, each
                              block in a namespace of its own, so that blocks may repeat names.
    ```cpp reject ETAD-012    must be refused by the compiler, with this code in its diagnostics
    ```cpp fragment: REASON   not compiled; REASON says why

Line numbers in the compiler's messages are those of the page.
"""
import dataclasses
import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "precompiled"))
from precompiled import command_for

MAIN = re.compile(r"\bint\s+main\b")


@dataclasses.dataclass
class Block:
    info: str  # what follows the opening fence
    line: int  # of the block's first line of code in the page
    text: str


def blocks_of(page: str) -> list[Block]:
    """All fenced blocks of a page, in order."""
    blocks: list[Block] = []
    fence, info, first, lines = "", "", 0, []
    for number, line in enumerate(page.splitlines(), 1):
        stripped = line.strip()
        if not fence:
            match = re.match(r"(`{3,}|~{3,})\s*(.*)$", stripped)
            if match is not None:
                fence, info, first, lines = match.group(1), match.group(2), number + 1, []
                indent = len(line) - len(line.lstrip())
        elif stripped == fence:
            blocks.append(Block(info, first, "\n".join(lines) + "\n"))
            fence = ""
        else:
            lines.append(line[indent:] if line[:indent].isspace() else line)
    if fence:
        raise ValueError(f"line {first - 1}: the block that opens here is never closed")
    return blocks


def run(command: list[str], text: str = "") -> tuple[int, str]:
    result = subprocess.run(command, input=text, text=True, check=False,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return result.returncode, result.stdout


class Page:
    def __init__(self, path: pathlib.Path, command: list[str]) -> None:
        self.name = path.name
        self.blocks = blocks_of(path.read_text(encoding="utf-8"))
        self.command = command
        self.errors: list[str] = []
        self.counts = {"programs": 0, "declarations": 0, "rejected": 0, "fragments": 0}

    def error(self, block: Block, text: str) -> None:
        self.errors.append(f"{self.name}:{block.line}: {text}")

    def source(self, block: Block) -> str:
        return f'#line {block.line} "{self.name}"\n{block.text}'

    def compile(self, text: str, *arguments: str) -> tuple[int, str]:
        return run([*command_for(self.command, text), *arguments, "-x", "c++", "-"], text)

    def check_program(self, block: Block, expected: str | None) -> None:
        self.counts["programs"] += 1
        with tempfile.TemporaryDirectory() as directory:
            program = str(pathlib.Path(directory) / "program")
            status, output = self.compile(self.source(block), "-o", program)
            if status != 0:
                self.error(block, f"the program does not compile:\n{output}")
                return
            status, output = run([program])
        if status != 0:
            self.error(block, f"the program exits with {status}; it printed:\n{output}")
        elif expected is not None and output.rstrip() != expected.rstrip():
            self.error(block, f"the page says the program prints\n{expected}but it prints\n{output}")

    def check_declarations(self, blocks: list[Block]) -> None:
        """All blocks in one unit; the preprocessor's lines stand outside the namespaces."""
        if not blocks:
            return
        self.counts["declarations"] += len(blocks)
        directives, bodies = ["#include <etad/etad.hpp>"], []
        for block in blocks:
            body = []
            for offset, line in enumerate(block.text.splitlines()):
                if line.lstrip().startswith("#"):
                    directives += [f'#line {block.line + offset} "{self.name}"', line]
                    line = ""
                body.append(line)
            bodies += [f"namespace block_{block.line} {{", f'#line {block.line} "{self.name}"',
                       *body, "}"]
        status, output = self.compile("\n".join(directives + bodies) + "\n", "-fsyntax-only",
                                      "-Wno-unused")
        if status != 0:
            self.error(blocks[0], "this block or one of the later blocks without a main function "
                       f"does not compile:\n{output}")

    def check_rejected(self, block: Block, code: str) -> None:
        self.counts["rejected"] += 1
        text = "#include <etad/etad.hpp>\n" + self.source(block)
        status, output = self.compile(text, "-fsyntax-only", "-Wno-unused")
        if status == 0:
            self.error(block, f"the page says this is refused with {code}, but it compiles")
        elif code not in output:
            self.error(block, f"refused, but {code} is not in the diagnostics:\n{output}")

    def check(self) -> None:
        declarations = []
        for block, following in zip(self.blocks, [*self.blocks[1:], None]):
            language, _, rest = block.info.partition(" ")
            if language not in ("cpp", "c++", "C++"):
                continue
            rejected = re.fullmatch(r"reject (ETAD-\d{3})", rest)
            fragment = re.fullmatch(r"fragment: *(\S.*)", rest)
            if rejected is not None:
                self.check_rejected(block, rejected.group(1))
            elif fragment is not None:
                self.counts["fragments"] += 1
            elif rest:
                self.error(block, f"'{block.info}' is none of 'cpp', 'cpp reject ETAD-nnn' and "
                           "'cpp fragment: why it is not compiled'")
            elif MAIN.search(block.text):
                prints = following is not None and following.info == "text"
                self.check_program(block, following.text if prints else None)
            else:
                declarations.append(block)
        self.check_declarations(declarations)


def main() -> int:
    page = Page(pathlib.Path(sys.argv[1]), sys.argv[2:])
    page.check()
    print(f"{page.name}: " + ", ".join(f"{count} {kind}" for kind, count in page.counts.items()))
    for error in page.errors:
        print(error)
    return 1 if page.errors else 0


if __name__ == "__main__":
    sys.exit(main())
