#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Lists the files that Meson turns into targets, because Meson itself does not glob.

    discover.py DIRECTORY PATTERN...

prints the files below DIRECTORY that match a PATTERN (as in pathlib), relative to DIRECTORY,
sorted, one per line. Meson asks at configure time; after adding or removing a file:
meson setup --reconfigure build
"""
import pathlib
import sys


def main() -> None:
    root = pathlib.Path(sys.argv[1])
    for path in sorted({path for pattern in sys.argv[2:] for path in root.glob(pattern)}):
        print(path.relative_to(root).as_posix())


main()
