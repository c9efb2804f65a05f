"""Makes the clouds of three deployers with what these deployers call, and has each adopted and made anew.

Kolla asks Ansible's openstack.cloud, OpenStack-Helm runs the `openstack` command in shell scripts, the Juju
charm calls python-keystoneclient: each in a process of its own here, with the rows that it makes of its core
services. Where one checks what is there first, it does so here as well.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

from clouds.adopt_v3 import AdministratingAdopter, Failure, adopt, keystone_of_today

REGION = "RegionOne"


class Tools:
    """Where the deployers' tools are, and the login that they get."""

    def __init__(self, openstack, ansible):
        self.openstack, self.ansible = openstack, ansible
        self.python = os.path.join(os.path.dirname(openstack), "python3")
        self.environment = {
            "PATH": os.path.dirname(openstack) + ":" + os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"), "no_proxy": "127.0.0.1",
            **{name: value for name, value in os.environ.items() if name.startswith("OS_")},
        }

    def run(self, *command):
        done = subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode:
            raise Failure("%s: exit status %d\n%s" % (command[0], done.returncode, done.stdout[-3000:]))


# Kolla: a project and users of the default domain, no admin rows, and the domain of heat.

KOLLA = [
    # name, type, description, what each interface's URL ends in, user, roles
    ("placement", "placement", "Placement Service", ":8780", "placement", ["admin"]),
    ("glance", "image", "Openstack Image", ":9292", "glance", ["admin"]),
    ("nova", "compute", "OpenStack Compute Service", ":8774/v2.1", "nova", ["admin", "service"]),
    ("neutron", "network", "Openstack Networking", ":9696", "neutron", ["admin", "service"]),
    ("cinder", "block-storage", "Openstack Block Storage", ":8776/v3", "cinder", ["admin", "service"]),
    ("cinderv3", "volumev3", "Openstack Block Storage", ":8776/v3/%(tenant_id)s", None, []),
    ("heat", "orchestration", "Orchestration", ":8004/v1/%(tenant_id)s", "heat", ["admin"]),
    ("heat-cfn", "cloudformation", "Orchestration", ":8000/v1", None, []),
]


def kolla(tools, folder):
    tasks = []

    def ask(module, **arguments):
        tasks.append({"openstack.cloud." + module: arguments})

    for name, kind, description, path, user, roles in KOLLA:
        ask("catalog_service", name=name, type=kind, description=description)
        for interface, host in (("internal", "http://10.0.0.254"), ("public", "https://cloud.example.com")):
            ask("endpoint", service=name, endpoint_interface=interface, region=REGION, url=host + path)
        ask("project", name="service", domain="default")
        if user:
            ask("identity_user", name=user, password=user + "-secret", domain="default",
                default_project="service", update_password="always")
        for role in roles:
            ask("identity_role", name=role)
            ask("role_assignment", user=user, role=role, project="service")
    for role in ("heat_stack_owner", "heat_stack_user"):
        ask("identity_role", name=role)
    ask("role_assignment", user="admin", role="heat_stack_owner", project="admin")
    ask("identity_domain", name="heat_user_domain", description="")
    ask("identity_user", name="heat_domain_admin", password="heat-secret", domain="heat_user_domain")
    ask("role_assignment", user="heat_domain_admin", role="admin", domain="heat_user_domain",
        user_domain="heat_user_domain")
    path = os.path.join(folder, "kolla.yaml")
    with open(path, "w") as file:
        json.dump([{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": tasks,
                    "vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}"}}], file)
    tools.run(tools.ansible, "--inventory", "localhost,", path)


# OpenStack-Helm: its own domain `service`, three rows an endpoint, each user also a member.

HELM = [
    ("glance", "image", "/", ["admin"]), ("placement", "placement", "/", ["admin"]),
    ("nova", "compute", "/v2.1/", ["admin", "service"]),
    ("neutron", "network", "", ["admin", "service"]),
    ("cinder", "block-storage", "/v3", ["admin", "service"]),
    ("heat", "orchestration", "/v1/%(project_id)s", ["admin"]),
]

HELM_SCRIPT = r"""
set -euo pipefail
service() {
  local id
  id=$(openstack service list -f csv --quote none | grep ",$1,$2\$" | cut -d, -f1 || true)
  [ -n "$id" ] || openstack service create --name "$1" --description "RegionOne: $1 ($2) service" --enable "$2"
}
endpoint() {
  local id
  id=$(openstack service list -f csv --quote none | grep ",$1,$2\$" | cut -d, -f1)
  openstack endpoint create --region RegionOne "$id" "$3" "$4"
}
user() {
  local domain project user
  domain=$(openstack domain create --or-show --enable -f value -c id \
    --description "Domain for RegionOne/service" service)
  project=$(openstack project create --or-show --enable -f value -c id --domain "$domain" \
    --description "Service project for RegionOne/service" service)
  user=$(openstack user create --or-show --enable -f value -c id --domain "$domain" \
    --project-domain "$domain" --project "$project" \
    --description "Service user for RegionOne/service/$1" --password "$1-secret" "$1")
  openstack user set --password "$1-secret" "$user"
  shift
  for role in "$@" member; do
    openstack role create --or-show "$role"
    openstack role add --user "$user" --project "$project" "$role"
  done
}
"""


