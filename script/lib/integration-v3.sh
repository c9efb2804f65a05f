# shellcheck shell=bash disable=SC2154
# Sourced by integration.sh, whose functions it uses: Identity v3 on a Keystone of today, and on a
# Pike beside v2.0.

source script/lib/integration-kinds.sh

# contract_of_today RELEASE SETTING OPTION…: the contract's v3 half, on a Keystone started so.
contract_of_today() {
  start_keystone "$1-$2" --release "$1" --workers 1 "${@:3}"
  check "the contract of a Keystone $1 set for $2" env KEYSTONE_REAL_SETTING="$2" \
    swift test --skip-build --disable-xctest --no-parallel --filter '^ContractTests\.RealV3'
  stop_keystone "$1-$2"
}

by_hand_v3() {
  python3 script/lib/by_hand_v3.py "$@"
}

# patches_alone ID COMMAND…: of all that the command sends, one request writes, a PATCH of that row.
patches_alone() {
  local id=$1 before
  before=$(writes)
  shift
  "$@" || return
  await_writes $((before + 1))
  echo "$(($(writes) - before)) requests wrote"
  [[ $(writes) -eq $((before + 1)) ]] && written | tail -n 1 | grep -qF "PATCH /v3/endpoints/$id "
}

# makes_none COMMAND…: of all that the command sends, nothing makes anything, and one request deletes.
makes_none() {
  local before
  before=$(writes)
  "$@" || return
  await_writes $((before + 1))
  written | tail -n +$((before + 1))
  [[ $(written | tail -n +$((before + 1)) | grep -cE '^(POST|PUT) ') -eq 0 ]] &&
    [[ $(written | tail -n +$((before + 1)) | grep -c '^DELETE /v3/services/') -eq 1 ]] &&
    [[ $(written | tail -n +$((before + 1)) | grep -c '^DELETE ') -eq 1 ]]
}

# has_rows ROWS: glance's endpoint in regionOne is these.
has_rows() {
  local rows
  rows=$(by_hand_v3 rows glance regionOne)
  echo "$rows"
  [[ $rows == "$1" ]]
}

# The main job where `keystone-manage bootstrap` was run once, as its administrator.
seed_a_keystone_of_today() {
  local rows id
  start_keystone seeding --release 30 --admin-password "$ADMIN_PASSWORD"
  # What start_keystone set says the rest; this seed has the URLs of v3.
  local three=(--set identity=v3 Seeds/three-controllers.yaml)
  check "30: plan after a bootstrap has changes" exits 2 "$seed" plan --detailed-exitcode "${three[@]}"
  check "30: apply after a bootstrap" exits 0 "$seed" apply "${three[@]}"
  check "30: a second apply has no changes" prints "No changes" "$seed" apply "${three[@]}"
  check "30: a third apply writes nothing" writes_nothing "$seed" apply "${three[@]}"

  rows=$(by_hand_v3 rows glance regionOne)
  id=$(sed -n 's/ public .*//p' <<<"$rows")
  check "30: a URL is changed by hand" by_hand_v3 change-url glance regionOne
  check "30: plan changes one thing" prints \
    "Plan: 0 to create, 1 to update, 0 to replace, 0 to delete." "$seed" plan "${three[@]}"
  check "30: apply sends one PATCH, of that row" patches_alone "$id" "$seed" apply --yes "${three[@]}"
  check "30: the rows have their ids, and their URLs again" has_rows "$rows"
  id=$(by_hand_v3 duplicate glance regionOne)
  check "30: plan names the duplicate that was made by hand" prints "$id" "$seed" plan "${three[@]}"
  check "30: apply removes it" exits 0 "$seed" apply --yes "${three[@]}"
  check "30: the rows are those from before" has_rows "$rows"
  check "30: a service is made twice by hand, and its rows the new one's" \
    by_hand_v3 split glance regionOne
  check "30: plan moves the rows in place" prints \
    "Plan: 0 to create, 1 to update, 0 to replace, 1 to delete." "$seed" plan "${three[@]}"
  check "30: apply makes no row and deletes the service alone" makes_none \
    "$seed" apply --yes "${three[@]}"
  check "30: the rows have their ids" has_rows "$rows"
  check "30: plan has no changes left" exits 0 "$seed" plan --detailed-exitcode "${three[@]}"

  # Its services change the URLs by which this Keystone is reached.
  check "30: apply of the core of today" exits 0 "$seed" apply --yes Seeds/core-2026.yaml
  check "30: it once more writes nothing" writes_nothing "$seed" apply Seeds/core-2026.yaml
  hold_regions
  hold_catalog
  hold_domains
  hold_implications
  hold_consequences
  hold_assignments
  hold_options
  hold_limits
  stop_keystone seeding
}

# plans_nothing SEED VARIABLE…: its plan is empty with these in the environment.
plans_nothing() {
  env "${@:2}" "$seed" plan --detailed-exitcode "$1"
}

# The published seeds on one Pike: what was applied over one version is no difference over the other.
compare_versions() {
  local name v2 v3
  start_keystone both
  v2=(OS_TOKEN="$KEYSTONE_REAL_TOKEN" OS_ENDPOINT="$KEYSTONE_REAL_ADMIN_URL")
  v3=(OS_TOKEN="$KEYSTONE_REAL_TOKEN" OS_ENDPOINT="${KEYSTONE_REAL_ADMIN_URL%/v2.0}/v3")
  for name in minimal three-controllers all-services two-regions devstack; do
    check "$name over v2.0" exits 0 env "${v2[@]}" "$seed" apply --yes "Seeds/$name.yaml"
    check "$name: no difference over v3" plans_nothing "Seeds/$name.yaml" "${v3[@]}"
    empty_keystone
    check "$name over v3" exits 0 env "${v3[@]}" "$seed" apply --yes "Seeds/$name.yaml"
    check "$name: no difference over v2.0" plans_nothing "Seeds/$name.yaml" "${v2[@]}"
    empty_keystone
  done
  stop_keystone both
}

empty_keystone() {
  PYTHONPATH=script PYTHONDONTWRITEBYTECODE=1 python3 -c 'import sys
from clouds.keystone import Keystone
Keystone(*sys.argv[1:]).empty()' "$KEYSTONE_REAL_ADMIN_URL" "$KEYSTONE_REAL_PUBLIC_URL" \
    "$KEYSTONE_REAL_TOKEN"
}

contract_of_today 22 usual
contract_of_today 30 usual
contract_of_today 30 list-limit --set default.list_limit=2
contract_of_today 30 database-limit --set default.max_db_limit=3
contract_of_today 30 mariadb --database mariadb
seed_a_keystone_of_today
compare_versions
