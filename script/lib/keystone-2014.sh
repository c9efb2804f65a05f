# shellcheck shell=bash
# Sourced: sets KEYSTONE_2014 to the 2014 `keystone` command, and installs it where it is not named.
#
# It is python-keystoneclient 0.10.1 with prettytable 0.7.2, from PyPI, on a Python 2.7 whose texts
# have 4-byte characters as Debian's had. No current Debian or Ubuntu has Python 2.7; pyenv builds
# it so. KEYSTONE_2014_PYTHON names it where it is neither in PATH nor pyenv's.

find_python_2014() {
  local python
  local wanted='import sys; assert sys.version_info[:2] == (2, 7) and sys.maxunicode > 0xffff'
  for python in ${KEYSTONE_2014_PYTHON:-python2.7 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/2.7*/bin/python2.7}; do
    if "$python" -c "$wanted" 2>/dev/null; then
      command -v "$python"
      return
    fi
  done
  echo "${0#"$PWD"/}: needs a Python 2.7 with 4-byte characters for the 2014 command, such as pyenv's:
  pyenv install 2.7.18
Another one is named by KEYSTONE_2014_PYTHON, an installed 2014 command by KEYSTONE_2014." >&2
  return 1
}

install_keystone_2014() {
  local base=$1 venv=$2 log=$2.log
  echo "Installing the 2014 command on $base into $venv" >&2
  rm -rf "$venv" "$venv-tool"
  # The last virtualenv with what a Python 2.7 needs in it, from a Python 3 that runs it.
  if ! {
    "$(script/keystone python)" -m venv "$venv-tool" &&
      "$venv-tool/bin/pip" install virtualenv==20.15.1 &&
      "$venv-tool/bin/virtualenv" --no-download --python "$base" "$venv" &&
      "$venv/bin/pip" install --no-deps --requirement script/tables/requirements.txt
  } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "The 2014 command cannot be installed; all of it is in $log" >&2
    return 1
  fi
  touch "$venv/complete"
}

find_keystone_2014() {
  local base venv
  [[ -z ${KEYSTONE_2014:-} ]] || return 0
  base=$(find_python_2014) || return
  venv=${XDG_CACHE_HOME:-$HOME/.cache}/keystone-seed/2014-$(
    sha256sum script/tables/requirements.txt | cut -c 1-12
  )
  mkdir -p "$(dirname "$venv")"
  [[ -e $venv/complete ]] || install_keystone_2014 "$base" "$venv" || return
  KEYSTONE_2014=$venv/bin/keystone
}

# Whether it is the one that is meant, wherever it comes from.
is_keystone_2014() {
  local python versions wanted
  python=$(sed -n '1s/^#! *//p' "$KEYSTONE_2014")
  versions='import sys, pkg_resources
print(sys.version_info[:2], hex(sys.maxunicode))
for name in "python-keystoneclient", "prettytable":
    print(name, pkg_resources.get_distribution(name).version)'
  wanted="((2, 7), '0x10ffff')
('python-keystoneclient', '0.10.1')
('prettytable', '0.7.2')"
  [[ $("$python" -c "$versions" 2>/dev/null) == "$wanted" ]] && return
  echo "$KEYSTONE_2014 is not python-keystoneclient 0.10.1 with prettytable 0.7.2 on Python 2.7" >&2
  return 1
}

find_keystone_2014 && is_keystone_2014 || exit 1
