#!/usr/bin/env bash
# Keystone 30.0.0 (2026.2), all that it needs pinned below; SQLite, nothing else configured.
#
# The members of a group that are asked for with a limit never end: GET /v3/groups/G/users?limit=4 gives
# four of nine, "truncated" and a next link, and that link, with its marker, gives the same four and
# the same link again. The list of all users goes on where it stopped, as do groups and projects; users live in
# SQL here, as the members do.
#
# Seen:
#   without a limit: 9 rows, truncated: absent, next: null
#   with ?limit=4: 4 rows, truncated: True, next: a link
#     its next page: 4 rows, 4 of them seen before, next: the same link
#   GET /users?limit=4: 4 rows, truncated: True, next: a link
#     its next page: 4 rows, 0 of them seen before, next: a link
#
# Why it surprises: one server, one kind of row and the same keys in the answer; whoever follows links until
# there is none goes round for ever, and whoever stops at a short page never sees the others.
#
# Who seeds a Keystone: ask for the members of a group, and for the groups of a user, without a limit, where
# they come whole; and never trust a next page before it shows something new.
#
# Needs Python 3.11 or 3.12 with venv (PYTHON names another than python3). Three minutes at most.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pins=(
  alembic==1.19.1 amqp==5.3.1 aniso8601==10.0.1 attrs==26.1.0 bcrypt==5.0.0 blinker==1.9.0
  cachetools==7.1.7 certifi==2026.10.19.post1 cffi==2.1.1 charset-normalizer==3.5.0 click==8.4.2
  cryptography==43.0.3 debtcollector==3.1.0 decorator==5.3.1 defusedxml==0.7.1 dnspython==2.8.0
  dogpile.cache==1.5.0 elementpath==4.8.0 eventlet==0.41.2 fasteners==0.20 Flask-RESTful==0.3.10
  Flask==3.1.3 futurist==3.5.0 greenlet==3.5.5 gunicorn==26.0.0 idna==3.18 iso8601==2.1.0
  itsdangerous==2.2.0 Jinja2==3.1.6 jsonschema-specifications==2025.9.1 jsonschema==4.26.0
  keystone==30.0.0 keystoneauth1==5.15.0 keystonemiddleware==13.0.0 kombu==5.6.2 Mako==1.4.1
  MarkupSafe==3.0.3 msgpack==1.2.1 netaddr==1.3.0 oauthlib==3.3.1 os-service-types==1.9.0
  oslo.cache==4.3.0 oslo.concurrency==7.6.1 oslo.config==10.7.0 oslo.context==6.5.0
  oslo.db==18.1.0 oslo.i18n==6.9.0 oslo.log==8.3.0 oslo.messaging==18.2.0 oslo.metrics==0.16.0
  oslo.middleware==8.2.0 oslo.policy==6.0.0 oslo.serialization==5.11.0 oslo.service==4.8.0
  oslo.upgradecheck==2.8.0 oslo.utils==10.1.1 osprofiler==4.4.0 packaging==26.3 Paste==3.10.1
  PasteDeploy==3.1.0 pbr==7.0.3 prettytable==3.18.0 prometheus_client==0.26.0 psutil==7.2.2
  pycadf==4.1.0 pycparser==3.0 PyJWT==2.13.0 PyMySQL==1.2.0 pyOpenSSL==24.2.1 pyparsing==3.3.2
  pysaml2==7.5.4 python-dateutil==2.9.0.post0 python-keystoneclient==5.8.0 pytz==2026.3.post1
  PyYAML==6.0.3 referencing==0.37.0 repoze-lru==0.8 requests==2.34.2 rfc3986==2.0.0 Routes==2.5.1
  rpds-py==2026.6.3 six==1.17.0 SQLAlchemy==2.0.52 statsd==4.0.1 stevedore==5.9.1
  testresources==2.1.2 testscenarios==0.6.2 typing_extensions==4.16.0 tzdata==2026.3
  urllib3==2.7.0 vine==5.1.0 wcwidth==0.8.2 WebOb==1.8.11 Werkzeug==3.1.8 wrapt==2.3.0
  xmlschema==2.5.1 yappi==1.7.6
)
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "${pins[@]}"

