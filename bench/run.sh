#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds the benchmarks with every compiler given (default: g++ and clang++-19), runs them pinned to
# one core and writes the table and the plots of docs/performance.md.
#   sh bench/run.sh [--only WORKLOAD] [compiler ...]
set -eu
cd "$(dirname "$0")/.."
only=
if [ "${1:-}" = --only ]; then
  only="--only $2"
  shift 2
fi
[ $# -gt 0 ] || set -- g++ clang++-19
mkdir -p build-bench
csv=build-bench/results.csv
: > "$csv"
for compiler; do
  directory=build-bench/$compiler
  [ -d "$directory" ] ||
    CXX=$compiler meson setup "$directory" -Dbench=true -Dtests=false -Dexamples=false > /dev/null
  nice ninja -C "$directory" -j "${JOBS:-1}" bench/bench_native bench/bench_plain
  "$directory/bench/bench_native" $only --csv "$csv" --label "$compiler -O3 -march=native"
  "$directory/bench/bench_plain" $only --csv "$csv" --label "$compiler -O2"
done
python3 bench/plot.py "$csv" docs/performance.svg docs/performance_points.svg > build-bench/table.md
cat build-bench/table.md
