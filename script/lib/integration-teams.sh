# shellcheck shell=bash disable=SC2154
# Sourced by integration.sh and by `script/real teams`, with the functions of checks.sh: two teams with a
# file and a region each on one Keystone, over v2.0 and over v3.

# The owner of the cloud has what both teams use; each team has a file of its own, which names the
# owner's objects without declaring them, and the last file has what was registered by hand.
write_team_files() {
  mkdir -p "$work/teams"
  cat >"$work/teams/base.yaml" <<'END'
roles: [admin, Member]
tenants: {service: {description: What the teams share}}
services: {glance: {type: image}, nova: {type: compute}}
END
  local team region
  for team in east west; do
    region=${team^}
    cat >"$work/teams/$team.yaml" <<END
regions: {$region: {public: "http://$team.example.com", internal: "http://$team.internal.example.com"}}
roles: {admin: {exists: true}}
tenants: {service: {exists: true}, lab-$team: {description: The lab of $region}}
users: {nova-$team: {password: {env: SERVICE_PASSWORD}, roles: {service: [admin]}}}
services:
  nova: {exists: true, type: compute, endpoints: {$region: ":8774/v2.1"}}
END
  done
  cat >"$work/teams/by-hand.yaml" <<'END'
regions: {East: {exists: true}, West: {exists: true}}
services:
  glance: {exists: true, type: image, endpoints: {East: "http://old.example.com:9292", West: "http://old.example.com:9292"}}
END
}

team() {
  printf '%s/teams/%s.yaml' "$work" "$1"
}

# id_of LIST NAME: the ID of the row with that name.
id_of() {
  "$seed" "$1" --format json | python3 -c '
import json, sys
rows = [row for row in json.load(sys.stdin) if sys.argv[1] in row.values()]
print(*(row.get("id") or row["ID"] for row in rows))' "$2"
}

# keeps_its_id LIST OLD NEW COMMAND…
keeps_its_id() {
  local list=$1 old=$2 new=$3 id
  id=$(id_of "$list" "$old")
  shift 3
  "$@" || return
  echo "$old was $id, $new is $(id_of "$list" "$new")"
  [[ -n $id && $id == "$(id_of "$list" "$new")" && -z $(id_of "$list" "$old") ]]
}

# endpoints REGION: how many there are.
endpoints() {
  "$seed" endpoint-list --format csv | grep -c "\b$1\b" || true
}

# leaves REGION COUNT COMMAND…: the command succeeds, and so many endpoints are in the region then.
leaves() {
  local region=$1 count=$2
  shift 2
  "$@" || return
  echo "$(endpoints "$region") rows in $region, not $count"
  [[ $(endpoints "$region") -eq $count ]]
}

# two_teams VERSION ROWS: on the Keystone that the environment names, where an endpoint of public and
# internal is so many rows.
two_teams() {
  local version=$1 rows=$2 one other
  local prune=(--prune --only endpoints --max-delete 2)
  check "$version: the owner applies what is shared" exits 0 "$seed" apply "$(team base)"
  for one in east west; do
    check "$version: team $one applies its file" exits 0 "$seed" apply "$(team "$one")"
  done
  check "$version: hands register glance in both regions" exits 0 "$seed" apply \
    "$(team base)" "$(team east)" "$(team west)" "$(team by-hand)"
  for one in east west; do
    [[ $one == east ]] && other=West || other=East
    check "$version: team $one has no changes" prints "No changes" "$seed" plan "$(team "$one")"
    check "$version: team $one may not prune what may be another's" refuses "a part of a cloud" \
      "$seed" plan --prune "$(team "$one")"
    check "$version: its pruned endpoints are in its own region" prints \
      "- endpoint image/glance in ${one^}" "$seed" plan "${prune[@]}" "$(team "$one")"
    check "$version: and none in $other" says_nothing_of " in $other " \
      "$seed" plan "${prune[@]}" "$(team "$one")"
    before=$(endpoints "$other")
    check "$version: team $one prunes its own" leaves "${one^}" "$rows" \
      "$seed" apply --yes "${prune[@]}" "$(team "$one")"
    check "$version: $other is as it was" leaves "$other" "$before" true
  done
  check "$version: all files together have no changes" prints "No changes" \
    "$seed" plan "$(team base)" "$(team east)" "$(team west)"

  echo 'roles: {amdin: {exists: true}}' >"$work/teams/slip.yaml"
  check "$version: a slip in a name that must exist is an error" refuses "admin" \
    "$seed" plan "$(team slip)"
  echo 'tenants: {photonics: {was: lab-east}}' >"$work/teams/was.yaml"
  check "$version: a tenant is renamed and keeps its ID" keeps_its_id tenant-list lab-east photonics \
    "$seed" apply "$(team was)"
  check "$version: the word that renamed it may stay" prints "No changes" "$seed" plan "$(team was)"
  echo 'services: {compute: {type: compute, was: {name: nova, type: compute}}}' >"$work/teams/service.yaml"
  if [[ $version == *v2.0 ]]; then
    check "$version: a service cannot be renamed" exits 1 "$seed" plan "$(team service)"
  else
    check "$version: a service is renamed and keeps its ID" keeps_its_id service-list nova compute \
      "$seed" apply "$(team service)"
  fi
  echo 'absent: {regions: [West]}' >"$work/teams/west-goes.yaml"
  check "$version: a region is given up in a line" leaves West 0 \
    "$seed" apply --yes --max-delete 2 "$(team west-goes)"
  check "$version: the other region stays" leaves East "$rows" true
}

# On a Pike over each API, and on a Keystone of today.
hold_teams() {
  write_team_files
  start_keystone two-teams
  export OS_TOKEN=$KEYSTONE_REAL_TOKEN OS_ENDPOINT=$KEYSTONE_REAL_ADMIN_URL
  two_teams "12, v2.0" 1
  stop_keystone two-teams
  start_keystone two-teams
  export OS_TOKEN=$KEYSTONE_REAL_TOKEN OS_ENDPOINT=${KEYSTONE_REAL_ADMIN_URL%/v2.0}/v3
  two_teams "12, v3" 2
  stop_keystone two-teams
  start_keystone two-teams --release 30
  two_teams "30, v3" 2
  stop_keystone two-teams
}
hold_teams
