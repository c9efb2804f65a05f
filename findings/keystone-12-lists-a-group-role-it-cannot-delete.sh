#!/usr/bin/env bash
# Keystone 12.0.3 (Pike, 2017, the last release with the v2.0 admin API), all that it needs pinned
# below; SQLite, default policy.
#
# A role that a user has in a tenant through a group (groups are v3's) is in v2.0's list of the
# user's roles there like any other, and DELETE of it is 404 "has not been granted". Nor is it a
# bar to granting it: the PUT is 200, as for a new one, a DELETE is then 204, and the list is the same
# after each of the three.
#
# Seen:
#   roles by v2.0: ops
#   DELETE: 404 Cannot remove role that has not been granted, ROLE
#   PUT: 200, roles by v2.0: ops
#   DELETE: 204, roles by v2.0: ops
#   rows by v3: 1, of the group
#
# Why it surprises: the same API, on the same path, lists a role and says that it has not been
# granted; and a DELETE that succeeds leaves the list as it was. Nothing that v2.0 has says why.
#
# Who seeds a Keystone: taking away what v2.0 lists, until the list is right, never comes to an end;
# what a group brings is seen only in v3's role_assignments, without "effective".
#
# Needs Python 3.11 with venv (PYTHON names another than python3.11). Three minutes at most.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pins=(
  alembic==1.7.7 amqp==5.3.1 bcrypt==4.0.1 cachetools==4.2.4 certifi==2025.4.26 cffi==1.15.1
  charset-normalizer==2.0.12 cryptography==40.0.2 debtcollector==2.5.0 decorator==5.1.1
  dnspython==2.2.1 dogpile.cache==1.2.2 eventlet==0.33.3 fasteners==0.20 greenlet==2.0.2
  idna==3.10 iso8601==1.1.0 Jinja2==3.0.3 jsonschema==2.6.0 keystone==12.0.3 keystoneauth1==5.1.3
  keystonemiddleware==9.5.0 kombu==5.1.0 Mako==1.1.6 MarkupSafe==2.1.5 msgpack==1.0.5
  netaddr==0.10.1 oauthlib==3.2.2 os-service-types==1.7.0 oslo.cache==2.11.0
  oslo.concurrency==4.5.1 oslo.config==8.8.1 oslo.context==4.1.0 oslo.db==8.4.1 oslo.i18n==5.1.0
  oslo.log==4.8.0 oslo.messaging==12.14.0 oslo.metrics==0.4.0 oslo.middleware==4.5.1
  oslo.policy==3.12.1 oslo.serialization==4.3.0 oslo.service==2.8.0 oslo.utils==4.13.0
  osprofiler==3.4.3 packaging==21.3 passlib==1.7.4 Paste==3.10.1 PasteDeploy==2.1.1 pbr==7.1.3
  pycadf==3.1.1 pycparser==2.21 pycryptodome==3.21.0 PyMySQL==1.0.2 pyOpenSSL==23.2.0
  pyparsing==3.1.4 pysaml2==4.0.2 python-dateutil==2.9.0.post0 python-keystoneclient==4.5.0
  pytz==2024.1 PyYAML==6.0.1 repoze.lru==0.7 requests==2.27.1 rfc3986==1.5.0 Routes==2.5.1
  six==1.17.0 sqlalchemy-migrate==0.13.0 SQLAlchemy==1.3.24 sqlparse==0.4.4 stevedore==3.5.2
  Tempita==0.6.0 urllib3==1.26.20 vine==5.1.0 WebOb==1.8.11 wrapt==1.16.0 yappi==1.6.10
)
"${PYTHON:-python3.11}" -m venv "$work/venv"
pip=("$work/venv/bin/pip" install --quiet --disable-pip-version-check)
"${pip[@]}" setuptools==65.7.0 wheel==0.42.0
"${pip[@]}" --no-deps --no-build-isolation "${pins[@]}"

