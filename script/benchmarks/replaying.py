"""Turns a plan, or what a run has sent, into requests for floor-benchmark to send again."""

import json

from benchmarks.clouds import password


def of_plan(plan):
    """The writes of a plan, and no others: users first, since their passwords take longest."""
    rows = [Row(change) for change in plan["changes"]]
    order = ("user", "role", "tenant", "service", "endpoint", "assignment")
    rows.sort(key=lambda row: order.index(row.kind))
    # Keystone makes a region with its first endpoint, and cannot make it twice at once.
    first = {}
    for row in rows:
        if row.kind == "endpoint":
            row.needs += [first[row.region]] if row.region in first else []
            first.setdefault(row.region, row.name)
    return "".join(row.line() for row in rows)


class Row:
    """One change of a plan, as one request."""

    def __init__(self, change):
        self.kind = change["kind"]
        self.fields = {field["field"]: field.get("to") for field in change["fields"]}
        self.needs = []
        self.region = change.get("region")
        self.name = "%s/%s" % (self.kind, change.get("name", ""))
        self.method = "POST"
        getattr(self, self.kind)(change)

    def role(self, change):
        self.path, self.body = "/OS-KSADM/roles", {"role": {"name": change["name"]}}

    def tenant(self, change):
        self.path, self.body = "/tenants", {"tenant": {"name": change["name"], **self.fields}}

    def user(self, change):
        if "password" in self.fields:
            self.fields["password"] = password(change["name"])
        self.path, self.body = "/users", {"user": {"name": change["name"], **self.fields}}

    def service(self, change):
        self.name = "service/%s/%s" % (change["type"], change["name"])
        wanted = {"name": change["name"], "type": change["type"], **self.fields}
        self.path, self.body = "/OS-KSADM/services", {"OS-KSADM:service": wanted}

    def endpoint(self, change):
        service = "service/%s/%s" % (change["type"], change["service"])
        self.name = "endpoint/%s/%s" % (service, self.region)
        self.needs = [service]
        urls = {name + "url": url for name, url in self.fields.items()}
        wanted = {"region": self.region, "service_id": "{%s}" % service, **urls}
        self.path, self.body = "/endpoints", {"endpoint": wanted}

    def assignment(self, change):
        self.needs = ["%s/%s" % (kind, change[kind]) for kind in ("tenant", "user", "role")]
        self.name = "assignment/" + "/".join(self.needs)
        self.method, self.body = "PUT", None
        self.path = "/tenants/{%s}/users/{%s}/roles/OS-KSADM/{%s}" % tuple(self.needs)

    def line(self):
        body = json.dumps(self.body) if self.body else ""
        return "\t".join([self.name, self.method, self.path, ",".join(self.needs), body]) + "\n"


def of_reads(targets, users):
    """What a run has read, the logins of those users among it."""
    logins = [
        {"auth": {"passwordCredentials": {"userId": id, "password": password(name)}}}
        for id, name in ((user["id"], user["name"]) for user in users)
    ]
    lines = []
    for number, (method, target) in enumerate(targets):
        path = target.split("/v2.0", 1)[1]
        body = json.dumps(logins.pop()) if method == "POST" else ""
        lines.append("\t".join([str(number), method, path, "", body]) + "\n")
    return "".join(lines)
