"""What the three Keystones hold: read, emptied, kept and put back."""

import json
import urllib.request
from collections import Counter

from controllers.places import NODES, TOKEN

# Rows that no seed is about: a domain's own projects, and what Keystone makes for itself.
KEPT = "DELETE FROM project WHERE is_domain = 0;"
TABLES = """
    assignment endpoint service region password local_user nonlocal_user user_option user
    user_group_membership role revocation_event trust trust_role credential
""".split()
OF_RELEASE = {"pike": ["token"], "30": ["system_assignment", "implied_role", "role_option"]}

# What is listed, by release.
LISTS = {
    "pike": {
        "tenants": "tenants", "users": "users", "roles": "OS-KSADM/roles",
        "services": "OS-KSADM/services", "endpoints": "endpoints",
    },
    "30": {name: name for name in ("projects", "users", "roles", "services", "endpoints")},
}


class Cloud:
    """The cloud of one topology."""

    def __init__(self, topology):
        self.topology = topology
        self.release = topology.places.release.name
        # What a Keystone of today has from its bootstrap is there in an empty cloud.
        self._begun = "" if self.release == "pike" else None

    def empty(self):
        if self._begun is None:
            self._begun = self.topology.begun()
        self._write(self._begun)

    def save(self):
        """All that is there, to be put back any number of times."""
        return self.topology.galera[1].dump()

    def restore(self, saved):
        self._write(saved)

    def _write(self, rows):
        tables = TABLES + OF_RELEASE[self.release]
        clearing = "".join("DELETE FROM %s;" % table for table in tables) + KEPT
        # The domain's own rows are in every dump, and stay.
        rows = rows.replace("INSERT INTO", "INSERT IGNORE INTO")
        statement = "USE keystone; SET FOREIGN_KEY_CHECKS=0; BEGIN; %s %s COMMIT;" % (clearing, rows)
        self.topology.galera[1].sql(statement)
        self.wait_until_the_same()

    def wait_until_the_same(self):
        """Returns once every node has applied what was written on any."""
        for n in NODES:
            self.topology.galera[n].sql("SET SESSION wsrep_sync_wait=15; SELECT 1 FROM keystone.role")

    def rows(self, n):
        """What Keystone N lists, by kind, each row as whatever nothing else may share with it."""
        lists = {kind: self._list(n, path) for kind, path in LISTS[self.release].items()}
        services = {row["id"]: row for row in lists["services"]}

        def service(service_id):
            row = services.get(service_id)
            return (row["type"], row["name"]) if row else ("none", service_id)

        found = {kind: Counter(row["name"] for row in rows) for kind, rows in lists.items()
                 if kind not in ("services", "endpoints")}
        found["services"] = Counter(service(service_id) for service_id in services)
        # A row of v2.0 has all interfaces.
        found["endpoints"] = Counter(
            (service(row["service_id"]), row["region"], row.get("interface"))
            for row in lists["endpoints"]
        )
        return found

    def _list(self, n, path):
        """The rows of the one list in the answer."""
        url = self.topology.places.api_url(n) + "/" + path
        request = urllib.request.Request(url, headers={"X-Auth-Token": TOKEN})
        with urllib.request.urlopen(request, timeout=30) as answer:
            document = json.loads(answer.read().decode())
        key = path.replace("OS-KSADM/services", "OS-KSADM:services").split("/")[-1]
        return document[key]

    def faults(self, expected):
        """What is wrong with it, as lines: duplicates, missing rows, and nodes that differ."""
        self.wait_until_the_same()
        found = []
        for n in NODES:
            for kind, rows in self.rows(n).items():
                duplicates = sorted(str(row) for row in rows if rows[row] > 1)
                if duplicates:
                    found.append("Keystone %d has %s twice: %s" % (n, kind, ", ".join(duplicates)))
                if len(rows) != expected[kind]:
                    count = (n, len(rows), kind, expected[kind])
                    found.append("Keystone %d has %d %s and should have %d" % count)
        return found
