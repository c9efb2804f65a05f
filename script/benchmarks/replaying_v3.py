"""Turns what is wanted over v3, or what a run has read, into requests for floor-benchmark to send."""

import json

from benchmarks.clouds import password

LOGIN = "login"
TOKENS = "/auth/tokens?nocatalog=1"
DOMAIN = {"id": "default"}


def own_login(login):
    """The first request, whose token all others send; `login` is what a client reads of it."""
    body = trial(login["OS_USERNAME"], login["OS_PASSWORD"])
    body["auth"]["scope"] = {"project": {"name": login["OS_PROJECT_NAME"], "domain": DOMAIN}}
    return line(LOGIN, "POST", TOKENS, [], body)


def of_reads(targets, login, users=()):
    """A login and what a run has read: a page after the one before it, and the trial logins of those
    users after the list that says who is enabled."""
    lines = [own_login(login)]
    names = {}
    users = list(users)
    for number, (method, target) in enumerate(targets[1:]):
        path = target.split("/v3", 1)[1]
        if method == "POST":
            user = users.pop()
            lines.append(line("trial/" + user, method, path, [names["/users"]],
                              trial(user, password(user), "unscoped")))
            continue
        kind = path.split("?")[0]
        needs = [names[kind]] if "marker=" in path else [LOGIN]
        names[kind] = "read/%d" % number
        lines.append(line(names[kind], method, path, needs))
    # A trial may have been sent while others of these were still to come.
    lines.sort(key=lambda text: text.startswith("trial/"))
    return "".join(lines)


def of_rows(rows, login, ids):
    """A login and the writes that make the rows, and no others; users first, whose passwords take longest.

    `ids` are those of what the bootstrap has made, by kind and name.
    """
    writes = [Write(row, ids) for row in rows if row.get("action")]
    order = ("user", "region", "role", "tenant", "service", "endpoint", "assignment")
    writes.sort(key=lambda write: order.index(write.kind))
    return own_login(login) + "".join(write.line() for write in writes)


class Write:
    """One object as one request."""

    def __init__(self, row, ids):
        self.kind, self.fields, self.ids = row["kind"], row["fields"], ids
        self.needs = [LOGIN]
        self.method = "POST"
        self.name = "%s/%s" % (self.kind, row.get("name", ""))
        getattr(self, self.kind)(row)
        if row.get("action") == "update":
            self.method, self.path = "PATCH", "%s/%s" % (self.path, row["id"])

    def _id(self, kind, name):
        """An ID that is known, or what stands for one that an answer will bring."""
        if (kind, name) in self.ids:
            return self.ids[kind, name]
        self.needs.append("%s/%s" % (kind, name))
        return "{%s}" % self.needs[-1]

    def region(self, row):
        self.method, self.path, self.body = "PUT", "/regions/" + row["name"], {"region": {}}

    def role(self, row):
        self.path, self.body = "/roles", {"role": {"name": row["name"]}}

    def tenant(self, row):
        self.path = "/projects"
        self.body = {"project": {"name": row["name"], "domain_id": "default", **self.fields}}

    def user(self, row):
        self.path = "/users"
        self.body = {"user": {"name": row["name"], "domain_id": "default", **self.fields}}

    def service(self, row):
        self.path = "/services"
        self.body = {"service": {"name": row["name"], "type": row["type"], **self.fields}}

    def endpoint(self, row):
        ((interface, url),) = self.fields.items()
        self.name = "endpoint/%s/%s" % (row["service"], interface)
        self.needs.append("region/" + row["region"])
        place = {"interface": interface, "region_id": row["region"], "url": url}
        service = self._id("service", row["service"])
        self.path, self.body = "/endpoints", {"endpoint": {"service_id": service, **place}}

    def assignment(self, row):
        self.name = "assignment/%s/%s/%s" % (row["tenant"], row["user"], row["role"])
        named = [self._id(kind, row[kind]) for kind in ("tenant", "user", "role")]
        self.method, self.body = "PUT", None
        self.path = "/projects/%s/users/%s/roles/%s" % tuple(named)

    def line(self):
        return line(self.name, self.method, self.path, self.needs, self.body)


def trial(user, secret, scope=None):
    """The body of a login by name."""
    named = {"user": {"name": user, "domain": DOMAIN, "password": secret}}
    auth = {"identity": {"methods": ["password"], "password": named}}
    return {"auth": {**auth, "scope": scope} if scope else auth}


def line(name, method, path, needs, body=None):
    return "\t".join([name, method, path, ",".join(needs), json.dumps(body) if body else ""]) + "\n"
