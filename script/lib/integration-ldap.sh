# shellcheck shell=bash disable=SC2154
# Sourced by script/ldap, with the functions of checks.sh and directory.sh: a Keystone of today whose domain
# corp is a directory. The administrator, and whoever a seed makes, are in the database.

# seed_of NAME: a seed from standard input.
seed_of() {
  cat >"$work/$1.yaml"
}

# on COMMAND NAME [OPTION…]: the program's command, on that seed.
on() {
  "$seed" "$1" "$work/$2.yaml" "${@:3}"
}

# logs_in COUNT COMMAND…: the command succeeds, and so many logins are as somebody of the directory.
logs_in() {
  local wanted=$1 before after
  shift
  before=$(logins)
  "$@" || return
  after=$(logins)
  echo "$((after - before)) logins, not $wanted"
  [[ $((after - before)) -eq $wanted ]]
}

logins() {
  grep -c '^POST /v3/auth/tokens' "$data/keystone/access.log" || true
}

# asks_for PATTERN COUNT COMMAND…: the command succeeds, and so many of its requests match.
asks_for() {
  local pattern=$1 wanted=$2 before count
  shift 2
  before=$(wc -l <"$data/keystone/access.log")
  "$@" || return
  count=$(tail -n +$((before + 1)) "$data/keystone/access.log" | grep -cE -- "$pattern" || true)
  echo "$count requests match $pattern, not $wanted"
  [[ $count -eq $wanted ]]
}

# What a part of a cloud says of a directory that is somebody else's.
hold_grants() {
  seed_of grants <<'END'
roles: {reader: , member: , auditor: }
projects: {web: }
domains:
  corp:
    exists: true
    projects: {intranet: }
    users:
      nova: {exists: true, roles: {intranet: [member]}, domain_roles: [reader]}
      "Jörg Müller": {exists: true, roles: {intranet: [member]}}
      "Doe, Jane": {exists: true, roles: {intranet: [member]}}
      "que?stion#x": {exists: true, roles: {intranet: [member]}}
      "%41lice": {exists: true, system_roles: [auditor]}
      "Ann Mary Lee": {exists: true, roles: {intranet: [member, reader]}}
      user07: {exists: true}
    groups:
      staff: {exists: true, roles: {intranet: [reader]}, domain_roles: [reader]}
      "Köche & Co": {exists: true, roles: {intranet: [auditor]}}
      "100%": {exists: true, system_roles: [reader]}
      "dev, ops": {exists: true}
assignments:
  - {role: auditor, user: {name: user07, domain: corp}, project: web}
  - {role: auditor, group: {name: "dev, ops", domain: corp}, project: web, inherited: true}
END
  check "plan gives roles to people and groups of a directory" prints \
    "+ assignment Doe, Jane has member in intranet, of domain corp" on plan grants
  check "apply gives them" exits 0 on apply grants
  check "the plan is empty then" prints "No changes." on plan grants --detailed-exitcode
  check "verify agrees, and logs in as nobody of the directory" logs_in 1 on verify grants
  # What is absent is what was given before.
  sed -e 's/"Jörg Müller": .*/"Jörg Müller": {exists: true}/' \
    -e 's/staff: .*/staff: {exists: true, domain_roles: [reader]}/' "$work/grants.yaml" |
    seed_of fewer
  seed_of fewer <<END
$(<"$work/fewer.yaml")
absent:
  assignments:
    - {role: member, user: {name: "Jörg Müller", domain: corp}, project: {name: intranet, domain: corp}}
    - {role: reader, group: {name: staff, domain: corp}, project: {name: intranet, domain: corp}}
END
  check "roles are taken from a person and a group of a directory" prints \
    "Applied: 0 created, 0 updated, 0 replaced, 2 deleted." on apply fewer --yes
  check "the plan is empty after that" prints "No changes." on plan fewer --detailed-exitcode
  check "apply gives them once more" prints \
    "Applied: 2 created, 0 updated, 0 replaced, 0 deleted." on apply grants
  sed 's/user07: {exists: true}/user77: {exists: true}/; s/name: user07/name: user77/' \
    "$work/grants.yaml" | seed_of stranger
  check "somebody whom the directory does not have is an error by name" refuses \
    "user user77 of domain corp must exist and is not there" on plan stranger
}

