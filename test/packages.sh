# SPDX-License-Identifier: MIT
# Sourced by the scripts that must work on a fresh Debian 12: install_missing PACKAGE... asks
# apt-get for the packages that are not installed, as root or through sudo.
install_missing() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian; please see to it that these packages of Debian 12 have their" >&2
    echo "counterpart here: $*" >&2
    return 0
  fi
  missing=
  for package in "$@"; do
    case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
      *" installed") ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Missing packages:$missing. Installing them needs root or sudo; here is neither." >&2
      return 1
    fi
    as_root=sudo
  fi
  echo "installing$missing"
  # shellcheck disable=SC2086  # the list is meant to be split
  $as_root apt-get update -q &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -q -y --no-install-recommends $missing
}
