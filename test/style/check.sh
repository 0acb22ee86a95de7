#!/bin/sh
# SPDX-License-Identifier: MIT
# The style of the sources: `check.sh format` (clang-format 14 over the tree), `check.sh tidy`
# (clang-tidy 19 over test/style/tidy.cpp and the headers it uses), `check.sh licence`.
# To mend the format of a file: clang-format-14 -i FILE
set -eu
cd "$(dirname "$0")/../.."
sources() { find include test docs bench -type f \( -name '*.hpp' -o -name '*.cpp' \) -print 2>/dev/null; }

case ${1:-} in
  format)
    sources | xargs clang-format-14 --dry-run -Werror
    ;;
  tidy)
    clang-tidy-19 --quiet test/style/tidy.cpp -- -std=c++20 "-I$PWD/include" "-I$PWD/docs/examples"
    ;;
  licence)
    # The first line, or the second where the first names the interpreter.
    status=0
    for file in $(sources) $(find meson.build meson_options.txt cmake test docs bench .ci \
      \( -name '*.py' -o -name '*.sh' -o -name 'meson.build' -o -name '*.in' -o -name run \
      -o -name meson_options.txt \) -type f 2>/dev/null); do
      head -n 2 "$file" | grep -q 'SPDX-License-Identifier: MIT' || {
        echo "$file: the first line must be the SPDX line"
        status=1
      }
    done
    exit $status
    ;;
  *)
    echo "usage: check.sh format|tidy|licence" >&2
    exit 2
    ;;
esac
