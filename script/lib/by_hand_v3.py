#!/usr/bin/env python3
"""What people do to a cloud by hand over Identity v3, logged in as the environment (OS_*) says.

  by_hand_v3.py rows SERVICE REGION       the rows of its endpoint there: id, interface, URL
  by_hand_v3.py change-url SERVICE REGION     its public URL there becomes another
  by_hand_v3.py duplicate SERVICE REGION      makes its public row there a second time; prints the id
  by_hand_v3.py split SERVICE REGION          makes the service a second time, and its rows there that one's
  by_hand_v3.py make-domain DOMAIN            makes one, of no description
  by_hand_v3.py grants-of-nobody              how many grants there are whose user or group is gone
  by_hand_v3.py effective                 who has which roles in effect, but on the system: sorted
  by_hand_v3.py told PLAN                 the same of what a plan as JSON says is gained (+) and lost (-)
"""
import json
import os
import sys
import urllib.error
import urllib.request


class Keystone:
    """The API, with a token for a project of the default domain."""

    def __init__(self):
        self.base, self.token = os.environ["OS_AUTH_URL"], None
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        domain = {"id": "default"}
        user = {"name": os.environ["OS_USERNAME"], "domain": domain,
                "password": os.environ["OS_PASSWORD"]}
        scope = {"project": {"name": os.environ["OS_PROJECT_NAME"], "domain": domain}}
        identity = {"methods": ["password"], "password": {"user": user}}
        answer = self.answer("POST", "/auth/tokens", {"auth": {"identity": identity, "scope": scope}})
        self.token = answer.headers["X-Subject-Token"]

    def answer(self, method, path, body=None):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["X-Auth-Token"] = self.token
        return self.opener.open(urllib.request.Request(
            self.base + path, method=method, data=json.dumps(body).encode() if body else None,
            headers=headers))

    def call(self, method, path, body=None):
        return json.load(self.answer(method, path, body))

    def endpoints(self, service, region):
        services = self.call("GET", "/services?name=" + service)["services"]
        rows = self.call("GET", "/endpoints?service_id=" + services[0]["id"])["endpoints"]
        return [row for row in rows if row["region_id"] == region]

    def public(self, service, region):
        return next(row for row in self.endpoints(service, region)
                    if row["interface"] == "public")

    # What is done, by the words of the command line.

    def rows(self, service, region):
        for row in sorted(self.endpoints(service, region), key=lambda row: row["interface"]):
            print(row["id"], row["interface"], row["url"])

    def change_url(self, service, region):
        self.call("PATCH", "/endpoints/" + self.public(service, region)["id"],
                  {"endpoint": {"url": "http://changed.example.com:1"}})

    def duplicate(self, service, region):
        row = self.public(service, region)
        twin = {key: row[key] for key in ("service_id", "region_id", "interface")}
        made = self.call("POST", "/endpoints",
                         {"endpoint": dict(twin, url="http://second.example.com:1")})
        print(made["endpoint"]["id"])

    def split(self, service, region):
        rows = self.endpoints(service, region)
        whole = self.call("GET", "/services/" + rows[0]["service_id"])["service"]
        twin = {key: whole[key] for key in ("name", "type")}
        made = self.call("POST", "/services", {"service": twin})
        for row in rows:
            self.call("PATCH", "/endpoints/" + row["id"],
                      {"endpoint": {"service_id": made["service"]["id"]}})

    def make_domain(self, name):
        self.call("POST", "/domains", {"domain": {"name": name}})

    def grants_of_nobody(self):
        rows = self.call("GET", "/role_assignments")["role_assignments"]
        holders = {(kind, row[kind]["id"]) for row in rows for kind in ("user", "group") if kind in row}
        gone = {holder for holder in holders if not self.is_there(*holder)}
        print(sum((kind, row[kind]["id"]) in gone for row in rows for kind in ("user", "group")
                  if kind in row))

    def is_there(self, kind, id):
        try:
            self.answer("GET", "/%ss/%s" % (kind, id))
            return True
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            return False

    def effective(self):
        """Keystone leaves the system out of this list (keystone.assignment.core)."""
        rows = self.call("GET", "/role_assignments?effective&include_names")["role_assignments"]
        lines = set()
        for row in rows:
            user, role, scope = row["user"], row["role"]["name"], row["scope"]
            if "project" in scope:
                project = scope["project"]
                place = f"{project['name']} of {project['domain']['name']}"
            else:
                place = f"domain {scope['domain']['name']}"
            lines.add(f"{user['name']} of {user['domain']['name']}: {role} in {place}")
        print("\n".join(sorted(lines)))

    def told(self, plan):
        with open(plan, encoding="utf-8") as file:
            changes = json.load(file)["changes"]
        lines = []
        for row in (row for change in changes for row in change.get("consequences", [])):
            if row.get("system"):
                continue
            place = (f"{row['tenant']} of {row.get('tenantDomain', 'Default')}" if "tenant" in row
                     else f"domain {row['domain']}")
            sign = "+" if row["effect"] == "gains" else "-"
            user = f"{row['user']} of {row.get('userDomain', 'Default')}"
            lines.append(f"{sign} {user}: {row['role']} in {place}")
        print("\n".join(sorted(lines)))


def main():
    what, *arguments = sys.argv[1:]
    getattr(Keystone(), what.replace("-", "_"))(*arguments)


main()
