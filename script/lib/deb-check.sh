# shellcheck shell=bash disable=SC2154
# Sourced by script/deb: the packages in a clean Debian, from their installation to their purge. Prints a
# line for each check and closes with their count.

source script/lib/checks.sh
source script/lib/promtool.sh
[[ $EUID -eq 0 ]] || fail "a clean Debian is made by root"
script/setup lintian mmdebstrap systemd systemd-container

packages=("$output"/keystone-{seed,sandbox}_"${version}_$architecture".deb)
clean=$work/clean
sandbox=
trap '[[ -z $sandbox ]] || kill "$sandbox" 2>/dev/null; rm -rf "$work"' EXIT

# inside [OPTION…] -- COMMAND…: in the clean Debian, with nothing of this machine's environment; the
# options are chroot's. With as=exec it takes the place of the shell that runs it, so that a signal to that
# one gets to the command.
inside() {
  local options=()
  while [[ $1 != -- ]]; do
    options+=("$1")
    shift
  done
  # shellcheck disable=SC2016 # The dollars are the inner shell's.
  ${as-} unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$@"' "$clean" \
    "${options[@]}" "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "${@:2}"
}

# Each file, but those of apt and dpkg themselves, and what any package may leave in a log or cache.
files() {
  (cd "$clean" && find . -xdev -regextype posix-extended \
    -regex '\./(proc|dev|tmp|var/(log|cache|lib/(apt|dpkg)))' -prune -o -printf '%P\n' | sort)
}

install_packages() {
  cp "${packages[@]}" "$clean/tmp"
  cp --dereference /etc/resolv.conf "$clean/etc/resolv.conf"
  inside -- DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends \
    "${packages[@]/#*\//\/tmp\/}"
}

purge_packages() {
  inside -- DEBIAN_FRONTEND=noninteractive apt-get purge --yes --auto-remove \
    keystone-seed keystone-sandbox
}

start_sandbox() {
  as="exec" inside -- keystone-sandbox --release 30 --port 0 --admin-password administrator \
    >"$work/listening" 2>&1 &
  sandbox=$!
  until address=$(sed -n 's/^keystone-sandbox: \(http[^ ]*\) ready$/\1/p' "$work/listening") &&
    [[ -n $address ]]; do
    kill -0 "$sandbox" || { cat "$work/listening"; return 1; }
    sleep 0.1
  done
}

# What an administrator writes, so that the timer has something to do.
configure() {
  local configuration=$clean/etc/keystone-seed
  sed "s|{env: \(.*\)_PASSWORD}|{file: '\${env:CREDENTIALS_DIRECTORY}/password_\1'}|" \
    "$clean/usr/share/keystone-seed/core-2026.yaml" >"$configuration/seed.yaml"
  echo administrator >"$configuration/passwords/ADMIN"
  echo services >"$configuration/passwords/SERVICE"
  (umask 077 && cat >"$configuration/clouds.yaml") <<END
clouds:
  keystone-seed:
    auth: {auth_url: "$address", username: admin, password: administrator, project_name: admin,
           user_domain_id: default, project_domain_id: default}
END
}

unit=keystone-seed-verify.service
# setting NAME: what the unit says of it, a line each.
setting() {
  sed -n "s/^$1=//p" "$clean/lib/systemd/system/$unit"
}

