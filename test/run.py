#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Builds and tests with each compiler in turn and prints the totals as the last line.

    run.py [LEG]...         the legs of DEFAULT, or those named; all of them stand in LEGS

A test that does not build counts as one failed test; the others run nevertheless. Build directories
are build-ci/<leg> below the project, or $ETAD_BUILD/<leg>; $ETAD_JOBS limits the parallel jobs.
"""
import dataclasses
import fnmatch
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from totals import Totals, count_log

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILDS = pathlib.Path(os.environ.get("ETAD_BUILD", ROOT / "build-ci"))
JOBS = os.environ.get("ETAD_JOBS") or str(len(os.sched_getaffinity(0)))


@dataclasses.dataclass
class Leg:
    compiler: str
    options: tuple[str, ...] = ()
    suites: tuple[str, ...] = ()  # only these; none named: all
    without: tuple[str, ...] = ()  # all but these
    skip: tuple[str, ...] = ()  # not the tests whose names match one of these patterns
    rest_of: str = ""  # not what this leg runs


# What no compiler changes is tested in the first leg alone.
COMPILER_INDEPENDENT = ("layers", "harness", "style", "install")
# Sanitizers and optimizers matter to programs that run; these suites compile by themselves, or
# once is enough.
ONLY_COMPILED = (*COMPILER_INDEPENDENT, "headers", "reject", "docs", "examples", "constexpr")
# Each header alone in a file is tested in the first leg; all_headers_in_one_file has all of them.
EACH_HEADER = ("header_*",)
# The worst error at points by the 100,000 is a property of the formulas.
WORST_ERRORS = ("*accuracy*",)
SANITIZERS = ("-Db_sanitize=address,undefined", "-Db_lundef=false")
# These three checks take 40 % of the time to compile. What they would report the address sanitizer
# mostly sees, too; "sanitize-all" has them.
WITHOUT_COSTLY_CHECKS = "-Dcpp_args=-fno-sanitize=null,alignment,object-size"
# GCC collects its garbage less often, which saves 5 to 10 % of its time for 150 MB a job.
LESS_COLLECTION = "-Dcpp_args=--param=ggc-min-expand=300 --param=ggc-min-heapsize=1500000"
# What most programs include, they share; the legs on request show that each includes what it uses.
PRECOMPILED = "-Dprecompiled=true"
LEGS = {
    # The last tables of problems repeat the kinds of the first; they run with Clang.
    "gcc": Leg("g++", (PRECOMPILED, LESS_COLLECTION), skip=("*_rest_test",)),
    # Whatever reads and writes memory through addresses of its own or of the user: containers, tapes,
    # batches, spans, dual numbers. Programs made at compile time read a frame of fixed size; a few of
    # each kind are enough. "sanitize-all" has everything.
    "sanitize": Leg("clang++-19", (PRECOMPILED, *SANITIZERS, WITHOUT_COSTLY_CHECKS),
                    suites=("arch", "batch", "call", "dual", "fuzz", "interop", "lane", "rule", "scan", "tape",
                            "verb"),
                    skip=(*WORST_ERRORS, "*_more_test", "*_rest_test", "dual_edges_*", "dual_problems_*",
                          "dual_third_party_*", "dual_multiprecision_test", "interop_eigen_[efgips]*",
                          "interop_hana*", "interop_structures_[bw]*", "interop_structures_test", "verb_laws_*",
                          "verb_problems_models_*", "verb_problems_[es]*", "verb_second_order_*", "verb_sparse_*",
                          "verb_infinite_slopes_test", "verb_multiprecision_test", "rule_steady_state_test",
                          "rule_custom_derivative_orders_test", "rule_stated_roads_test")),
    # Every other program, so that Clang has all of them once; the pages' snippets are built once.
    "clang": Leg("clang++-19", (PRECOMPILED,), without=(*COMPILER_INDEPENDENT, "docs"),
                 skip=(*EACH_HEADER, *WORST_ERRORS, "*_more_test"), rest_of="sanitize"),
    "clang16": Leg("clang++-16", (PRECOMPILED,), suites=("headers", "constexpr"), skip=EACH_HEADER),
    # Debian's default Clang and the oldest GCC: one program in all ways of test/platform.
    "clang14": Leg("clang++-14", suites=("platform",)),
    "gcc11": Leg("g++-11", suites=("platform",)),
    # That the build does without xsimd, and a program that uses what remains.
    "without-xsimd": Leg("g++", ("-Dxsimd=disabled",), suites=("arch",)),
}
DEFAULT = tuple(LEGS)

# On request: everything under the sanitizers, and the same programs with other flags.
LEGS["gcc-all"] = Leg("g++")
LEGS["clang-all"] = Leg("clang++-19", without=COMPILER_INDEPENDENT)
LEGS["without-xsimd-all"] = Leg("g++", ("-Dxsimd=disabled",), without=COMPILER_INDEPENDENT)
LEGS["sanitize-all"] = Leg("clang++-19", SANITIZERS, without=ONLY_COMPILED)
FLAGS = {
    "O0": ("-Doptimization=0",),
    "O2": ("-Doptimization=2",),
    "native": ("-Doptimization=3", "-Dcpp_args=-march=native"),
    "native-off": ("-Doptimization=3", "-Dcpp_args=-march=native -ffp-contract=off"),
    "native-fast": ("-Doptimization=3", "-Dcpp_args=-march=native -ffp-contract=fast"),
    # Meson 1.0 has no cpp_std=c++23.
    "23": ("-Dcpp_std=none", "-Dcpp_args=-std=c++23"),
}
# GCC 12 at -O3 takes copies of strings and arrays and its own vector instructions for mistakes (its bugs 105329
# and 105593).
GCC_NATIVE = " -Wno-restrict -Wno-stringop-overflow -Wno-uninitialized -Wno-maybe-uninitialized"
for flag_name, flag_options in FLAGS.items():
    for leg_name, compiler in (("gcc", "g++"), ("clang", "clang++-19")):
        quiet = leg_name == "gcc" and flag_name.startswith("native")
        options = tuple(option + GCC_NATIVE * ("cpp_args" in option and quiet)
                        for option in flag_options)
        LEGS[f"{leg_name}-{flag_name}"] = Leg(compiler, options, without=ONLY_COMPILED)


def call(*command: object, **environment: str) -> int:
    print("+", *command, flush=True)
    return subprocess.run([str(word) for word in command], env={**os.environ, **environment},
                          stdin=subprocess.DEVNULL, check=False).returncode


def configure(leg: Leg, build: pathlib.Path) -> bool:
    again = (build / "build.ninja").exists()
    if not again:
        shutil.rmtree(build, ignore_errors=True)
    return call("meson", "setup", *(["--reconfigure"] if again else []), *leg.options, build, ROOT,
                CXX=leg.compiler) == 0


def introspect(build: pathlib.Path, what: str) -> list[dict]:
    text = subprocess.run(["meson", "introspect", f"--{what}", str(build)], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    return json.loads(text)


def wants(leg: Leg, test: dict) -> bool:
    suites = {suite.split(":")[-1] for suite in test["suite"]}
    skipped = any(fnmatch.fnmatch(test["name"], pattern) for pattern in leg.skip)
    named = not leg.suites or bool(suites & set(leg.suites))
    return named and not (suites & set(leg.without) or skipped
                          or leg.rest_of and wants(LEGS[leg.rest_of], test))


def selected_tests(leg: Leg, build: pathlib.Path) -> list[dict]:
    return [test for test in introspect(build, "tests") if wants(leg, test)]


def built(build: pathlib.Path, files: list[pathlib.Path]) -> bool:
    """Builds the files as far as possible; whether all of them are there and up to date."""
    return not files or call("ninja", "-C", build, "-j", JOBS, "-k", "0", *files) == 0


def up_to_date(build: pathlib.Path, files: list[pathlib.Path]) -> bool:
    """Whether ninja would not have to do anything: a program may be left of an earlier build."""
    result = subprocess.run(["ninja", "-C", build, "-n", *files], check=False, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return "no work to do" in result.stdout


def lines_of(path: pathlib.Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def slowest(build: pathlib.Path, count: int = 10) -> list[str]:
    """What took longest to build or to run, with the seconds it took beside other jobs."""
    seconds = {}
    for line in lines_of(build / ".ninja_log"):
        if not line.startswith("#"):
            start, end, _, output, _ = line.split("\t")
            seconds[output] = (int(end) - int(start)) / 1000
    for line in lines_of(build / "meson-logs" / "testlog.json"):
        test = json.loads(line)
        seconds[f"run {test['name']}"] = test["duration"]
    names = sorted(seconds, key=seconds.__getitem__, reverse=True)[:count]
    return [f"  {seconds[name]:5.0f} s  {name}" for name in names]


def run_leg(leg_name: str) -> Totals:
    leg, build, totals = LEGS[leg_name], (BUILDS / leg_name).resolve(), Totals()
    if not configure(leg, build):
        totals.fail(f"{leg_name}: meson setup failed")
        return totals
    tests = selected_tests(leg, build)
    files = {target["id"]: [pathlib.Path(name).relative_to(build) for name in target["filename"]]
             for target in introspect(build, "targets")}
    needs = {test["name"]: [file for target in test["depends"] for file in files[target]]
             for test in tests}
    everything = sorted({file for needed in needs.values() for file in needed})
    all_built = built(build, everything)
    runnable = []
    for name, needed in needs.items():
        if all_built or not needed or up_to_date(build, needed):
            runnable.append(name)
        else:
            totals.fail(f"{name}: did not build")
    if runnable:
        log = build / "meson-logs" / "testlog.json"
        log.unlink(missing_ok=True)
        call("meson", "test", "-C", build, "--no-rebuild", "--print-errorlogs", "--num-processes",
             JOBS, "--timeout-multiplier", "3", *runnable)
        logged = count_log(log) if log.exists() else Totals()
        totals.add(logged)
        if logged.tests != len(runnable):
            totals.fail(f"{len(runnable)} tests were to run, {logged.tests} did")
    if totals.passed + totals.failed == 0:
        totals.fail("nothing ran")
    totals.failures = [f"{leg_name}: {failure}" for failure in totals.failures]
    return totals


def main() -> int:
    names = sys.argv[1:] or DEFAULT
    unknown = [name for name in names if name not in LEGS]
    if unknown:
        print(f"run.py knows the legs {', '.join(LEGS)}; it was asked for {', '.join(unknown)}")
        return 2
    totals, report = Totals(), []
    for name in names:
        start = time.monotonic()
        result = run_leg(name)
        report.append(f"{name}: {result.line()}, {result.skipped} skipped, "
                      f"{time.monotonic() - start:.0f} s; the slowest of them:")
        report += slowest((BUILDS / name).resolve())
        totals.add(result)
    print()
    for failure in totals.failures:
        print(f"failed: {failure}")
    print(*report, sep="\n")
    print(totals.line(), flush=True)
    return 0 if totals.good() else 1


if __name__ == "__main__":
    sys.exit(main())
