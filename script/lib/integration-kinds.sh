# shellcheck shell=bash disable=SC2154
# Sourced by script/lib/integration-v3.sh: what v3 alone has, on the Keystone that is started, each made,
# changed in place, said by a dump, and taken away.

# adopts_itself: what is there is dumped, and a plan of the dump finds nothing to do.
adopts_itself() {
  "$seed" dump --no-passwords >"$work/dump.yaml" || return
  "$seed" plan --detailed-exitcode "$work/dump.yaml"
}

# sends COUNT PATTERN COMMAND…: of all that the command sends, so many requests write, and all fit. SQLite
# may answer 500 to two writes at a time, and one is sent again, so several are to come one after the other.
sends() {
  local count=$1 pattern=$2 before
  before=$(writes)
  shift 2
  if [[ $count -gt 1 && " $* " != *" --parallelism 1 "* ]]; then
    echo "several requests are counted where they come one after the other: --parallelism 1"
    return 1
  fi
  "$@" || return
  await_writes $((before + count))
  written | tail -n +$((before + 1))
  [[ $(($(writes) - before)) -eq $count ]] &&
    [[ $(written | tail -n +$((before + 1)) | grep -cE "$pattern") -eq $count ]]
}

# Regions as objects: two, of which one is a part of the other, and what roles and users are beside them.
hold_regions() {
  local described=$work/regions.yaml gone=$work/gone.yaml
  cat >"$described" <<'END'
regions: {emea: {description: Europe}, bay: {parent: emea, description: Main, public: "http://203.0.113.10"}}
roles: {observer: {description: Sees all}}
users: {ann: {description: A person, enabled: false}}
services: {dns: {type: dns, endpoints: {bay: ":9001"}}}
END
  check "30: regions, a role and a user are made as described" exits 0 "$seed" apply "$described"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$described"
  sed -i 's/Main/Chief/; s/Sees all/Sees much/; s/A person/Somebody/' "$described"
  check "30: each description is changed in place" prints \
    "Applied: 0 created, 3 updated, 0 replaced, 0 deleted." "$seed" apply "$described"
  check "30: no description differs" exits 0 "$seed" plan --detailed-exitcode "$described"
  echo 'absent: {regions: [emea]}' >"$gone"
  check "30: a region does not take along the one below it" refuses \
    "region bay would be deleted with region emea" "$seed" plan "$gone"
  echo 'absent: {regions: [emea, bay]}' >"$gone"
  check "30: both go after the endpoint in one of them" prints \
    "Applied: 0 created, 0 updated, 0 replaced, 3 deleted." \
    "$seed" apply --yes --max-delete 2 "$gone"
  check "30: nothing is left of them" exits 0 "$seed" plan --detailed-exitcode "$gone"
}

# Rows of the catalog that are disabled, lack a public URL, have a region's own variable, or are absent.
hold_catalog() {
  local shown=$work/catalog.yaml gone=$work/gone.yaml
  cat >"$shown" <<'END'
regions:
  bay: {variables: {zone: bay.example}, public: "http://203.0.113.10", internal: "http://10.0.0.1"}
services:
  search: {type: search, endpoints: {internal: ":9200"}}
  keys: {type: key-manager, endpoints: {public: "https://keys.${zone}", internal: {url: ":9311", enabled: false}}}
END
  check "30: an endpoint without a public URL, and a disabled one, are made" \
    exits 0 "$seed" apply --yes "$shown"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$shown"
  check "30: verify does not miss what is disabled" exits 0 "$seed" verify "$shown"
  check "30: a dump says them" adopts_itself
  sed -i 's/enabled: false/enabled: true/; s/type: search/type: search, enabled: false/' "$shown"
  check "30: each is enabled or disabled in place" prints \
    "Applied: 0 created, 2 updated, 0 replaced, 0 deleted." "$seed" apply --yes "$shown"
  check "30: a dump says so" adopts_itself
  sed -i 's/internal: "http:..10.0.0.1"/internal: absent/; s/, internal: {.*}}}/}}/; /^  search/d' "$shown"
  check "30: an interface goes where its region has it no more" prints \
    "Applied: 0 created, 0 updated, 0 replaced, 1 deleted." "$seed" apply --yes "$shown"
  echo 'absent: {regions: [bay], services: [search, keys]}' >"$gone"
  check "30: they go" exits 0 "$seed" apply --yes --max-delete 9 "$gone"
}

