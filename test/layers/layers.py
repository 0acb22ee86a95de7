#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the rules of the rooms below include/etad; prints one line for every breach.

    layers.py INCLUDE_DIRECTORY [USERS]...

USERS are files and folders written as users would: they may include doors and interop/ only.
Rooms and their levels stand in LEVELS. A file may include files of its own room and of lower
levels; between rooms of one level only what SIDEWAYS names. Further rules: no cycle of files, no
pass includes another pass, a door leads to every file (where there are doors), no file is too long,
macros are defined in core/config.hpp alone (in interop/ also what a text of another library asks for, undefined
again behind it), the first line is the licence, every header has #pragma once, and etad.hpp pulls in no interop file. Doors and interop files read what silences warnings (FRAME) before
and behind everything of etad's; these two files alone count each time, without #pragma once.
"""
import pathlib
import re
import sys

LEVELS = {
    "core": 0,
    "expr": 1, "ir": 1, "lane": 1,
    "lower": 2, "pass": 2,
    "eval": 3, "print": 3, "dual": 3, "tape": 3,
    "call": 4,
    "verb": 5,
    "batch": 6, "check": 6, "rule": 6, "scan": 6, "show": 6,
    "interop": 7,
    "": 8,  # the doors include/etad/*.hpp
}
# The folders of call/, one for each road: a folder may include those before it. The files of call/
# itself are wrappers that all roads know, and the choice of road, which knows all roads.
ROADS = ("traced", "formula", "duals", "run_time", "tape")
# (from, to): a traced scalar records into a builder.
SIDEWAYS = {("expr", "ir")}

LINE_LIMIT = 400
OPERATION_TABLE_LIMIT = 600
FRAME = ("core/warnings_off.hpp", "core/warnings_on.hpp")
LICENCE = "// SPDX-License-Identifier: MIT"
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
DEFINE = re.compile(r"^\s*#\s*define\s+(\w+)")


def room_of(name: str) -> str:
    """'pass/dce.hpp' -> 'pass'; 'etad.hpp' -> ''."""
    return name.split("/")[0] if "/" in name else ""


def road_of(name: str) -> str | None:
    """'call/duals/sweep.hpp' -> 'duals'; 'call/wrt.hpp' -> None."""
    parts = name.split("/")
    return parts[1] if parts[0] == "call" and len(parts) > 2 else None


def includes_of(name: str, lines: list[str]) -> list[tuple[int, str]]:
    """The project's own files that a file includes, as (line number, name below etad/)."""
    found = []
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match is None:
            continue
        bracket, path = match.groups()
        if path.startswith("etad/"):
            found.append((number, path.removeprefix("etad/")))
        elif bracket == '"':
            folder = pathlib.PurePosixPath(name).parent
            parts: list[str] = []
            for part in (folder / path).parts:
                if part == ".." and parts:
                    parts.pop()
                elif part != ".":
                    parts.append(part)
            found.append((number, "/".join(parts)))
    return found


def include_error(source: str, target: str) -> str | None:
    """Why this include breaks a rule, or None."""
    source_room, target_room = room_of(source), room_of(target)
    if target_room not in LEVELS:
        return f"includes {target}, whose room is not in the table of rooms"
    if source_room == target_room:
        source_road, target_road = road_of(source), road_of(target)
        for road in (source_road, target_road):
            if road is not None and road not in ROADS:
                return f"includes {target}: call/{road}/ is not in the table of roads"
        if source_road and target_road and ROADS.index(source_road) < ROADS.index(target_road):
            return f"includes {target}: the road {source_road} stands before {target_road}"
        if source_room == "pass" and source != "pass/pipeline.hpp":
            return f"is a pass and includes the pass {target}; only pass/pipeline.hpp composes them"
        return None
    source_level, target_level = LEVELS[source_room], LEVELS[target_room]
    if target_level > source_level:
        return f"includes {target}: upward, from level {source_level} to level {target_level}"
    if target_level == source_level and (source_room, target_room) not in SIDEWAYS:
        return f"includes {target}: sideways, between two rooms of level {source_level}"
    return None


def find_cycle(graph: dict[str, list[str]]) -> list[str] | None:
    """Some cycle of the graph as a path whose first and last file are the same, or None."""
    done: set[str] = set()
    for start in sorted(graph):
        path: list[str] = []
        pending = [(start, False)]
        while pending:
            node, leaving = pending.pop()
            if leaving:
                path.pop()
                done.add(node)
            elif node in path:
                return path[path.index(node):] + [node]
            elif node not in done:
                path.append(node)
                pending.append((node, True))
                pending.extend((target, False) for target in graph.get(node, []))
    return None


