#!/usr/bin/env bash
# python-openstackclient 10.5.0 beside openstacksdk 4.22.0 (keystoneauth1 5.18.1).
#
# With the variables of one cloud exported (OS_AUTH_URL, OS_USERNAME, OS_PASSWORD), the command
# "openstack --os-cloud staging" logs in at the exported cloud, with the exported user. The option on
# the command line loses to the environment, variable by variable: with OS_AUTH_URL alone exported,
# staging's user logs in at the other address. openstacksdk, whose clouds.yaml this is and whose
# loader the command is built on, goes to staging both times.
#
# Seen:
#   sdk,       whole rc exported        staging    stage-admin stage-pw
#   openstack, whole rc exported        production prod-admin prod-pw
#   sdk,       OS_AUTH_URL exported     staging    stage-admin stage-pw
#   openstack, OS_AUTH_URL exported     production stage-admin stage-pw
#   openstack, nothing exported         staging    stage-admin stage-pw
#   openstack configuration show says   auth.auth_url of staging
#
# Why it surprises: nearly every program lets what is typed win over what is exported, no warning is
# given, and "openstack configuration show", the place to look at, names the auth.auth_url of staging
# in the very environment in which the login goes to production.
#
# Who seeds a Keystone: a check of the result by "openstack --os-cloud" can read another cloud than
# the one that a library or a tool built on openstacksdk has just seeded; unset OS_* first.
#
# Needs Python 3.11 or later with venv (PYTHON names another than python3). Two minutes at most.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

pins=(
  autopage==0.6.0 certifi==2026.10.19.post1 cffi==2.1.1 charset-normalizer==3.5.3 cliff==4.17.0
  cmd2==4.3.1 cryptography==50.0.2 debtcollector==3.1.0 decorator==5.3.1 dogpile.cache==1.5.0
  idna==3.20 iso8601==2.1.0 jmespath==1.1.0 jsonpatch==1.48 jsonpointer==3.12
  keystoneauth1==5.18.1 markdown-it-py==4.3.0 mdurl==0.1.2 msgpack==1.2.4 netaddr==1.3.0
  openstacksdk==4.22.0 os-service-types==1.9.0 osc-lib==4.7.0 oslo.config==10.7.0
  oslo.context==6.5.0 oslo.i18n==6.9.0 oslo.log==8.3.2 oslo.serialization==5.11.0
  oslo.utils==10.2.0 packaging==26.4 pbr==7.1.3 platformdirs==4.14.8 prettytable==3.18.0
  prompt_toolkit==3.0.53 psutil==7.2.2 pycparser==3.12 Pygments==2.21.0 pyparsing==3.3.3
  pyperclip==1.11.0 python-dateutil==4.0.0 python-keystoneclient==6.0.0
  python-manilaclient==6.3.0 python-openstackclient==10.5.0 PyYAML==6.0.4 requests==2.34.2
  rfc3986==2.0.0 rich==15.0.0 rich-argparse==1.8.0 stevedore==5.10.0 typing_extensions==4.16.0
  tzdata==2026.6 urllib3==2.8.0 wcwidth==0.9.4 wrapt==2.5.2
)
"${PYTHON:-python3}" -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "${pins[@]}"

cd "$work"
cat >try.py <<'PYTHON'
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

logins = []
programs = os.path.dirname(sys.executable)


def keystone(name):
    """An address that answers discovery as v3 does, notes who wants to log in, and refuses."""

    class Handler(BaseHTTPRequestHandler):
        def answer(self, status, body=b""):
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            links = [{"rel": "self", "href": url}]
            version = {"id": "v3.14", "status": "stable", "links": links}
            self.answer(200, json.dumps({"version": version}).encode())

        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            user = body["auth"]["identity"]["password"]["user"]
            logins.append((name, user["name"], user["password"]))
            self.answer(401)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    url = "http://127.0.0.1:%d/v3" % server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return url


def run(command, exported):
    logins.clear()
    environment = {"HOME": os.getcwd(), "PATH": os.environ["PATH"], **exported}
    return subprocess.run(
        [os.path.join(programs, command[0]), *command[1:]],
        env=environment, capture_output=True, text=True, timeout=120,
    )


domains = {"user_domain_id": "default", "project_domain_id": "default"}
staging = {
    "auth_url": keystone("staging"), "username": "stage-admin", "password": "stage-pw",
    "project_name": "admin", **domains,
}
with open("clouds.yaml", "w") as file:
    json.dump({"clouds": {"staging": {"auth": staging}}}, file)

address = {"OS_AUTH_URL": keystone("production")}
rc = {
    **address, "OS_USERNAME": "prod-admin", "OS_PASSWORD": "prod-pw", "OS_PROJECT_NAME": "admin",
    "OS_USER_DOMAIN_ID": "default", "OS_PROJECT_DOMAIN_ID": "default",
}
command = ["openstack", "--os-cloud", "staging", "token", "issue"]
library = ["python", "-c", "import openstack; openstack.connect(cloud='staging').authorize()"]
own = ("staging", "stage-admin", "stage-pw")
cases = [
    ("sdk,       whole rc exported", library, rc, own),
    ("openstack, whole rc exported", command, rc, ("production", "prod-admin", "prod-pw")),
    ("sdk,       OS_AUTH_URL exported", library, address, own),
    ("openstack, OS_AUTH_URL exported", command, address, ("production", "stage-admin", "stage-pw")),
    ("openstack, nothing exported", command, {}, own),
]
same = True
for label, what, exported, expected in cases:
    ended = run(what, exported)
    seen = logins[0] if logins else ("nowhere", ended.stderr.strip()[-200:], "")
    print("%-35s %-10s %s %s" % (label, *seen))
    same = same and seen == expected

shown = run(["openstack", "--os-cloud", "staging", "configuration", "show", "-f", "json"], rc).stdout
named = json.loads(shown)["auth.auth_url"]
print("openstack configuration show says   auth.auth_url of %s"
      % ("staging" if named == staging["auth_url"] else named))
same = same and named == staging["auth_url"]
if not same:
    sys.exit("The behaviour has changed.")
PYTHON
"$work/venv/bin/python" try.py