# What a seed says of people and groups as if they were its own.
hold_what_is_only_read() {
  seed_of owned <<'END'
roles: {reader: , member: }
projects: {web: }
groups: {own: {members: [local, {name: nova, domain: corp}]}}
users:
  local:
    email: local@example.com
    password: local-word
    roles: {web: [member]}
    groups: [{name: operators, domain: corp}]
domains:
  corp:
    description: People
    projects: {intranet: }
    users:
      nova:
        email: other@example.com
        enabled: false
        password: not-the-word
        roles: {intranet: [member]}
        groups: [interns]
      user07: {password: word-user07}
    groups:
      operators: {description: On call, members: [nova]}
      interns: {}
    absent: {users: [user01], groups: ["100%"], memberships: [{group: staff, user: user02}]}
END
  local held="! users and groups of domain corp live in LDAP, which Keystone only reads: "
  check "apply does what is not the directory's" prints "Applied: 4 created, 1 updated" \
    says_drift on apply owned --yes
  check "a plan of that alone has no changes, and drift" exits 2 \
    on plan owned --detailed-exitcode
  says_drift on plan owned >"$work/owned.txt"
  check "one note says what stays as it is in the directory" prints "$held" cat "$work/owned.txt"
  local words
  for words in "user nova stays as it is (email: person05@example.com, in the seed other@example.com" \
    "enabled: true, in the seed false" "user user01 is declared absent and stays" \
    "group 100% is declared absent and stays" "group operators stays as it is (description: " \
    "user nova of domain corp stays out of group own" \
    "user nova of domain corp stays out of group interns of domain corp" \
    "user local stays out of group operators of domain corp" \
    "user user02 of domain corp stays in group staff of domain corp"; do
    check "it says: $words" prints "$words" cat "$work/owned.txt"
  done
  check "nothing of it is planned" prints "No changes can be made; see the notes above." \
    cat "$work/owned.txt"
  check "verify calls it drift" finds "Drift: " on verify owned
  check "a wrong password of a directory is not tried" logs_in 2 says_drift on plan owned
  check "--verify-passwords does, once for each" logs_in 4 says_drift \
    on plan owned --verify-passwords
  check "and says which is wrong" finds "password: the seed's is wrong" \
    on plan owned --verify-passwords --detailed-exitcode
  check "--prune leaves all of the directory" finds "! --prune skips users " \
    on plan owned --prune --max-delete 1000 --detailed-exitcode
  check "and takes nothing of it" says_nothing_of "  - user" \
    on plan owned --prune --max-delete 1000
  sed -e 's/^      user07: .*/      user07: {}\n      newcomer: {}/' \
    -e 's/^      interns: {}/      interns: {}\n      newcomers: {}/' \
    -e '/^    absent/d' "$work/owned.yaml" | seed_of missing
  check "whoever is missing has to be made there" prints \
    "user newcomer is missing, and Keystone cannot make it" on plan missing
  check "and so has a group" prints "group newcomers is missing, and Keystone cannot make it" \
    on plan missing
  check "apply says so of the refusals" refuses "groups that live in LDAP" on apply missing --yes
}

# says_drift COMMAND…: as a command ends that leaves what it cannot change, which is no failure here.
says_drift() {
  local status=0
  "$@" || status=$?
  [[ $status -eq 0 || $status -eq 1 || $status -eq 2 ]]
}

hold_dump() {
  check "dump writes the directory" exits 0 "$seed" dump --output "$work/dump.yaml"
  check "without passwords for its people" says_nothing_of NOVA_PASSWORD cat "$work/dump.yaml"
  check "the dump is valid" exits 0 "$seed" validate "$work/dump.yaml"
  check "its plan is empty" prints "No changes." \
    "$seed" plan --no-verify-passwords --detailed-exitcode "$work/dump.yaml"
}