def reachable(graph: dict[str, list[str]], start: str) -> set[str]:
    seen: set[str] = set()
    pending = [start]
    while pending:
        node = pending.pop()
        if node not in seen:
            seen.add(node)
            pending.extend(graph.get(node, []))
    return seen


def text_errors(name: str, lines: list[str]) -> list[str]:
    """The rules that a file breaks by itself, whatever it includes."""
    errors = []
    if not lines or lines[0] != LICENCE:
        errors.append(f"{name}:1: the first line must be '{LICENCE}'")
    if "#pragma once" not in lines and name not in FRAME:
        errors.append(f"{name}: has no line '#pragma once'")
    is_table = name.startswith("core/operations")
    limit = OPERATION_TABLE_LIMIT if is_table else LINE_LIMIT
    if len(lines) > limit:
        errors.append(f"{name}: has {len(lines)} lines, more than {limit}; split it by ideas")
    if name != "core/config.hpp":
        for number, line in enumerate(lines, 1):
            match = DEFINE.match(line)
            if match is not None:
                if name.startswith("interop/") and f"#undef {match.group(1)}" in lines[number:]:
                    continue
                errors.append(f"{name}:{number}: defines the macro {match.group(1)}; "
                              "only core/config.hpp may define macros")
    return errors


def frame_error(name: str, targets: list[str]) -> str | None:
    """Why a door lets warnings through, or None."""
    framed = len(targets) > 1 and (targets[0], targets[-1]) == FRAME
    if room_of(name) not in ("", "interop") or not targets or framed:
        return None
    return f"is a door whose first include of etad's is not {FRAME[0]} or the last one not {FRAME[1]}"


def check(include_directory: pathlib.Path) -> list[str]:
    """All breaches below include_directory/etad."""
    root = include_directory / "etad"
    names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    if not names:
        return [f"{root} holds no file: nothing was checked"]
    errors = []
    graph: dict[str, list[str]] = {}
    for name in names:
        if not name.endswith(".hpp"):
            errors.append(f"{name}: is not a header; include/etad holds *.hpp only")
            continue
        if room_of(name) not in LEVELS:
            errors.append(f"{name}: lies in a room that is not in the table of rooms")
            continue
        lines = (root / name).read_text(encoding="utf-8").splitlines()
        errors += text_errors(name, lines)
        targets = graph[name] = []
        for number, target in includes_of(name, lines):
            targets.append(target)
            if target not in names:
                errors.append(f"{name}:{number}: includes {target}, which does not exist")
                continue
            error = include_error(name, target)
            if error is not None:
                errors.append(f"{name}:{number}: {error}")
    if all(name in graph for name in FRAME):
        found = ((name, frame_error(name, targets)) for name, targets in sorted(graph.items()))
        errors += [f"{name}: {error}" for name, error in found if error is not None]
    cycle = find_cycle(graph)
    if cycle is not None:
        errors.append("include cycle: " + " -> ".join(cycle))
    doors = [name for name in graph if room_of(name) in ("", "interop")]
    behind = {name for door in doors for name in reachable(graph, door)}
    if doors:
        errors += [f"{name}: no door leads to it" for name in sorted(graph.keys() - behind)]
    for name in sorted(reachable(graph, "etad.hpp")):
        if room_of(name) == "interop":
            errors.append(f"etad.hpp: pulls in {name}; interop is included by who needs it")
    return errors


def door_errors(users: pathlib.Path) -> list[str]:
    """Includes of inner files in what users write or read: programs, pages with programs, templates."""
    files = sorted(path for path in users.rglob("*") if path.is_file()) if users.is_dir() else [users]
    errors = []
    for path in files:
        if path.suffix not in {".cpp", ".hpp", ".md", ".in"}:
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if match is None or not match.group(2).startswith("etad/"):
                continue
            name = match.group(2).removeprefix("etad/")
            if room_of(name) not in ("", "interop"):
                errors.append(f"{path}:{number}: includes {name}; users include doors and interop/ only")
    return errors


def main() -> int:
    errors = check(pathlib.Path(sys.argv[1]))
    for users in sys.argv[2:]:
        errors += door_errors(pathlib.Path(users))
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