# Projects below others, and roles that no word at a user or a group says.
hold_assignments() {
  local tree=$work/tree.yaml gone=$work/gone.yaml
  cat >"$tree" <<'END'
roles: [member, reader]
projects: {lab-a: {parent: lab}, lab: {description: All labs}}
groups: {staff: }
users: {ann: }
domains:
  heat:
    projects: {shared: }
    groups: {owners: }
    assignments: [{roles: [reader, member], group: owners, domain: heat, inherited: true}]
assignments:
  - {role: member, group: staff, project: {name: shared, domain: heat}}
  - {role: reader, user: ann, project: lab, inherited: true}
  - {role: reader, group: staff, system: all}
END
  check "30: projects below others and inherited roles are made" exits 0 "$seed" apply "$tree"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$tree"
  check "30: a dump says them" adopts_itself
  sed -i 's/lab-a: {parent: lab}/lab-a: {parent: lab-b}, lab-b: /' "$tree"
  check "30: a project stays where it was made" prints "stays below lab, not below lab-b" \
    "$seed" plan "$tree"
  check "30: whoever applies that is told that it stays so" refuses "some differences cannot be changed" \
    "$seed" apply "$tree"
  echo 'absent: {projects: [lab]}' >"$gone"
  check "30: one with another one below it is not deleted" refuses \
    "project lab cannot be deleted, since project lab-a is below it" "$seed" plan "$gone"
  cat >"$gone" <<'END'
domains: {heat: {exists: true}}
absent:
  assignments:
    - {roles: [reader, member], group: {name: owners, domain: heat}, domain: heat, inherited: true}
    - {role: member, group: staff, project: {name: shared, domain: heat}}
    - {role: reader, group: staff, system: all}
END
  check "30: what is listed as absent is taken away, each by one request" prints \
    "Applied: 0 created, 0 updated, 0 replaced, 4 deleted." \
    "$seed" apply --yes --max-delete 9 "$gone"
  echo 'absent: {domains: [heat], projects: [lab, lab-a, lab-b], groups: [staff], users: [ann]}' >"$gone"
  check "30: all of it goes, projects from below" exits 0 "$seed" apply --yes --max-delete 9 "$gone"
  check "30: nothing is left of it" exits 0 "$seed" plan --detailed-exitcode "$gone"
}

# A domain, with one of each kind that lives in it and of what hangs on these, and a group at the top.
hold_domains() {
  local domains=$work/domains.yaml gone=$work/gone.yaml
  cat >"$domains" <<'END'
roles: [member, reader]
groups: {operators: {system_roles: [reader]}}
domains:
  heat:
    description: Stacks
    roles: [stack_owner]
    projects: {shared: {description: For all, tags: [web, lab]}}
    groups: {owners: {description: Of stacks, members: [keeper], roles: {shared: [member]}, domain_roles: [reader]}}
    users: {keeper: {email: keeper@example.com, project: shared, enabled: false, roles: {shared: [stack_owner, member]}}}
END
  check "30: a domain and what lives in it are made" exits 0 "$seed" apply --yes "$domains"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$domains"
  check "30: a dump says them" adopts_itself
  sed -i 's/Stacks/Stack users/; s/For all/Of all/; s/Of stacks/Owners/; s/keeper@/k@/; s/web, lab/lab/' "$domains"
  check "30: each is changed in place" prints \
    "Applied: 0 created, 4 updated, 0 replaced, 0 deleted." "$seed" apply --yes "$domains"
  check "30: nothing differs" exits 0 "$seed" plan --detailed-exitcode "$domains"
  sed -i 's/members: .keeper.,/members: [],/; s/domain_roles: .reader./domain_roles: []/' "$domains"
  check "30: a member and a role on a domain go by --prune where the seed says that there is none" prints \
    "Applied: 0 created, 0 updated, 0 replaced, 2 deleted." \
    "$seed" apply --yes --prune --only memberships,assignments --max-delete 9 "$domains"
  echo 'absent: {domains: [heat], groups: [operators]}' >"$gone"
  check "30: more goes with the domain than a third of the groups" refuses \
    "the plan would delete 2 of 2 groups" "$seed" plan "$gone"
  check "30: the domain is disabled and goes, with all in it and its role" sends 4 \
    "(PATCH|DELETE) /v3/(domains|roles|groups)/" "$seed" apply --yes --max-delete 9 --parallelism 1 "$gone"
  check "30: nothing is left of it" exits 0 "$seed" plan --detailed-exitcode "$gone"
}

