# shellcheck shell=bash
# Sourced: a program of a Debian package without its service, which would listen to everyone.

# unpack_package NAME DIRECTORY: leaves what the package has in DIRECTORY, such as DIRECTORY/usr/bin.
unpack_package() (
  mkdir -p "$2" && cd "$2" || return
  # A machine that lacked no package has no list of them.
  apt-get -qq download "$1" 2>/dev/null ||
    { apt-get -qq update && apt-get -qq download "$1"; } || return
  dpkg-deb --extract "$1"_*.deb . && rm "$1"_*.deb
)
