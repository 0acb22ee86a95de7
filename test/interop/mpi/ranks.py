#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs a program on 1, 2, 3 and 4 ranks: each run must end well, and all must print the same.

    ranks.py MPIRUN PROGRAM
"""
import os
import subprocess
import sys


def main() -> int:
    seen: dict[str, int] = {}
    for ranks in (1, 2, 3, 4):
        # Ranks may be more than there are cores; a container's root is no danger.
        command = [sys.argv[1], "--oversubscribe", "-n", str(ranks)]
        if os.geteuid() == 0:
            command.insert(1, "--allow-run-as-root")
        # Open MPI frees little at its end, which the address sanitizer would report.
        environment = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}
        result = subprocess.run([*command, sys.argv[2]], text=True, check=False, stdin=subprocess.DEVNULL, env=environment,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if result.returncode != 0 or not result.stdout:
            print(f"{ranks} ranks ended with {result.returncode}:\n{result.stdout}{result.stderr}")
            return 1
        seen.setdefault(result.stdout, ranks)
    if len(seen) != 1:
        print("numbers of ranks that print something else than those before:", *seen.values())
        print(*seen, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
