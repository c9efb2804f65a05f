#!/usr/bin/env bash
# Keystone 22.0.2 (Zed, which Debian 12 has), all that it needs pinned below; SQLite, nothing else
# configured.
#
# A domain is made immutable. Every change of it is refused with the advice to set the option to false
# first, and so is the one request that does just that. A project and a role take it. Where the domain
# is addressed as a project, PATCH /v3/projects/ID, the option is taken away, and the domain changes
# and goes like any other. Keystone 30 takes the option of the domain itself.
#
# Seen:
#   domain, option set to false: 403 Set resource option "immutable" to false first.
#   project, option set to false: 200
#   role, option set to false: 200
#   the domain as a project, option set to false: 200
#   the domain, switched off: 200
#
# Why it surprises: the refusal names a way out that is the very request it refuses.
#
# Who seeds a Keystone: on this release an immutable domain is opened under /v3/projects.
#
# Needs Python 3.11 with venv (PYTHON names another than python3.11). Three minutes at most.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pins=(
  alembic==1.8.1 amqp==5.1.1 aniso8601==9.0.1 attrs==22.1.0 bcrypt==4.0.1 cachetools==5.2.0
  certifi==2026.10.19.post1 cffi==2.1.1 charset-normalizer==2.1.1 click==8.1.3 cryptography==43.0.3
  debtcollector==2.5.0 decorator==5.1.1 defusedxml==0.7.1 dnspython==2.2.1 dogpile.cache==1.1.8
  elementpath==3.0.2 eventlet==0.33.1 fasteners==0.17.3 Flask-RESTful==0.3.9 Flask==2.2.2
  futurist==2.4.1 greenlet==3.5.6 gunicorn==20.1.0 idna==3.3 iso8601==1.0.2 itsdangerous==2.1.2
  Jinja2==3.1.2 jsonschema==4.14.0 keystone==22.0.2 keystoneauth1==5.0.1 keystonemiddleware==10.1.1
  kombu==5.2.4 Mako==1.2.2 MarkupSafe==3.0.4 msgpack==1.2.4 netaddr==1.3.0 oauthlib==3.2.0
  os-service-types==1.7.0 oslo.cache==3.2.0 oslo.concurrency==5.0.1 oslo.config==9.0.0
  oslo.context==5.0.0 oslo.db==12.1.1 oslo.i18n==5.1.0 oslo.log==5.0.0 oslo.messaging==14.0.3
  oslo.metrics==0.5.1 oslo.middleware==5.0.0 oslo.policy==4.0.0 oslo.serialization==5.0.0
  oslo.service==3.0.0 oslo.upgradecheck==2.0.0 oslo.utils==8.2.0 osprofiler==3.4.3 packaging==21.3
  passlib==1.7.4 Paste==3.5.2 PasteDeploy==2.1.1 pbr==6.1.1 prettytable==3.4.1
  prometheus-client==0.14.1 psutil==7.2.2 pycadf==3.1.1 pycparser==2.21 PyJWT==2.4.0 PyMySQL==1.0.2
  pyOpenSSL==24.3.0 pyparsing==3.0.9 pyrsistent==0.20.0 pysaml2==7.2.1 python-dateutil==2.8.2
  python-keystoneclient==5.0.1 pytz==2022.2.1 PyYAML==6.0.4 repoze.lru==0.7 requests==2.28.1
  rfc3986==1.5.0 Routes==2.5.1 six==1.16.0 sqlalchemy-migrate==0.13.0 SQLAlchemy==1.4.54
  sqlparse==0.4.2 statsd==3.3.0 stevedore==4.0.2 Tempita==0.5.2 tzdata==2026.3 urllib3==1.26.12
  vine==5.0.0 wcwidth==0.2.5 WebOb==1.8.7 Werkzeug==2.2.2 wrapt==2.5.2 xmlschema==2.0.3 yappi==1.7.6
)
"${PYTHON:-python3.11}" -m venv "$work/venv"
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
immutable = {"options": {"immutable": True}}
mutable = {"options": {"immutable": False}}
seen = []


def change(what, kind, id, fields):
    answer = call("PATCH", "/%ss/%s" % (kind, id), {kind: fields})
    text = answer.json["error"]["message"].split(". ")[1] if answer.status_code == 403 else ""
    print(("%s: %d %s" % (what, answer.status_code, text)).rstrip())
    seen.append(answer.status_code)


ids = {}
for kind in "domain", "project", "role":
    made = call("POST", "/%ss" % kind, {kind: dict(immutable, name="closed")})
    ids[kind] = made.json[kind]["id"]
    change(kind + ", option set to false", kind, ids[kind], mutable)
change("the domain as a project, option set to false", "project", ids["domain"], mutable)
change("the domain, switched off", "domain", ids["domain"], {"enabled": False})
if seen != [403, 200, 200, 200, 200]:
    sys.exit("The behaviour has changed.")
PYTHON
OS_KEYSTONE_CONFIG_DIR=$work "$work/venv/bin/python" -W ignore "$work/try.py"
