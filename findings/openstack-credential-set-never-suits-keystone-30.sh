#!/usr/bin/env bash
# python-openstackclient 10.5.0 and Keystone 30.0.0 (2026.2), all that they need pinned below; SQLite,
# nothing else configured.
#
# `openstack credential set` wants --user, --type and --data, and sends the type with each change.
# Keystone 30 takes the text (blob) of a credential and nothing beside it, not even the type that it
# has. So the command never succeeds there, and by its help there is no other way to call it.
#
# Seen:
#   credential create: exit 0
#   credential set, as its help has it: exit 1, Additional properties are not allowed ('type' was unexpected)
#   the same change with the text alone, by hand: 200
#
# Why it surprises: both are of this year, and the command is documented for this very API.
#
# Who seeds a Keystone: change a credential by the API itself, or delete it and make it anew.
#
# Needs Python 3.11 or 3.12 with venv (PYTHON names another than python3). Four minutes at most.
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

client_pins=(
  autopage==0.6.0 certifi==2026.10.19.post1 cffi==2.1.1 charset-normalizer==3.5.3 cliff==4.17.0
  cmd2==4.3.1 cryptography==50.0.2 debtcollector==3.1.0 decorator==5.3.1 dogpile.cache==1.5.0
  idna==3.20 iso8601==2.1.0 jmespath==1.1.0 jsonpatch==1.48 jsonpointer==3.12 keystoneauth1==5.18.1
  markdown-it-py==4.3.0 mdurl==0.1.2 msgpack==1.2.4 netaddr==1.3.0 openstacksdk==4.22.0
  os-service-types==1.9.0 osc-lib==4.7.0 oslo.config==10.7.0 oslo.context==6.5.0 oslo.i18n==6.9.0
  oslo.log==8.3.2 oslo.serialization==5.11.0 oslo.utils==10.2.0 packaging==26.4 pbr==7.1.3
  platformdirs==4.14.8 prettytable==3.18.0 prompt_toolkit==3.0.53 psutil==7.2.2 pycparser==3.12
  Pygments==2.21.0 pyparsing==3.3.3 pyperclip==1.11.0 python-dateutil==4.0.0
  python-keystoneclient==6.0.0 python-manilaclient==6.3.0 python-openstackclient==10.5.0
  PyYAML==6.0.4 requests==2.34.2 rfc3986==2.0.0 rich==15.0.0 rich-argparse==1.8.0 stevedore==5.10.0
  typing_extensions==4.16.0 tzdata==2026.6 urllib3==2.8.0 wcwidth==0.9.4 wrapt==2.5.2
)
"${PYTHON:-python3}" -m venv "$work/client"
"$work/client/bin/pip" install --quiet --disable-pip-version-check --no-deps "${client_pins[@]}"

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
port=$("$work/venv/bin/python" -c 'import socket
free = socket.socket()
free.bind(("127.0.0.1", 0))
print(free.getsockname()[1])')
manage db_sync
manage bootstrap --bootstrap-password boot --bootstrap-region-id one \
  --bootstrap-public-url "http://127.0.0.1:$port/v3"

# The server runs in the same process as what asks it, on loopback.
cat >"$work/try.py" <<'PYTHON'
import json
import os
import subprocess
import sys
import threading
import urllib.request
import warnings

work, port, sys.argv = sys.argv[1], int(sys.argv[2]), ["keystone"]
warnings.simplefilter("ignore")

from keystone.server import wsgi  # noqa: E402
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        pass


server = make_server(
    "127.0.0.1", port, wsgi.initialize_public_application(), request_handler=Quiet
)
threading.Thread(target=server.serve_forever, daemon=True).start()
url = "http://127.0.0.1:%d/v3" % port
login = {
    "OS_AUTH_URL": url, "OS_USERNAME": "admin", "OS_PASSWORD": "boot", "OS_PROJECT_NAME": "admin",
    "OS_USER_DOMAIN_ID": "default", "OS_PROJECT_DOMAIN_ID": "default",
    "OS_IDENTITY_API_VERSION": "3", "PATH": os.environ["PATH"], "HOME": work, "LC_ALL": "C.UTF-8",
}


def openstack(*arguments):
    return subprocess.run(
        [work + "/client/bin/openstack", *arguments], env=login, capture_output=True, text=True
    )


with open(work + "/text", "w") as file:
    file.write("first")
made = openstack("credential", "create", "admin", work + "/text", "--type", "cert", "-f", "json")
print("credential create: exit %d" % made.returncode, made.stderr.strip())
id = json.loads(made.stdout)["id"]
changed = openstack("credential", "set", "--user", "admin", "--type", "cert", "--data", "second", id)
why = changed.stderr.strip().split(". ")[-1]
print("credential set, as its help has it: exit %d, %s" % (changed.returncode, why))
token = openstack("token", "issue", "-f", "value", "-c", "id").stdout.strip()
request = urllib.request.Request(
    url + "/credentials/" + id,
    json.dumps({"credential": {"blob": "second"}}).encode(),
    {"X-Auth-Token": token, "Content-Type": "application/json"},
    method="PATCH",
)
with urllib.request.urlopen(request) as answer:
    print("the same change with the text alone, by hand: %d" % answer.status)
    by_hand = answer.status
if (made.returncode, changed.returncode, by_hand) != (0, 1, 200) or "'type'" not in why:
    sys.exit("The behaviour has changed.")
PYTHON
OS_KEYSTONE_CONFIG_DIR=$work "$work/venv/bin/python" -W ignore "$work/try.py" "$work" "$port"
