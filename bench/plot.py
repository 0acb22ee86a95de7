#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the benchmark's CSV file, writes two SVG plots and prints a Markdown table.

usage: plot.py RESULTS.csv PLOT.svg POINTS.svg

The first plot has W1 to W6, the second W7 to W10, sums over many points; a plot without results is
not written.

A ratio is the least time of a contender divided by the least time of the fastest hand-written
version under the same compiler and flags. The plot is on a logarithmic scale, one row a workload,
one panel a compiler with its flags.
"""
import csv
import math
import sys

COLOURS = {
    "etad": "#d62728",
    "hand SIMD": "#000000",
    "Eigen AutoDiffScalar": "#1f77b4",
    "Ceres Jet": "#2ca02c",
    "Sacado": "#9467bd",
    "Sacado ELR": "#8c564b",
    "Sacado Rad": "#e377c2",
    "ADOL-C": "#7f7f7f",
}
ONE_POINT = ["W1 n=10", "W1 n=100", "W2", "W3", "W4", "W5r", "W5h", "W5p", "W5s", "W6a", "W6b"]
MANY_POINTS = ["W7 d=2", "W7 d=10", "W8", "W9", "W10"]
ORDER = ONE_POINT + MANY_POINTS


def read(path):
    """{label: {workload: {"hand": ns, "primal": ns, contender: (ns, least ratio, median ratio)}}}"""
    results = {}
    with open(path, newline="") as lines:
        for workload, label, kind, name, least, _, ratio, median in csv.reader(lines):
            row = results.setdefault(label, {}).setdefault(workload, {})
            if kind == "hand":
                row["hand"] = min(float(least), row.get("hand", math.inf))
            elif kind == "primal":
                row["primal"] = float(least)
            elif kind == "simd":
                best = row.get("hand SIMD", (math.inf,))
                row["hand SIMD"] = min(best, (float(least), float(ratio), float(median)))
            else:
                row[name] = (float(least), float(ratio), float(median))
    return results


def table(label, workloads):
    names = [name for name in COLOURS if any(name in row for row in workloads.values())]
    lines = [f"**{label}**", "",
             "| | hand ns | hand/primal | " + " | ".join(names) + " |",
             "|---|---:|---:|" + "---:|" * len(names)]
    for workload in (w for w in ORDER if w in workloads):
        row = workloads[workload]
        primal = f"{row['hand'] / row['primal']:.2f}" if "primal" in row else ""
        cells = [f"{row[name][1]:.2f} ({row[name][2]:.2f})" if name in row else "" for name in names]
        lines.append(f"| {workload} | {row['hand']:.1f} | {primal} | " + " | ".join(cells) + " |")
    ratios = [row["etad"][1] for row in workloads.values() if "etad" in row]
    if ratios:
        mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
        lines += ["", f"etad's geometric mean over these workloads: {mean:.2f}"]
    return "\n".join(lines) + "\n"


def panel(label, workloads, left, top, width, low, high):
    """One compiler: dots at the ratios, the hand-written derivative as a line at 1."""
    shown = list(workloads)
    x = lambda ratio: left + width * (math.log10(min(max(ratio, low), high)) - math.log10(low)) / (
        math.log10(high) - math.log10(low))
    parts = [f'<text x="{left}" y="{top - 12}" font-weight="bold">{label}</text>']
    bottom = top + 22 * len(shown)
    exponent = math.floor(math.log10(low))
    while 10 ** exponent <= high:
        for digit in (1, 2, 5):
            ratio = digit * 10 ** exponent
            if low <= ratio <= high:
                colour = "#000" if ratio == 1 else "#ddd"
                parts.append(f'<line x1="{x(ratio):.1f}" y1="{top}" x2="{x(ratio):.1f}" '
                             f'y2="{bottom}" stroke="{colour}"/>')
                parts.append(f'<text x="{x(ratio):.1f}" y="{bottom + 14}" text-anchor="middle">'
                             f'{ratio:g}</text>')
        exponent += 1
    for index, workload in enumerate(shown):
        y = top + 22 * index + 11
        parts.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{workload}</text>')
        for name, colour in reversed(COLOURS.items()):
            if name in workloads[workload]:
                size = 6 if name == "etad" else 4
                parts.append(f'<circle cx="{x(workloads[workload][name][1]):.1f}" cy="{y}" '
                             f'r="{size}" fill="{colour}" fill-opacity="0.85"/>')
    return "\n".join(parts), bottom


def plot(results, low, high):
    width, left = 760, 80
    parts, top = [], 80
    names = [name for name in COLOURS
             if any(name in row for workloads in results.values() for row in workloads.values())]
    for index, name in enumerate(names):
        x, y = left + 160 * (index % 5), 16 + 20 * (index // 5)
        parts.append(f'<circle cx="{x}" cy="{y}" r="5" fill="{COLOURS[name]}"/>'
                     f'<text x="{x + 9}" y="{y + 4}">{name}</text>')
    for label, workloads in results.items():
        text, bottom = panel(label, workloads, left, top, width, low, high)
        parts.append(text)
        top = bottom + 60
    parts.append(f'<text x="{left}" y="{top - 28}">time / time of the fastest hand-written '
                 'derivative, same compiler and flags (logarithmic)</text>')
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 40}" '
            f'height="{top - 10}" font-family="sans-serif" font-size="12">\n'
            f'<rect width="100%" height="100%" fill="#fff"/>\n' + "\n".join(parts) + "\n</svg>\n")


def main():
    results = read(sys.argv[1])
    for path, order, low, high in ((sys.argv[2], ONE_POINT, 0.5, 5000),
                                   (sys.argv[3], MANY_POINTS, 0.1, 200)):
        chosen = {label: {w: workloads[w] for w in order if w in workloads}
                  for label, workloads in results.items()}
        if any(chosen.values()):
            with open(path, "w") as file:
                file.write(plot(chosen, low, high))
    print("Ratio of least times to the fastest hand-written version (median of the rounds' ratios).\n")
    for label, workloads in results.items():
        print(table(label, workloads))


if __name__ == "__main__":
    main()
