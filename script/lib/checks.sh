# shellcheck shell=bash disable=SC2034,SC2154
# Sourced: checks that print a line each, are counted, and show on failure what the command printed. The
# sourcing script has a folder of its own in `work`.

passed=0 failed=0

# check WHAT COMMAND…
check() {
  local what=$1
  shift
  if "$@" >"$work/output" 2>&1; then
    echo "ok - $what"
    passed=$((passed + 1))
  else
    echo "not ok - $what"
    sed 's/^/    /' "$work/output"
    failed=$((failed + 1))
  fi
}

# exits STATUS COMMAND…
exits() {
  local wanted=$1 status=0
  shift
  "$@" || status=$?
  echo "exit status $status, not $wanted"
  [[ $status -eq $wanted ]]
}

# prints TEXT COMMAND…: the command succeeds and TEXT is on its standard output.
prints() {
  local text=$1
  local output
  shift
  output=$("$@") || return
  echo "$output"
  grep -qF -- "$text" <<<"$output"
}

# says_nothing_of TEXT COMMAND…: the command succeeds and TEXT is not in what it prints.
says_nothing_of() {
  local text=$1
  local output
  shift
  output=$("$@") || return
  echo "$output"
  ! grep -qF -- "$text" <<<"$output"
}

# ends STATUS TEXT COMMAND…: the command ends with STATUS, and TEXT is on its standard output.
ends() {
  local wanted=$1 text=$2
  local output status=0
  shift 2
  output=$("$@") || status=$?
  echo "$output"
  echo "exit status $status"
  [[ $status -eq $wanted ]] && grep -qF -- "$text" <<<"$output"
}

# finds TEXT COMMAND…: the command ends with 2, for changes or drift, and TEXT is on its standard output.
finds() {
  ends 2 "$@"
}

# refuses TEXT COMMAND…: the command ends with 1, and TEXT is in what it says on standard error.
refuses() {
  local text=$1
  local output status=0
  shift
  output=$("$@" 2>&1) || status=$?
  echo "$output"
  echo "exit status $status"
  [[ $status -eq 1 ]] && grep -qF -- "$text" <<<"$output"
}
