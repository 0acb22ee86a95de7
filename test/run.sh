#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian 12), builds and runs the tests; the last line is the totals:
# "N passed, N failed". Exits with 0 only if something ran and nothing failed.
#   sh test/run.sh                   the legs gcc sanitize clang clang16 clang14 gcc11 without-xsimd
#   sh test/run.sh gcc               one leg; test/run.py lists more (other flags)
#   ETAD_JOBS=1 sh test/run.sh gcc   with one job at a time
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/test/packages.sh"
if ! install_missing g++ g++-11 clang-14 clang-16 clang-19 libclang-rt-19-dev libc++-19-dev libc++abi-19-dev \
  clang-format-14 clang-tidy-19 \
  meson ninja-build pkg-config cmake python3 \
  doctest-dev libmpfr-dev libgmp-dev libboost-dev libeigen3-dev libxsimd-dev libceres-dev \
  libopenmpi-dev openmpi-bin; then
  echo "0 passed, 1 failed"
  exit 1
fi
exec python3 "$root/test/run.py" "$@"