# A new Keystone on SQLite, as "keystone-manage bootstrap" leaves it.
mkdir -m 700 "$work/keys"
for number in 0 1; do
  head -c 32 /dev/urandom | base64 | tr '+/' '-_' >"$work/keys/$number"
done
cat >"$work/keystone.conf" <<CONF
[DEFAULT]
log_file = $work/keystone.log
default_log_levels = keystone=CRITICAL,alembic=ERROR,py.warnings=CRITICAL
[database]
connection = sqlite:///$work/keystone.sqlite
[identity]
password_hash_rounds = 4
[fernet_tokens]
key_repository = $work/keys
[fernet_receipts]
key_repository = $work/keys
CONF
manage() {
  "$work/venv/bin/keystone-manage" --config-file "$work/keystone.conf" "$@" 2>>"$work/manage.log" ||
    { tail -n 5 "$work/manage.log" >&2 && return 1; }
}
manage db_sync
manage bootstrap --bootstrap-password boot --bootstrap-region-id one \
  --bootstrap-public-url http://keystone.example/v3

# Requests are made in the same process: nothing listens.
cat >"$work/try.py" <<'PYTHON'
import sys
import warnings

sys.argv = ["keystone"]
warnings.simplefilter("ignore")

from keystone.server import wsgi  # noqa: E402
from werkzeug.test import Client  # noqa: E402

client = Client(wsgi.initialize_public_application())
token = None


def call(method, path, body=None):
    headers = {"X-Auth-Token": token} if token else {}
    return client.open("/v3" + path, method=method, json=body, headers=headers)


def login(name, password, scope="unscoped"):
    user = {"name": name, "domain": {"id": "default"}, "password": password}
    identity = {"methods": ["password"], "password": {"user": user}}
    return call("POST", "/auth/tokens", {"auth": {"identity": identity, "scope": scope}})


def admin_token(password):
    project = {"name": "admin", "domain": {"id": "default"}}
    return login("admin", password, {"project": project}).headers["X-Subject-Token"]


token = admin_token("boot")
group = call("POST", "/groups", {"group": {"name": "g", "domain_id": "default"}}).json["group"]["id"]
for number in range(9):
    user = {"name": "u%d" % number, "domain_id": "default"}
    user = call("POST", "/users", {"user": user}).json["user"]["id"]
    call("PUT", "/groups/%s/users/%s" % (group, user))


def page(path):
    answer = call("GET", path).json
    ids = [row["id"] for row in answer["users"]]
    return ids, answer.get("truncated", "absent"), answer["links"]["next"]


def pages(words, path):
    ids, truncated, link = page(path)
    shown = "a link" if link else "null"
    print("%s: %d rows, truncated: %s, next: %s" % (words, len(ids), truncated, shown))
    if not link:
        return len(ids), truncated
    more, _, onward = page(link.split("/v3", 1)[1])
    seen = len(set(more) & set(ids))
    shown = "the same link" if onward == link else "a link"
    print("  its next page: %d rows, %d of them seen before, next: %s" % (len(more), seen, shown))
    return len(ids), truncated, len(more), seen, onward == link


members = "/groups/%s/users" % group
found = [
    pages("without a limit", members),
    pages("with ?limit=4", members + "?limit=4"),
    pages("GET /users?limit=4", "/users?limit=4"),
]
if found != [(9, "absent"), (4, True, 4, 4, True), (4, True, 4, 0, False)]:
    sys.exit("The behaviour has changed.")
PYTHON
OS_KEYSTONE_CONFIG_DIR=$work "$work/venv/bin/python" -W ignore "$work/try.py"