# Roles that imply others, global ones and a domain's.
hold_implications() {
  local roles=$work/implied.yaml gone=$work/gone.yaml
  local imply='^PUT /v3/roles/[^/]+/implies/' stop='^DELETE /v3/roles/[^/]+/implies/'
  cat >"$roles" <<'END'
roles: {admin: {implies: [manager]}, manager: {implies: [member]}, member: {implies: [reader]}, reader: , lead: , own: }
domains: {alpine: {description: Labs, roles: {lab_lead: , lab_guest: , own: }}}
END
  check "30: roles, and what bootstrap has them imply" exits 0 "$seed" apply --yes "$roles"
  check "30: what bootstrap has made is no difference" exits 0 "$seed" plan --detailed-exitcode "$roles"
  sed -i 's/lead: , own: }$/lead: {implies: [member]}, own: }/' "$roles"
  check "30: a role that implies another is one line" prints \
    "+ implication lead implies member" "$seed" plan "$roles"
  check "30: and one request" sends 1 "$imply" "$seed" apply "$roles"
  check "30: a dump says it" adopts_itself
  sed -i 's/lab_lead: ,/lab_lead: {implies: [lab_guest, member, {name: own, domain: ""}]},/' "$roles"
  check "30: a domain's role that implies its own and global ones is three lines" prints \
    "Plan: 3 to create, 0 to update, 0 to replace, 0 to delete." "$seed" plan "$roles"
  check "30: and three requests" sends 3 "$imply" "$seed" apply --parallelism 1 "$roles"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$roles"
  check "30: a dump says them" adopts_itself
  sed -i 's/, member, {name: own, domain: ""}/, own/' "$roles"
  check "30: in a domain a plain name is its own role" prints \
    "+ implication lab_lead implies own, of domain alpine" "$seed" plan "$roles"
  sed -i 's/implies: .lab_guest, own./implies: []/; s/implies: .\(manager\|member\|reader\)./implies: []/g' "$roles"
  check "30: where none is declared they go by --prune, but for those of bootstrap" sends 4 "$stop" \
    "$seed" apply --yes --prune --only implications --max-delete 9 --parallelism 1 "$roles"
  echo 'absent: {implications: [{role: admin, implies: manager}]}' >"$gone"
  check "30: one of bootstrap's goes where it is declared absent" sends 1 "$stop" "$seed" apply --yes "$gone"
  echo 'roles: {admin: {implies: [manager]}, manager: }' >"$gone"
  check "30: and comes back" sends 1 "$imply" "$seed" apply "$gone"
  echo 'absent: {domains: [alpine], roles: [lead, own]}' >"$gone"
  check "30: the roles go" exits 0 "$seed" apply --yes --max-delete 9 "$gone"
}

# set_alone LINE PATTERN SEED…: a plan shows that one line below its one change, and apply sends one request,
# after which nothing differs.
set_alone() {
  local line=$1 pattern=$2
  shift 2
  check "30: planned: $line" prints "$line" "$seed" plan "$@"
  check "30: as one change" prints "Plan: 0 to create, 1 to update, 0 to replace, 0 to delete." "$seed" plan "$@"
  check "30: applied with one request" sends 1 "$pattern" "$seed" apply "$@"
  check "30: gone from the next plan" exits 0 "$seed" plan --detailed-exitcode "$@"
}

# tells_the_truth SEED: what a plan tells of who gains and who loses which roles is by what Keystone's own list of
# roles in effect differs once it is applied, and it tells of something.
tells_the_truth() {
  by_hand_v3 effective >"$work/before" || return
  "$seed" plan --output json --max-delete 9 "$1" >"$work/told.json" || return
  by_hand_v3 told "$work/told.json" >"$work/told" || return
  "$seed" apply --yes --max-delete 9 "$1" || return
  by_hand_v3 effective >"$work/after" || return
  {
    LC_ALL=C comm -13 "$work/before" "$work/after" | sed 's/^/+ /'
    LC_ALL=C comm -23 "$work/before" "$work/after" | sed 's/^/- /'
  } | LC_ALL=C sort >"$work/differs"
  diff "$work/told" "$work/differs" && grep -q . "$work/told"
}