cat >"$work/keystone.conf" <<CONF
[DEFAULT]
admin_token = ADMIN
log_file = $work/keystone.log
default_log_levels = keystone=CRITICAL,migrate=ERROR,py.warnings=CRITICAL,oslo_log=CRITICAL
[paste_deploy]
config_file = $work/paste.ini
[database]
connection = sqlite:///$work/keystone.sqlite
[identity]
password_hash_rounds = 4
[token]
provider = uuid
[cache]
enabled = false
CONF
cat >"$work/paste.ini" <<'PASTE'
[composite:main]
paste.composite_factory = paste.urlmap:urlmap_factory
/v2.0 = two
/v3 = three
[pipeline:two]
pipeline = context token json two-app
[pipeline:three]
pipeline = context token json three-app
[app:two-app]
paste.app_factory = keystone.version.service:admin_app_factory
[app:three-app]
paste.app_factory = keystone.version.service:v3_app_factory
[filter:context]
paste.filter_factory = keystone.middleware:AuthContextMiddleware.factory
[filter:token]
paste.filter_factory = keystone.middleware:TokenAuthMiddleware.factory
[filter:json]
paste.filter_factory = keystone.middleware:JsonBodyMiddleware.factory
PASTE

# Requests are made in the same process: nothing listens.
cat >"$work/try.py" <<'PYTHON'
import collections
import collections.abc
import inspect
import os
import sys
import warnings

# Names that a program of 2017 expects of Python, and 3.11 has elsewhere.
for name in collections.abc.__all__:
    setattr(collections, name, getattr(collections.abc, name))
inspect.getargspec = inspect.getfullargspec
work, sys.argv = sys.argv[1], ["keystone"]
warnings.simplefilter("ignore")

from keystone.common.sql import upgrades  # noqa: E402
from keystone.server import common  # noqa: E402
from keystone.version import service  # noqa: E402
from webob import Request  # noqa: E402

common.configure(config_files=[os.path.join(work, "keystone.conf")])
upgrades.offline_sync_database_to_version()
drivers, _ = common.setup_backends()
drivers["resource_api"].ensure_default_domain_exists()
keystone = service.loadapp("config:" + os.path.join(work, "paste.ini"), "main")


def call(method, path, body=None):
    request = Request.blank(path, method=method, headers={"X-Auth-Token": "ADMIN"})
    if body is not None:
        request.json_body = body
    return request.get_response(keystone)


def make(path, kind, **fields):
    answer = call("POST", path, {kind: fields})
    assert answer.status_code in (200, 201), answer.text
    return answer.json[kind]["id"]


tenant = make("/v2.0/tenants", "tenant", name="demo")
user = make("/v2.0/users", "user", name="nova", password="pw")
role = make("/v2.0/OS-KSADM/roles", "role", name="ops")
group = make("/v3/groups", "group", name="operators", domain_id="default")
for path in ("/groups/%s/users/%s" % (group, user),
             "/projects/%s/groups/%s/roles/%s" % (tenant, group, role)):
    assert call("PUT", "/v3" + path).status_code == 204

roles = "/v2.0/tenants/%s/users/%s/roles" % (tenant, user)
grant = roles + "/OS-KSADM/" + role


def listed():
    return ", ".join(row["name"] for row in call("GET", roles).json["roles"]) or "none"


seen = [listed()]
print("roles by v2.0: %s" % seen[-1])
refused = call("DELETE", grant)
text = refused.json["error"]["message"].replace(role, "ROLE") if refused.body else ""
print("DELETE: %d %s" % (refused.status_code, text))
same = refused.status_code == 404 and "has not been granted" in text
for method, expected in (("PUT", 200), ("DELETE", 204)):
    answer = call(method, grant)
    seen.append(listed())
    print("%s: %d, roles by v2.0: %s" % (method, answer.status_code, seen[-1]))
    same = same and answer.status_code == expected
rows = call("GET", "/v3/role_assignments").json["role_assignments"]
owners = ["the group" if row.get("group", {}).get("id") == group else "another" for row in rows]
print("rows by v3: %d, of %s" % (len(rows), ", ".join(owners)))
same = same and seen == ["ops"] * 3 and owners == ["the group"]
if not same:
    sys.exit("The behaviour has changed.")
PYTHON
"$work/venv/bin/python" -W ignore "$work/try.py" "$work"