# One answer of Keystone's has 1000 people at most where it is asked for so many, and the link to the next
# page leads to the same ones.
hold_long_list() {
  limit_directory 5000
  python3 -c 'for n in range(945):
    print("dn: cn=extra%03d,ou=people,%s\nobjectClass: inetOrgPerson\nsn: x\n" % (n, "'"$suffix"'"))' |
    change_directory -a
  # The default domain's users are one page; these are a page, its copy, and all at once.
  check "a list whose pages repeat is read whole" asks_for '^GET /v3/users\?domain_id=' 4 \
    prints "No changes." on plan grants
  python3 -c 'for n in range(945):
    print("dn: cn=extra%03d,ou=people,%s\nchangetype: delete\n" % (n, "'"$suffix"'"))' |
    change_directory
  limit_directory 500
}

# grants_of_nobody COUNT: so many roles are left of people and groups who are gone.
grants_of_nobody() {
  [[ $(python3 script/lib/by_hand_v3.py grants-of-nobody) -eq $1 ]]
}

# Who leaves the directory leaves the roles behind.
hold_the_gone() {
  seed_of gone <<'END'
roles: {reader: , member: , auditor: , admin: }
projects: {web: }
users: {local: {roles: {web: [member]}}}
groups: {own: }
domains: {corp: {projects: {intranet: }}}
END
  local words="1 assignment of a user who is gone, id "
  check "nobody is said to be gone who is there" says_nothing_of "is gone" on plan gone
  change_directory <<END
dn: cn=user07,ou=people,$suffix
changetype: delete

dn: cn=dev\, ops,ou=groups,$suffix
changetype: delete
END
  check "two grants are left behind" grants_of_nobody 2
  check "plan says so, and each is asked for" asks_for '^GET /v3/(users|groups)/[0-9a-f]{64} .* 404 ' 2 \
    prints "$words" on plan gone
  check "of a group as well" prints "1 assignment of a group that is gone, id " on plan gone
  check "a plan that does not prune leaves them" prints "No changes." on plan gone --detailed-exitcode
  sed -i.kept "s/^user_tree_dn = ou=people/user_tree_dn = ou=nowhere/" "$data/domains/keystone.corp.conf"
  script/keystone restart --data "$data/keystone"
  check "where a domain lists nobody, nobody is known to be gone" prints "domain corp lists no user at all" \
    on plan gone --prune --only assignments
  check "and nothing of theirs is pruned" prints "No changes." \
    on plan gone --prune --only assignments --detailed-exitcode
  mv "$data/domains/keystone.corp.conf.kept" "$data/domains/keystone.corp.conf"
  script/keystone restart --data "$data/keystone"
  check "--prune revokes them" prints "Applied: 0 created, 0 updated, 0 replaced, 2 deleted." \
    on apply gone --prune --only assignments --max-delete 2 --yes
  check "none is left" grants_of_nobody 0
  check "the plan is empty then" prints "No changes." on plan gone --prune --only assignments
}

# The directory lists no more than 10, or is not there at all.
hold_failures() {
  sed -i '/user07/d; /dev, ops/d; /^assignments/d' "$work/grants.yaml"
  limit_directory 10
  check "over a size limit, those that a seed names are looked up" prints "No changes." \
    on plan grants --detailed-exitcode
  check "which is said" prints "the users of domain corp are more than their directory lists" \
    on plan grants
  check "dump needs them all, and says why it has not" refuses "exceeded size limit" "$seed" dump
  stop_directory
  check "a directory that is down is an error that names the domain" refuses \
    "the users of domain corp cannot be read" on plan grants --retry-for 5
  sed 's/^projects: .*/projects: {web: , other: }/' "$work/grants.yaml" | seed_of beside
  check "and keeps nothing else from being done" ends 1 "+ project other" \
    on apply beside --retry-for 5
  run_directory
  limit_directory 500
  check "once it is back, nothing is left to do" prints "No changes." \
    on plan beside --detailed-exitcode
}

hold_grants
hold_what_is_only_read
hold_dump
hold_long_list
hold_the_gone
hold_failures
