#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Draws docs/rooms.svg from the includes below include/etad: rooms by level, an arrow where one includes
another. An arrow that a chain of others implies is left out.

    rooms.py            writes docs/rooms.svg
    rooms.py --check    exits with 1 if that file is not what would be written
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "test" / "layers"))
import layers  # noqa: E402  (the table of rooms lives beside the test that enforces it)

WIDTH, ROW, BOX = 900, 84, 42
FONT = "font-family='sans-serif'"


def rooms_and_edges() -> tuple[set[str], set[tuple[str, str]]]:
    """The rooms; pairs (from, to) of rooms."""
    root = ROOT / "include" / "etad"
    rooms: set[str] = set()
    edges = set()
    for path in sorted(root.rglob("*.hpp")):
        name = path.relative_to(root).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        room = layers.room_of(name) or "doors"
        rooms.add(room)
        for _, target in layers.includes_of(name, lines):
            other = layers.room_of(target) or "doors"
            if other != room:
                edges.add((room, other))
    return rooms, edges


def without_implied(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    graph: dict[str, list[str]] = {}
    for source, target in edges:
        graph.setdefault(source, []).append(target)
    return {(source, target) for source, target in edges
            if not any(target in layers.reachable(graph, other)
                       for other in graph[source] if other != target)}


def positions(rooms: list[str]) -> dict[str, tuple[float, float, float]]:
    """Left edge, top edge and width of each room's box; the highest level on top."""
    level_of = {room or "doors": level for room, level in layers.LEVELS.items()}
    levels = sorted({level_of[room] for room in rooms}, reverse=True)
    placed = {}
    for row, level in enumerate(levels):
        here = [room for room in rooms if level_of[room] == level]
        width = min(150.0, WIDTH / len(here) - 16)
        gap = (WIDTH - width * len(here)) / (len(here) + 1)
        for k, room in enumerate(here):
            placed[room] = (gap + k * (width + gap), 24 + row * ROW, width)
    return placed


def drawing() -> str:
    rooms, edges = rooms_and_edges()
    placed = positions(sorted(rooms))
    height = max(top for _, top, _ in placed.values()) + BOX + 24
    parts = [f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {height:.0f}' "
             f"width='{WIDTH}' height='{height:.0f}'>",
             "<title>The rooms of etad: arrows are includes</title>",
             f"<rect width='{WIDTH}' height='{height:.0f}' fill='white'/>",
             "<defs><marker id='tip' viewBox='0 0 8 8' refX='7' refY='4' markerWidth='7' markerHeight='7' "
             "orient='auto'><path d='M0,0 L8,4 L0,8 z' fill='#8a94a6'/></marker></defs>"]
    for source, target in sorted(without_implied(edges)):
        left, top, width = placed[source]
        other_left, other_top, other_width = placed[target]
        x1, x2 = left + width / 2, other_left + other_width / 2
        if top == other_top:
            y1 = y2 = top + BOX / 2
            x1, x2 = (left, other_left + other_width) if x1 > x2 else (left + width, other_left)
        else:
            y1, y2 = top + BOX, other_top
        parts.append(f"<line x1='{x1:.0f}' y1='{y1:.0f}' x2='{x2:.0f}' y2='{y2:.0f}' stroke='#8a94a6' "
                     "stroke-opacity='0.6' marker-end='url(#tip)'/>")
    for room, (left, top, width) in sorted(placed.items()):
        middle = left + width / 2
        parts.append(f"<rect x='{left:.0f}' y='{top:.0f}' width='{width:.0f}' height='{BOX}' rx='6' "
                     "fill='#eef3fb' stroke='#33507a'/>")
        parts.append(f"<text x='{middle:.0f}' y='{top + 27:.0f}' {FONT} font-size='16' "
                     f"text-anchor='middle' fill='#1b2a41'>{room}</text>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def main() -> int:
    path = ROOT / "docs" / "rooms.svg"
    drawn = drawing()
    if sys.argv[1:] == ["--check"]:
        if path.exists() and path.read_text(encoding="utf-8") == drawn:
            return 0
        print("docs/rooms.svg is not what the includes say; run python3 docs/rooms.py")
        return 1
    path.write_text(drawn, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