# What changes of groups, of their roles and of implications come to for users, who have them in several ways.
hold_consequences() {
  local cloud=$work/ways.yaml change=$work/way.yaml
  cat >"$cloud" <<'END'
roles: {admin: {implies: [manager]}, manager: {implies: [member]}, member: {implies: [reader]}, reader: , lead: }
projects: {lab: , lab-a: {parent: lab}}
groups: {staff: , readers: {members: [bob, dan], roles: {lab-a: [reader]}, system_roles: [member]}}
users: {ann: {roles: {lab: [admin]}}, bob: , cat: {roles: {lab: [member, reader]}}, dan: , eve: }
domains:
  corp:
    roles: {chief: {implies: [{name: manager, domain: ""}]}}
    projects: {web: }
    groups: {crew: {members: [pat]}}
    users: {pat: }
    assignments:
      - {role: {name: member, domain: ""}, user: pat, domain: corp, inherited: true}
      - {role: chief, group: crew, project: web}
assignments: [{role: manager, user: dan, project: lab, inherited: true}]
END
  check "30: users, groups and roles by several ways" exits 0 "$seed" apply "$cloud"
  cat >"$change" <<'END'
roles: {member: {implies: [lead]}, lead: , reader: }
projects: {lab: }
groups: {staff: {members: [bob, cat, eve], roles: {lab: [member]}, domain_roles: [reader]}}
users: {bob: , cat: , eve: }
assignments: [{role: member, group: staff, project: lab, inherited: true}]
END
  check "30: who gains by groups, their roles and an implication is what Keystone gives" \
    tells_the_truth "$change"
  echo 'absent: {implications: [{role: manager, implies: member}]}' >"$change"
  check "30: who loses by a link that goes is who loses it there" tells_the_truth "$change"
  check "30: once more nothing is told" prints "No changes." "$seed" plan "$change"
  echo 'roles: {manager: {implies: [member]}, member: {implies: [reader]}, reader: }' >"$change"
  check "30: who gains by its return as well" tells_the_truth "$change"
  echo 'absent: {implications: [{role: member, implies: reader}, {role: admin, implies: manager}]}' >"$change"
  check "30: and who loses by two links at once" tells_the_truth "$change"
  echo 'absent: {memberships: [{group: staff, user: cat}], groups: [readers], roles: [lead]}' >"$change"
  check "30: so it is of a member who leaves, a group and a role" tells_the_truth "$change"
  cat >"$change" <<'END'
roles: {admin: {implies: [manager]}, manager: , member: {implies: [reader]}, reader: }
absent: {projects: [lab-a, lab], groups: [staff], users: [ann, bob, cat, dan, eve], domains: [corp]}
END
  check "30: all of it goes, and bootstrap's links are back" exits 0 "$seed" apply --yes --max-delete 9 "$change"
}

# The options of users, projects, roles and domains, each set, changed and taken away, and what is immutable
# changed all the same.
hold_options() {
  local options=$work/options.yaml gone=$work/gone.yaml option value
  echo 'users: {opal: {email: opal@example.com}}' >"$options"
  check "30: a user without options" exits 0 "$seed" apply "$options"
  for option in ignore_change_password_upon_first_use ignore_password_expiry ignore_lockout_failure_attempts \
    ignore_user_inactivity lock_password multi_factor_auth_enabled; do
    echo "users: {opal: {options: {$option: true}}}" >"$options"
    set_alone "option $option   (none) -> true" '^PATCH /v3/users/' "$options"
    echo "users: {opal: {options: {$option: false}}}" >"$options"
    set_alone "option $option   true -> false" '^PATCH /v3/users/' "$options"
  done
  option=multi_factor_auth_rules
  echo "users: {opal: {options: {$option: [[totp, password], [password]]}}}" >"$options"
  set_alone "option $option   (none) -> password, password+totp" '^PATCH /v3/users/' "$options"
  check "30: a dump says them" adopts_itself
  for option in lock_password multi_factor_auth_rules; do
    value=false
    [[ $option == lock_password ]] || value="password, password+totp"
    echo "users: {opal: {options: {$option: absent}}}" >"$options"
    set_alone "option $option   $value -> (none)" '^PATCH /v3/users/' "$options"
  done
  cat >"$options" <<'END'
roles: {seal: {description: a, options: {immutable: true}}}
projects: {vault: {description: a, options: {immutable: true}}}
domains: {ivory: {description: a, options: {immutable: true}}}
END
  check "30: a role, a project and a domain are made immutable in one request each" sends 3 \
    '^POST /v3/(roles|projects|domains)' "$seed" apply --parallelism 1 "$options"
  check "30: a dump says so" adopts_itself
  sed -i 's/description: a/description: b/; s/vault: {/vault: {tags: [x], /' "$options"
  check "30: each is opened, changed and closed" sends 9 '^PATCH /v3/(roles|projects|domains)/' \
    "$seed" apply --parallelism 1 "$options"
  check "30: nothing differs" exits 0 "$seed" plan --detailed-exitcode "$options"
  sed 's/, options: {immutable: true}//; s/description: b/description: c/' "$options" >"$gone"
  check "30: where the seed does not say so they are left alone" prints "it is immutable" "$seed" plan "$gone"
  sed -i 's/immutable: true/immutable: absent/; s/description: [bd]/description: e/' "$options"
  check "30: the option goes by itself, before the change" sends 6 '^PATCH /v3/' \
    "$seed" apply --parallelism 1 "$options"
  check "30: nothing differs" exits 0 "$seed" plan --detailed-exitcode "$options"
  echo 'absent: {roles: [seal], projects: [vault], domains: [ivory], users: [opal]}' >"$gone"
  check "30: they go" exits 0 "$seed" apply --yes --max-delete 9 "$gone"
}

