# shellcheck shell=bash
# Sourced by script/real: the tests that need a real Keystone, then the main job on one. Prints a line
# for each check and closes with their count.

source script/lib/checks.sh
source script/lib/three-controllers.sh
script/setup mariadb-server-core mariadb-client-core
swift build --build-tests >&2
if [[ -z $seed ]]; then
  # The program as it is installed: an optimizer's faults are in no other.
  script/release >&2
  seed=dist/keystone-seed
fi

# contract SETTING OPTION…: the contract's cases about a Keystone that is started so.
contract() {
  start_keystone "$1" --workers 1 "${@:2}"
  bootstrap "$1"
  check "the contract of a Keystone set for $1" env KEYSTONE_REAL_SETTING="$1" \
    swift test --skip-build --disable-xctest --no-parallel --filter '^ContractTests\.Real'
  stop_keystone "$1"
}

# bootstrap NAME: makes the administrator as whom the contract's v3 half logs in to a Pike.
bootstrap() {
  script/keystone manage --data "$work/$1" bootstrap --bootstrap-password secret >&2
  export KEYSTONE_REAL_PASSWORD=secret
}

# Logging in is a POST and writes nothing that a seed declares.
written() {
  grep -E '^(POST|PUT|PATCH|DELETE) ' "$work/seeding/access.log" |
    grep -vE '^POST /(v2.0|v3/auth)/tokens[ ?]' || true
}

writes() {
  written | wc -l
}

# await_writes COUNT: waits until the log has so many of them, or for 5 s: Keystone logs a request once its
# answer has been sent.
await_writes() {
  local tries=50
  until [[ $(writes) -ge $1 ]] || ((--tries == 0)); do sleep 0.1; done
}

writes_nothing() {
  local before
  before=$(writes)
  "$@" || return
  echo "$(($(writes) - before)) requests wrote"
  [[ $(writes) -eq $before ]]
}

# What somebody does by hand, whom nobody asked.
by_hand() {
  python3 script/lib/by_hand.py "$OS_SERVICE_ENDPOINT" "$OS_SERVICE_TOKEN" "$@"
}

# One test at a time: Pike on SQLite answers 500 to two that write at once.
start_keystone testing
bootstrap testing
if swift test --skip-build --disable-xctest --no-parallel --filter '^(ContractTests|IntegrationTests)\.' "$@"; then
  check "the tests that need a real Keystone" true
else
  check "the tests that need a real Keystone" false
fi
stop_keystone testing

security=security_compliance
contract lockout --set $security.lockout_failure_attempts=2
contract lockout-that-ends --set $security.lockout_failure_attempts=2 \
  --set $security.lockout_duration=2
contract first-use --set $security.change_password_upon_first_use=true
contract list-limit --set default.list_limit=2
contract mariadb --database mariadb

start_keystone seeding
export OS_SERVICE_TOKEN=$KEYSTONE_REAL_TOKEN OS_SERVICE_ENDPOINT=$KEYSTONE_REAL_ADMIN_URL

check "plan on an empty Keystone has changes" exits 2 "$seed" plan --detailed-exitcode
check "plan writes nothing" writes_nothing "$seed" plan
check "apply on an empty Keystone" exits 0 "$seed" apply
check "a second apply has no changes" prints "No changes" "$seed" apply
check "a third apply writes nothing" writes_nothing "$seed" apply
check "plan has no changes left" exits 0 "$seed" plan --detailed-exitcode
check "a URL is changed by hand" by_hand change-url glance
check "plan sees it" exits 2 "$seed" plan --detailed-exitcode
check "apply replaces nothing without a yes" exits 1 "$seed" apply
check "apply --yes repairs it" exits 0 "$seed" apply --yes
check "plan has no changes left again" exits 0 "$seed" plan --detailed-exitcode

check "verify finds no drift" prints "No drift" "$seed" verify
check "verify warns of the token ADMIN" prints "the token ADMIN opens the admin API" "$seed" verify
check "verify warns of who has no password in the seed" \
  prints "the seed has no password: test" "$seed" verify

# spoiled WHAT TEXT REPAIR -- BY-HAND…: verify finds it, and no longer once it was repaired.
spoiled() {
  local what=$1 text=$2 repair=$3
  shift 4
  check "by hand: $what" by_hand "$@"
  check "verify finds it" finds "$text" "$seed" verify
  check "verify --output json says so too" finds '"drift" : true' "$seed" verify --output json
  # shellcheck disable=SC2086 # The words are its arguments.
  check "it is repaired" $repair
  check "verify finds no drift again" prints "No drift" "$seed" verify
}
apply="$seed apply --yes"
spoiled "a changed URL" "+/- endpoint image/glance in regionOne" "$apply" -- change-url glance
spoiled "a missing grant" "nova in service    the user has no role in this tenant" "$apply" -- \
  revoke nova service admin
spoiled "a wrong password" "the seed's password is wrong" "$apply" -- set-password nova other
spoiled "a disabled user" "the user is disabled" "by_hand enable nova" -- disable nova
spoiled "a duplicate endpoint" "2 endpoints in one entry" "$apply" -- duplicate-endpoint glance

stop_keystone seeding

# shellcheck source=SCRIPTDIR/integration-v3.sh
source script/lib/integration-v3.sh
# shellcheck source=SCRIPTDIR/integration-teams.sh
source script/lib/integration-teams.sh

echo "$passed passed, $failed failed"
[[ $failed -eq 0 ]]
