#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a program if the processor has the instructions it was compiled for.

    if_supported.py FLAG,FLAG,... PROGRAM ARGUMENT...

The flags are those of /proc/cpuinfo. Exits with 77, which Meson counts as skipped, if one is missing.
"""
import pathlib
import re
import subprocess
import sys


def processor_flags() -> set[str]:
    text = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8")
    match = re.search(r"^flags\s*:(.*)$", text, re.MULTILINE)
    return set(match.group(1).split()) if match else set()


def main() -> int:
    missing = sorted(set(sys.argv[1].split(",")) - processor_flags())
    if missing:
        print(f"skipped: this processor lacks {', '.join(missing)}")
        return 77
    return subprocess.run(sys.argv[2:], check=False).returncode


sys.exit(main())
