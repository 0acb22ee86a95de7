#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes doors of etad and all that they include as one header, for where one file is easier to take along.

    single_header.py INCLUDE_DIRECTORY OUTPUT [DOOR]...

DOORS are names such as etad.hpp or interop/eigen.hpp; none named: etad.hpp and the other doors that need no
library beside the standard one. Files without #pragma once are written wherever they are included.
"""
import pathlib
import re
import sys

OWN = re.compile(r"^#include <etad/(.*)>$")
LICENCE = "// SPDX-License-Identifier: MIT\n"
NEEDS_A_LIBRARY = ("simd.hpp",)


class Writer:
    def __init__(self, root: pathlib.Path) -> None:
        self.root, self.lines, self.written = root, [], set()

    def write(self, name: str, conditional: bool = False) -> None:
        """Writes a file unless it was; one that is read under a condition has a guard that tells whether it was."""
        lines = (self.root / "etad" / name).read_text(encoding="utf-8").removeprefix(LICENCE).splitlines()
        once = "#pragma once" in lines
        if once and name in self.written:
            return
        guard = "ETAD_FILE_" + re.sub(r"\W", "_", name).upper()
        if once:
            self.lines += [f"#if !defined({guard})", f"#define {guard}"]
            if not conditional:
                self.written.add(name)
        depth = 0
        for line in lines:
            depth += bool(re.match(r"#\s*if", line)) - bool(re.match(r"#\s*endif", line))
            own = OWN.match(line)
            if own:
                self.write(own.group(1), conditional or depth > 0)
            elif line != "#pragma once":
                self.lines.append(line)
        if once:
            self.lines.append("#endif")


def main() -> int:
    root, output = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    doors = sys.argv[3:] or ["etad.hpp"] + sorted(
        path.name for path in (root / "etad").glob("*.hpp") if path.name not in ("etad.hpp", *NEEDS_A_LIBRARY))
    writer = Writer(root)
    for door in doors:
        writer.write(door)
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(writer.lines))
    output.write_text(f"{LICENCE}// etad in one file: {' '.join(doors)}\n#pragma once\n{text}\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