def helm(tools, folder):
    lines = [HELM_SCRIPT]
    for name, kind, path, roles in HELM:
        lines.append("service %s %s" % (name, kind))
        for interface, host in (("admin", "http://%s-api.openstack.svc.cluster.local:80"),
                                ("internal", "http://%s-api.openstack.svc.cluster.local:80"),
                                ("public", "http://%s.openstack.svc.cluster.local")):
            lines.append("endpoint %s %s %s '%s'" % (name, kind, interface, host % name + path))
        lines.append("user %s %s" % (name, " ".join(roles)))
    # Heat's trustees are in a domain of theirs, and its script lets the administrator into the default one.
    lines.append("""
openstack domain create --or-show --enable --description 'Heat stacks' heat
openstack user create --or-show --domain heat --password heat-secret heat-domain
openstack role add --domain heat --user-domain heat --user heat-domain admin
openstack role add --user admin --domain default admin
""")
    path = os.path.join(folder, "helm.sh")
    with open(path, "w") as file:
        file.write("\n".join(lines))
    tools.run("bash", path)


# Juju: the same users in two domains, the administrator's role is called Admin.

JUJU_PROGRAM = r"""
import os
from keystoneauth1 import session
from keystoneauth1.identity import v3
from keystoneclient.v3 import client

auth = v3.Password(
    auth_url=os.environ["OS_AUTH_URL"], username=os.environ["OS_USERNAME"],
    password=os.environ["OS_PASSWORD"], project_name=os.environ["OS_PROJECT_NAME"],
    user_domain_id="default", project_domain_id="default")
api = client.Client(session=session.Session(auth=auth), endpoint_override=os.environ["OS_AUTH_URL"])


def found(rows, **wanted):
    return next((row for row in rows if all(getattr(row, key, None) == value
                                            for key, value in wanted.items())), None)


def role(name):
    return found(api.roles.list(), name=name) or api.roles.create(name=name)


def domain(name):
    return found(api.domains.list(), name=name) or api.domains.create(name, description="Created by Juju")


def project(name, owner):
    return (found(api.projects.list(domain=owner), name=name)
            or api.projects.create(name, owner, description="Created by Juju", enabled=True))


def user(name, owner, default_project=None):
    return (found(api.users.list(domain=owner), name=name)
            or api.users.create(name, domain=owner, password=name + "-secret",
                                email=name + "@localhost", default_project=default_project,
                                options={"ignore_password_expiry": True,
                                         "ignore_change_password_upon_first_use": True}))


for name in ("Admin", "Member", "service"):
    role(name)
admins, services, default = domain("admin_domain"), domain("service_domain"), api.domains.get("default")
manager = user("manager", admins)
api.roles.grant(role("Admin"), user=manager, domain=admins)
api.roles.grant(role("Admin"), user=manager, project=project("admin", admins))
api.roles.grant(role("Admin"), user=manager, domain=default)
for owner in (default, services):
    project("services", owner)
    for name in ("cinderv3", "glance", "neutron", "nova_placement"):
        created = user(name, owner)
        for given in ("Admin", "service"):
            api.roles.grant(role(given), user=created, project=project("services", owner))
        api.roles.grant(role("Admin"), user=created, domain=owner)
for name, kind, port, path in (
        ("cinderv3", "volumev3", 8776, "/v3/$(tenant_id)s"), ("glance", "image", 9292, ""),
        ("neutron", "network", 9696, ""), ("nova", "compute", 8774, "/v2.1"),
        ("placement", "placement", 8778, "")):
    service = (found(api.services.list(), name=name, type=kind)
               or api.services.create(name, type=kind, description=name.title() + " Service"))
    for interface in ("public", "internal", "admin"):
        if not api.endpoints.list(service=service, interface=interface, region="RegionOne"):
            api.endpoints.create(service, "https://%s.juju:%d%s" % (interface, port, path),
                                 interface=interface, region="RegionOne")
"""


def juju(tools, folder):
    path = os.path.join(folder, "juju.py")
    with open(path, "w") as file:
        file.write(JUJU_PROGRAM)
    tools.run(tools.python, path)


def main():
    parser = argparse.ArgumentParser()
    for option in ("--seed-program", "--openstack", "--ansible"):
        parser.add_argument(option, required=True)
    options = parser.parse_args()
    keystone = keystone_of_today()
    tools = Tools(options.openstack, options.ansible)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for deployer in (kolla, helm, juju):
            name = deployer.__name__
            try:
                adopter = AdministratingAdopter(options.seed_program, keystone, folder)
                dump = adopt(lambda keystone: deployer(tools, folder), keystone, adopter)
                print("%s: adopted and made anew from a dump of %d lines" % (name, dump.count("\n")))
            except Failure as failure:
                failed += 1
                print("%s: %s" % (name, failure))
    print("%d failed" % failed)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
