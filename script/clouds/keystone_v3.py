"""A real Keystone of today that is filled with clouds over v3."""
import http.client
import json
import urllib.parse

# In the order in which objects need one another.
KINDS = ["domain", "region", "project", "user", "group", "role", "service", "endpoint",
         "registered_limit", "limit"]


class Keystone:
    """The server that is filled, and emptied down to what it held at first."""

    def __init__(self, url, password):
        self.url, self.password = url, password
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc)
        self.token = None
        self.login()
        self.first = {kind: {row["id"] for row in self.list(kind)} for kind in KINDS}

    def login(self):
        user = {"name": "admin", "domain": {"id": "default"}, "password": self.password}
        scope = {"project": {"name": "admin", "domain": {"id": "default"}}}
        body = {"auth": {"identity": {"methods": ["password"], "password": {"user": user}},
                         "scope": scope}}
        status, headers, answer = self.send("POST", "/auth/tokens", body)
        assert status == 201, answer
        self.token = headers["X-Subject-Token"]

    def send(self, method, path, body=None, headers={}):
        """Sends a request; gives the status, the headers and the text."""
        headers = dict(headers, **{"Content-Type": "application/json"})
        if self.token:
            headers["X-Auth-Token"] = self.token
        text = None if body is None else json.dumps(body)
        for _ in range(5):
            try:
                self.connection.request(method, urllib.parse.urlsplit(self.url).path + path, text,
                                        headers)
                response = self.connection.getresponse()
                return response.status, response.headers, response.read().decode()
            except (ConnectionError, http.client.HTTPException):
                # It was idle for too long; the next request opens another one.
                self.connection.close()
        raise ConnectionError("no answer to %s %s" % (method, path))

    def call(self, method, path, body=None):
        """Sends a request; None where Keystone refuses it."""
        status, _, text = self.send(method, path, body)
        return (json.loads(text) if text else {}) if status < 300 else None

    def make(self, kind, body):
        answer = self.call("POST", "/%ss" % kind, {kind: body})
        return answer and answer[kind]

    def post_all(self, collection, bodies):
        """Makes what comes as a list, such as limits."""
        return (self.call("POST", "/" + collection, {collection: bodies}) or {}).get(collection)

    def list(self, kind, query=""):
        return self.call("GET", "/%ss%s" % (kind, query))[kind + "s"]

    def delete(self, kind, row):
        path = "/%ss/%s" % (kind, urllib.parse.quote(row["id"], safe=""))
        if (row.get("options") or {}).get("immutable"):
            self.call("PATCH", path, {kind: {"options": {"immutable": None}}})
        if kind == "domain":
            self.call("PATCH", path, {"domain": {"enabled": False}})
        self.call("DELETE", path)

    def empty(self):
        """Deletes what came after the start; what is below something else, in a second go."""
        domains = self.list("domain")
        for kind in reversed(KINDS):
            rows = self.list(kind)
            if kind == "role":
                rows += [row for domain in domains
                         for row in self.list(kind, "?domain_id=" + domain["id"])]
            for _ in range(6):
                for row in rows:
                    if row["id"] not in self.first[kind]:
                        self.delete(kind, row)
                rows = self.list(kind)
                if {row["id"] for row in rows} <= self.first[kind]:
                    break

    def fill(self, cloud):
        """Makes a cloud; gives what Keystone made of it."""
        made = {"domain": self.make_all("domain", cloud.domains)}
        domains = [row["id"] for row in made["domain"]]
        for kind, bodies in [("region", cloud.regions), ("project", cloud.projects_in(domains)),
                             ("role", cloud.roles_in(domains)), ("service", cloud.services)]:
            made[kind] = self.make_all(kind, bodies)
        made["user"] = self.make_all("user", cloud.users_in(domains, made["project"]))
        made["endpoint"] = self.make_all(
            "endpoint", cloud.rows_of(made["service"], made["region"]))
        for path in cloud.granted(made):
            self.call("PUT", path)
        return made

    def make_all(self, kind, bodies):
        return [row for row in [self.make(kind, body) for body in bodies] if row]