# is_without TEXT COMMAND…: that ends well, and does not print the text.
is_without() {
  local text=$1 output
  shift
  output=$("$@") || return
  echo "$output"
  ! grep -qF -- "$text" <<<"$output"
}

# Limits registered for all and of their own, and a registered one that others have their own for.
hold_limits() {
  local limits=$work/limits.yaml gone=$work/gone.yaml
  cat >"$limits" <<'END'
regions: {bay: {public: "http://203.0.113.10"}}
projects: {telescope: {limits: {batch: {jobs: 200}}}, lab: }
domains: {default: {limits: {batch: {jobs: 500}}}, heat: {projects: {stacks: {limits: {batch: {jobs: 30}}}}}}
services:
  batch: {type: batch, endpoints: ":9000", limits: {jobs: 10, "class:CORES": 20}}
  tape: {type: tape, limits: {reels: -1}}
END
  check "30: limits are made" exits 0 "$seed" apply "$limits"
  check "30: they once more write nothing" writes_nothing "$seed" apply "$limits"
  check "30: a dump says them" adopts_itself
  sed -i 's/CORES": 20/CORES": 30/; s/jobs: 200/jobs: 201/' "$limits"
  check "30: a registered one and one of a project's own are changed in place" prints \
    "Applied: 0 created, 2 updated, 0 replaced, 0 deleted." "$seed" apply "$limits"
  check "30: no limit differs" exits 0 "$seed" plan --detailed-exitcode "$limits"
  sed -i 's/jobs: 10/jobs: 11/; s/jobs: 30/jobs: 31/' "$limits"
  check "30: those of their own are taken away and given back around the registered one" prints \
    "Applied: 3 created, 1 updated, 0 replaced, 3 deleted." "$seed" apply --yes "$limits"
  check "30: nothing differs" exits 0 "$seed" plan --detailed-exitcode "$limits"
  check "30: a dump says so" adopts_itself
  printf '%s\n' 'regions: {bay: }' 'services: {batch: {type: batch, limits: {bay: {jobs: 12}}}}' >"$gone"
  check "30: a registered one is left where theirs are not the seed's" prints \
    "cannot be changed while" "$seed" plan "$gone"
  echo 'absent: {domains: [heat]}' >"$gone"
  check "30: a domain takes the limits of its projects along" exits 0 "$seed" apply --yes "$gone"
  printf '%s\n' 'regions: {bay: }' 'services: {batch: {type: batch, limits: {bay: {jobs: absent}}}}' \
    'projects: {telescope: {limits: {batch: {bay: {jobs: absent}}}}}' \
    'absent: {limits: [{service: batch, resource: jobs, domain: default}]}' >"$gone"
  check "30: all of one resource go, those of their own first" exits 0 \
    "$seed" apply --yes --max-delete 9 "$gone"
  echo 'absent: {regions: [bay], services: [batch, tape], projects: [telescope, lab]}' >"$gone"
  check "30: a region's and a service's limits go before them" exits 0 \
    "$seed" apply --yes --max-delete 9 "$gone"
  check "30: nothing is left of them" exits 0 "$seed" plan --detailed-exitcode "$gone"
  check "30: no limit is left" is_without limits "$seed" dump --no-passwords
}
