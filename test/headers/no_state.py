#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that code made by etad has no state: no variables, none of a thread, nothing to initialize.

    no_state.py FILE COMPILER ARGUMENT...

Compiles the file and reads the sections of its object file. What is written once by the loader
(.data.rel.ro, tables of function addresses; the address of the exception handler) and what is
read-only is not state.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

STATE = re.compile(r"\.(data|bss|tdata|tbss|init_array|ctors|ldata|lbss)(\.|$)")
CONSTANT = re.compile(r"\.data\.rel\.ro(\.|$)|.*\.DW\.ref\.__gxx_personality_v0$")


def sections(listing: str) -> list[tuple[str, int]]:
    """Name and size of each section in the output of objdump -h."""
    found = re.findall(r"^\s*\d+ (\S+)\s+([0-9a-f]{8,})\s", listing, re.MULTILINE)
    return [(name, int(size, 16)) for name, size in found]


def main() -> int:
    source, command = sys.argv[1], sys.argv[2:]
    with tempfile.TemporaryDirectory() as directory:
        object_file = str(pathlib.Path(directory) / "object.o")
        subprocess.run([*command, "-O1", "-c", source, "-o", object_file], check=True)
        listing = subprocess.run(["objdump", "-w", "-h", object_file], text=True, check=True,
                                 stdout=subprocess.PIPE).stdout
    names = sections(listing)
    if not any(name.startswith(".text") and size > 0 for name, size in names):
        print("the object file has no code; was the listing understood?")
        return 1
    state = [(name, size) for name, size in names
             if size > 0 and STATE.match(name) and not CONSTANT.match(name)]
    for name, size in state:
        print(f"{name}: {size} bytes of state")
    return 1 if state else 0


if __name__ == "__main__":
    sys.exit(main())
