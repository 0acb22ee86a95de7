#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian 12), builds the examples and runs them one after the other.
# Exits with 0 only if every example found its results right.
#   sh docs/examples/run.sh               all
#   sh docs/examples/run.sh quickstart    some
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/test/packages.sh"
install_missing g++ meson ninja-build pkg-config libboost-dev libeigen3-dev python3 graphviz

build="$root/build-examples"
if [ -f "$build/build.ninja" ]; then
  meson setup --reconfigure "$build" "$root"
else
  meson setup -Dtests=false -Dexamples=true -Doptimization=2 "$build" "$root"
fi

if [ $# -eq 0 ]; then
  for source in "$root"/docs/examples/*/*.cpp; do
    name=$(basename "$source" .cpp)
    [ "$name" != "$(basename "$(dirname "$source")")" ] || set -- "$@" "$name"
  done
fi
status=0
for name in "$@"; do
  program="docs/examples/example_$name"
  if ! ninja -C "$build" "$program"; then
    echo "$name: does not build" >&2
    status=1
    continue
  fi
  printf '\n== %s ==\n' "$name"
  (cd "$root/docs/examples/$name" && "$build/$program") || {
    echo "$name: failed" >&2
    status=1
  }
done
exit $status
