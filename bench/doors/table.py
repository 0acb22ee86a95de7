# SPDX-License-Identifier: MIT
"""The table of doors in docs/performance.md from the CSV files of bench_doors_native and bench_doors_plain.

    table.py FILE...

A row for each door, a column for each label; a cell is the geometric mean of etad / hand over the
workloads, both at their least time, and the largest ratio with its workload.
"""
import collections
import csv
import math
import sys

DOORS = [
    "in place", "scalars", "spans out", "copied in", "copied out", "ceres", "span of n in", "array[n] in",
    "eigen elements", "eigen in", "span in",
]


def read(paths):
    """{(door, label): {workload: ratio}}."""
    cells = collections.defaultdict(dict)
    labels = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for workload, label, what, _, _, _, ratio, _ in csv.reader(lines):
                if what != "etad":
                    continue
                door = next(d for d in DOORS if workload.endswith(" " + d))
                cells[door, label][workload[: -len(door) - 1]] = float(ratio)
                if label not in labels:
                    labels.append(label)
    return cells, labels


def cell(ratios):
    if not ratios:
        return "refused"
    mean = math.exp(sum(map(math.log, ratios.values())) / len(ratios))
    worst = max(ratios, key=ratios.get)
    return f"{mean:.2f}, {worst} {ratios[worst]:.2f}"


def main():
    cells, labels = read(sys.argv[1:])
    print("| door | " + " | ".join(labels) + " |")
    print("|---|" + "---|" * len(labels))
    for door in DOORS:
        print(f"| {door} | " + " | ".join(cell(cells[door, label]) for label in labels) + " |")


if __name__ == "__main__":
    main()
