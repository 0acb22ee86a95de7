# SPDX-License-Identifier: MIT
"""Finds places of a header at which bounds, ranges, tolerances, strides, counts and conditions can be made
wrong, and the tests that stand beside it.

Every mutant is one change of one place, a Mutant as in mutants.py. Code is not parsed: what is found are
pieces of formatted text, in which operators stand between blanks and template brackets do not.
"""
import pathlib
import re

from mutants import Mutant

# kind, what is looked for, what replaces the first group
CHANGES = (
    ("bound moved", r"(?<=[\w)\]]) (<=|<|>=|>) (?=[\w(*&-])",
     {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}),
    ("condition turned", r"(?<=[\w)\]}]) (==|!=) (?=[\w(*&{-])", {"==": "!=", "!=": "=="}),
    ("condition dropped", r"(?<=[\w)]) (&&|\|\|) (?=[\w(!])", {"&&": "||", "||": "&&"}),
    ("condition negated", r"if \((!)(?=[\w(])", {"!": ""}),
    ("count changed", r"(?<=[\w)\]]) ([-+]) 1\b", {"+": "-", "-": "+"}),
    ("stride changed", r"(?<=[\w)\]]) ([*]) (?=[\w(])(?!this)", {"*": "+"}),
    ("sign flipped", r"(?<=[\w)\]]) ([-+]) (?=[a-zA-Z(])", {"+": "-", "-": "+"}),
    ("sum replaced", r"(?<=[\w)\]]) (\+=|-=) ", {"+=": "=", "-=": "+="}),
    ("tolerance changed", r"\b(0x1p-\d+|\d+\.\d+e-\d+)\b", lambda text: f"({text} * 128)"),
    ("tolerance changed", r"\((64|16|128|1024)\)", lambda text: text + "00"),
    ("alignment changed", r"\b(alignof|sizeof)\(", {"alignof": "sizeof", "sizeof": "alignof"}),
    ("check dropped", r"^ +(if \([^\n{}]*\) throw_\w+\([^\n]*\);)$", lambda text: ";"),
    ("check dropped", r"^ +((?:check|require)\w*\([^\n]*\);)$", lambda text: ";"),
    ("result turned", r"return (true|false);", {"true": "false", "false": "true"}),
)
# Tests that see a header which has none of its name, the most likely first; the others of the room follow.
BESIDE = {
    "batch/vmap_points.hpp": ("batch/vmap_test.cpp",),
    "batch/sum_over_call.hpp": ("batch/sum_over_test.cpp",),
    "batch/element_rounds.hpp": ("batch/element_loop_test.cpp",),
    "batch/gather.hpp": ("batch/sum_over_elements_test.cpp",),
    "call/traced/run.hpp": ("call/traced/fixed_views_test.cpp", "verb/results_in_place_test.cpp"),
    "call/traced/leaves.hpp": ("call/traced/fixed_views_test.cpp", "verb/results_in_place_test.cpp"),
    "call/run_time/sweep.hpp": ("call/run_time/reverse_test.cpp", "call/run_time/workspace_test.cpp"),
    "call/run_time/reverse_sweep.hpp": ("call/run_time/reverse_test.cpp",),
    "call/run_time/tasks.hpp": ("call/run_time/sizes_test.cpp",),
    "call/run_time/products.hpp": ("call/run_time/sizes_test.cpp",),
    "call/tape/record_call.hpp": ("tape/records_test.cpp",),
    "call/duals/dual_call.hpp": ("call/dual_fallback_test.cpp",),
    "check/black_box.hpp": ("check/numerical_derivative_test.cpp",),
    "check/derivative_report.hpp": ("check/check_derivatives_test.cpp", "check/flat_check_test.cpp"),
    "check/extrapolated_difference.hpp": ("check/numerical_derivative_test.cpp",
                                          "check/check_derivatives_test.cpp"),
    "core/dynamic_matrix.hpp": ("call/run_time/sizes_test.cpp",),
    "dual/workspace.hpp": ("call/run_time/workspace_test.cpp",),
    "rule/inverse.hpp": ("rule/implicit_root_test.cpp",),
    "scan/checkpoints.hpp": ("scan/scan_test.cpp",),
    "tape/containers.hpp": ("tape/tape_test.cpp", "tape/records_test.cpp"),
    "tape/external.hpp": ("tape/records_test.cpp",),
    "tape/lane_sweep.hpp": ("tape/tape_test.cpp", "fuzz/tape_test.cpp"),
    "tape/memory.hpp": ("tape/tape_test.cpp", "batch/map_test.cpp"),
    "tape/recorder.hpp": ("tape/tape_test.cpp", "tape/records_test.cpp", "tape/checked_test.cpp"),
    "tape/sweep.hpp": ("tape/edges_test.cpp", "tape/tape_test.cpp", "tape/records_test.cpp",
                       "fuzz/tape_test.cpp"),
    "tape/variable.hpp": ("tape/open_sums_test.cpp", "tape/tape_test.cpp"),
    "tape/write_arguments.hpp": ("tape/tape_test.cpp", "tape/open_sums_test.cpp"),
    "verb/ravel.hpp": ("verb/ravel_test.cpp",),
    "verb/sparsity_pattern.hpp": ("verb/sparse_test.cpp",),
}
ROOMS = ("verb", "batch", "check", "call", "tape", "scan", "rule")
# Headers below these rooms whose tests are beside those of the rooms.
FURTHER = ("core/sparse_matrix.hpp", "core/dynamic_matrix.hpp", "dual/workspace.hpp")


def is_code(line: str) -> bool:
    text = line.strip()
    return not (text.startswith(("//", "#", "\"", "template", "static_assert", "concept", "requires"))
                or "operator" in text or "ETAD-" in text)


def mutants_of(header: str, text: str) -> list[Mutant]:
    """All mutants of include/etad/HEADER, those with equal keys numbered in the order of their places."""
    found, seen, start = [], {}, 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        for kind, pattern, change in CHANGES if is_code(line) else ():
            for m in re.finditer(pattern, line, re.M):
                if line.find("//") in range(m.start()):
                    continue
                before = m.group(1)
                after = change(before) if callable(change) else change[before]
                where = " ".join(line.split())
                key = (kind, where, before)
                seen[key] = seen.get(key, 0) + 1
                label = kind if seen[key] == 1 else f"{kind} ({seen[key]})"
                found.append(Mutant(header, where, number, label, start + m.start(1),
                                    start + m.end(1), after, before))
        start += len(line)
    return found


def tests_of(header: str, tests: pathlib.Path) -> list[str]:
    """The tests beside a header: of its name, of the table, then the smallest of its room."""
    room, name = header.split("/")[0], pathlib.Path(header).stem
    own = f"{header.removesuffix('.hpp')}_test.cpp"
    chosen = [own] if (tests / own).exists() else []
    chosen += [test for test in BESIDE.get(header, ()) if (tests / test).exists()]
    if not chosen and room in ROOMS:
        others = sorted((tests / room).rglob("*_test.cpp"), key=lambda path: path.stat().st_size)
        chosen = [str(path.relative_to(tests)) for path in others if path.stem == f"{name}_test"]
        chosen = chosen or [str(path.relative_to(tests)) for path in others[:2]]
    return list(dict.fromkeys(chosen))
