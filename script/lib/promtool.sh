# shellcheck shell=bash
# Sourced: promtool of Debian's package, without its service, which would listen to everyone.

# shellcheck source=SCRIPTDIR/unpack.sh
source "$(dirname "${BASH_SOURCE[0]}")/unpack.sh"

# unpack_promtool DIRECTORY: leaves the program in DIRECTORY/usr/bin.
unpack_promtool() {
  unpack_package prometheus "$1"
}
