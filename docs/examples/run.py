#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds the examples and runs them one after the other: what run.sh does behind the packages.

    run.py PROJECT_DIRECTORY [EXAMPLE]...

Of what an example prints, one screen is shown; all of it stands in build-examples/<example>.txt. The table at the end
says what each compared: the sentence "Fails unless ..." at the top of its source.
"""
import pathlib
import re
import subprocess
import sys
import time

FIRST_LINES, LAST_LINES = 6, 14


def call(command: list[object], log: pathlib.Path, folder: pathlib.Path | None = None) -> bool:
    with log.open("w", encoding="utf-8") as out:
        return subprocess.run([str(word) for word in command], check=False, cwd=folder, stdin=subprocess.DEVNULL,
                              stdout=out, stderr=subprocess.STDOUT).returncode == 0


def screen(text: str) -> str:
    """The lines of a text, without its middle if they are more than a screen."""
    lines = text.splitlines()
    hidden = len(lines) - FIRST_LINES - LAST_LINES
    if hidden <= 1:
        return "\n".join(lines)
    return "\n".join([*lines[:FIRST_LINES], f"... {hidden} more lines ...", *lines[-LAST_LINES:]])


def compared(source: pathlib.Path) -> str:
    """What the comment at the top of a source says that the example fails without."""
    comment = []
    for line in source.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("//"):
            break
        comment.append(line.removeprefix("//").strip())
    found = re.search(r"Fails (?:unless|if) (.*?\.)(?: |$)", " ".join(comment))
    return found.group(1).rstrip(".") if found else "that it runs"


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    build, examples = root / "build-examples", root / "docs/examples"
    names = sys.argv[2:] or sorted(path.stem for path in examples.glob("*/*.cpp") if path.stem == path.parent.name)
    build.mkdir(exist_ok=True)
    options = ["--reconfigure"] if (build / "build.ninja").exists() else [
        "-Dtests=false", "-Dexamples=true", "-Doptimization=2"]
    log = build / "setup.txt"
    if not call(["meson", "setup", *options, build, root], log):
        print(log.read_text(encoding="utf-8"))
        return 1
    table, good = [], True
    for k, name in enumerate(names, 1):
        program, log = f"docs/examples/example_{name}", build / f"{name}.txt"
        print(f"== {name} ({k} of {len(names)}): building", flush=True)
        start = time.monotonic()
        seconds, result = 0.0, "did not build"
        if call(["ninja", "-C", build, program], log):
            built = time.monotonic()
            right = call([build / program], log, examples / name)
            seconds, result = time.monotonic() - built, "right" if right else "FAILED"
        print(f"   built in {time.monotonic() - start - seconds:.0f} s, run in {seconds:.1f} s; all of it: {log}")
        print(screen(log.read_text(encoding="utf-8")), flush=True)
        good = good and result == "right"
        source = examples / name / f"{name}.cpp"
        table.append((name, result, f"{seconds:.1f}", compared(source) if source.exists() else ""))
    print(f"\n{'example':<12}{'result':<15}{'seconds':>7}  fails unless")
    for name, result, seconds, what in table:
        print(f"{name:<12}{result:<15}{seconds:>7}  {what}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
