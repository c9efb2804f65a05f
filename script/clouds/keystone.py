"""A real Keystone that is filled with clouds."""
import concurrent.futures
import http.client
import json
import threading
import urllib.parse

KINDS = [("users", "user", "/users", "users"),
         ("tenants", "tenant", "/tenants", "tenants"),
         ("roles", "role", "/OS-KSADM/roles", "roles"),
         ("services", "OS-KSADM:service", "/OS-KSADM/services", "OS-KSADM:services"),
         ("endpoints", "endpoint", "/endpoints", "endpoints")]


class Keystone:
    """The server that is filled and emptied again."""

    def __init__(self, admin, public, token):
        self.admin, self.public, self.token = admin, public, token
        self.local = threading.local()
        self.pool = concurrent.futures.ThreadPoolExecutor(2)

    def call(self, method, path, body=None):
        """Sends a request; None where Keystone refuses it."""
        if not hasattr(self.local, "connection"):
            host = urllib.parse.urlsplit(self.admin).netloc
            self.local.connection = http.client.HTTPConnection(host)
        headers = {"X-Auth-Token": self.token, "Content-Type": "application/json"}
        # A 500 is SQLite being busy.
        for _ in range(5):
            try:
                self.local.connection.request(method, "/v2.0" + path,
                                              body and json.dumps(body), headers)
                response = self.local.connection.getresponse()
                text = response.read()
            except (ConnectionError, http.client.HTTPException):
                # It was idle for too long; the next request opens another one.
                self.local.connection.close()
                continue
            if response.status < 400:
                return json.loads(text) if text else {}
            if response.status < 500:
                break
        return None

    def make(self, kind, body):
        _, wrapper, path, _ = next(row for row in KINDS if row[0] == kind)
        answer = self.call("POST", path, {wrapper: body})
        return answer and answer[wrapper]

    def list(self, kind):
        _, _, path, wrapper = next(row for row in KINDS if row[0] == kind)
        return self.call("GET", path)[wrapper]

    def empty(self):
        for kind, _, path, _ in KINDS:
            rows = [path + "/" + row["id"] for row in self.list(kind)]
            list(self.pool.map(lambda row: self.call("DELETE", row), rows))

    def fill(self, cloud):
        """Makes a cloud; gives what Keystone made of it."""
        made = {kind: self.make_all(kind, getattr(cloud, kind))
                for kind in ["tenants", "users", "roles", "services"]}
        made["endpoints"] = self.make_all("endpoints", cloud.endpoints_of(made["services"]))
        list(self.pool.map(lambda grant: self.grant(*grant), cloud.grants(made)))
        if cloud.is_let_in:
            # The user who looks at the catalog.
            self.grant(self.make("tenants", {"name": "probing"}),
                       self.make("users", {"name": "prober", "password": "probing"}),
                       self.make("roles", {"name": "prober"}))
        return made

    def make_all(self, kind, bodies):
        return [row for row in self.pool.map(lambda body: self.make(kind, body), bodies) if row]

    def grant(self, tenant, user, role):
        self.call("PUT", "/tenants/%s/users/%s/roles/OS-KSADM/%s" % (
            tenant["id"], user["id"], role["id"]))