# as_the_unit [COMMAND…]: what its ExecStart= says, or another, by a user without a name, with the unit's
# environment, credentials and folder, as systemd.exec(5) has them.
as_the_unit() {
  local user=61184 credentials=/run/credentials/$unit state directory source line
  state=$clean/var/lib/private/$(setting StateDirectory)
  mkdir -p "$state" "$clean$credentials"
  ln -sfnT "private/$(setting StateDirectory)" "$clean/var/lib/$(setting StateDirectory)"
  while IFS=: read -r line source; do
    if [[ -d $clean$source ]]; then
      for directory in "$clean$source"/*; do
        cp "$directory" "$clean$credentials/${line}_$(basename "$directory")"
      done
    else
      cp "$clean$source" "$clean$credentials/$line"
    fi
  done < <(setting LoadCredential)
  chmod 400 "$clean$credentials"/*
  chown -R $user:$user "$state" "$clean$credentials"
  local environment=("CREDENTIALS_DIRECTORY=$credentials")
  while IFS= read -r line; do
    environment+=("${line//%d/$credentials}")
  done < <(setting Environment; grep -v '^ *\(#\|$\)' "$clean$(setting EnvironmentFile)")
  [[ $# -gt 0 ]] || read -ra line < <(setting ExecStart)
  [[ $# -gt 0 ]] || set -- "${line[@]}"
  (umask "$(setting UMask)" && inside --userspec=$user:$user --groups= -- "${environment[@]}" "$@")
}

metrics=$clean/var/lib/private/keystone-seed/keystone-seed.prom

# metric_is NAME VALUE: what the last run wrote says so.
metric_is() {
  grep "^keystone_seed_$1{" "$metrics"
  grep -q "^keystone_seed_$1{.*} $2$" "$metrics"
}

check_metrics() {
  unpack_promtool "$work/prometheus" || return
  cat "$metrics"
  "$work/prometheus/usr/bin/promtool" check metrics <"$metrics"
}

# Beside node_exporter, from a folder that is the service's own; a link in it is not followed.
publishes_metrics() {
  local folder=$clean/var/lib/prometheus/node-exporter status=0
  mkdir -p "$folder"
  inside -- /usr/libexec/keystone-seed/publish-metrics || return
  cmp "$metrics" "$folder/keystone-seed.prom" || return
  [[ $(stat -c %a "$folder"/*) == 644 ]] || return
  ln -sf /etc/shadow "$clean/tmp/link"
  inside -- /usr/libexec/keystone-seed/publish-metrics /tmp/link || status=$?
  [[ $status -ne 0 ]] && cmp "$metrics" "$folder/keystone-seed.prom"
}

is_off() {
  [[ -f $clean/lib/systemd/system/keystone-seed-verify.timer ]] &&
    [[ -z $(find "$clean/etc/systemd" -name 'keystone-seed*') ]]
}

# The programs that they name are not on this machine.
takes_units() {
  mkdir "$work/units"
  cp "$clean"/lib/systemd/system/keystone-seed-verify.* "$work/units"
  sed -i 's#/usr/[a-z/]*/\(keystone-seed\|publish-metrics\)\b#/bin/true#' "$work/units/$unit"
  systemd-analyze verify --man=no "$work"/units/*
}

# What is left beside the folder of the metrics, which is another package's.
leaves_nothing() {
  rm -rf "$clean/var/lib/prometheus" "$clean/run/credentials"
  rmdir "$clean/var/lib/private"
  diff "$work/before" <(files)
}

install_systemd() {
  inside -- DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends systemd-sysv
}

# Starts the unit by systemd itself, with the filter of system calls that nothing above has. The clean
# Debian is booted beside this machine's own network, and powers itself off. Not every machine can do that.
start_by_systemd() {
  rm -f "$metrics" "$clean/trial"
  mkdir -p "$clean/etc/systemd/system/multi-user.target.wants"
  cat >"$clean/etc/systemd/system/trial.service" <<END
[Unit]
After=multi-user.target

[Service]
ExecStart=/bin/sh -c 'systemctl start $unit; echo \$? >/trial; journalctl --unit $unit >>/trial; systemctl poweroff'
END
  ln -s ../trial.service "$clean/etc/systemd/system/multi-user.target.wants/trial.service"
  timeout 180 systemd-nspawn --quiet --keep-unit --register=no --resolv-conf=off --timezone=off \
    --directory="$clean" --boot </dev/null
  [[ -f $clean/trial ]]
}

has_run_by_systemd() {
  cat "$clean/trial"
  [[ $(head -n 1 "$clean/trial") == 0 ]] && ! grep 'Failed to set' "$clean/trial"
}

check "lintian has no error" lintian --allow-root --fail-on error "${packages[@]}"
# Debian's own release file says which this is.
check "a clean Debian is made" mmdebstrap --quiet --variant=apt --skip=cleanup/apt/lists \
  "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$clean"
cp --dereference /etc/resolv.conf "$clean/etc/resolv.conf"
files >"$work/before"
check "the packages are installed there" install_packages
check "the timer is off" is_off
check "systemd takes the units" takes_units
check "systemd finds the service secure" systemd-analyze security --offline=true --root="$clean" \
  --threshold=20 "$unit"
check "the manual and the completions are there" ls "$clean"/usr/share/man/man1/keystone-{seed,sandbox}.1.gz \
  "$clean/usr/share/man/man5/keystone-seed.5.gz" \
  "$clean"/usr/share/bash-completion/completions/keystone-{seed,sandbox}
check "the sandbox starts" start_sandbox
configure
check "the seed is applied over v3" as_the_unit keystone-seed apply
check "what the timer runs finds no drift" as_the_unit
check "its metrics say so" metric_is drift 0
check "promtool reads the metrics" check_metrics
check "node_exporter gets the metrics" publishes_metrics
check "a role goes" as_the_unit sh -c 'echo "absent: {roles: [heat_stack_user]}" | keystone-seed apply --yes -'
check "what the timer runs finds drift" exits 2 as_the_unit
check "its metrics say so as well" metric_is drift 1
kill "$sandbox" && wait "$sandbox" || true
sandbox=
check "the packages are purged" purge_packages
check "nothing is left of them" leaves_nothing

check "systemd is installed there" install_systemd
check "the packages are installed there again" install_packages
check "the sandbox starts" start_sandbox
configure
check "the seed is applied over v3" as_the_unit keystone-seed apply
skipped=
if start_by_systemd >"$work/boot" 2>&1; then
  check "systemd runs what the timer starts" has_run_by_systemd
  check "its metrics say that nothing drifts" metric_is drift 0
else
  cat "$work/boot"
  skipped="; skipped that systemd runs what the timer starts, which needs a machine for systemd-nspawn"
fi

echo "$passed passed, $failed failed$skipped"
[[ $failed -eq 0 ]]
