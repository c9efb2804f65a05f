# shellcheck shell=bash
# Sourced: promtool of Debian's package, without its service, which would listen to everyone.

# unpack_promtool DIRECTORY: leaves the program in DIRECTORY/usr/bin.
unpack_promtool() (
  mkdir -p "$1" && cd "$1" || return
  # A machine that lacked no package has no list of them.
  apt-get -qq download prometheus 2>/dev/null ||
    { apt-get -qq update && apt-get -qq download prometheus; } || return
  dpkg-deb --extract prometheus_*.deb . && rm prometheus_*.deb
)
