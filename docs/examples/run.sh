#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what is missing (Debian 12), builds the examples and runs them one after the other; ends with a table.
# Exits with 0 only if every example found its results right.
#   sh docs/examples/run.sh               all
#   sh docs/examples/run.sh quickstart    some
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
. "$root/test/packages.sh"
install_missing g++ meson ninja-build pkg-config libboost-dev libeigen3-dev python3 graphviz
exec python3 "$root/docs/examples/run.py" "$root" "$@"
