"""What the three Keystones hold: read, emptied, kept and put back."""

import json
import urllib.request
from collections import Counter

from controllers.places import NODES, TOKEN

# Rows that no seed is about: a domain's own projects, and what Keystone makes for itself.
KEPT = "DELETE FROM project WHERE is_domain = 0;"
TABLES = """
    assignment endpoint service region password local_user nonlocal_user user_option user
    user_group_membership role revocation_event token trust trust_role credential
""".split()


class Cloud:
    """The cloud of one topology."""

    def __init__(self, topology):
        self.topology = topology

    def empty(self):
        self._write("")

    def save(self):
        """All that is there, to be put back any number of times."""
        return self.topology.galera[1].dump()

    def restore(self, saved):
        self._write(saved)

    def _write(self, rows):
        clearing = "".join("DELETE FROM %s;" % table for table in TABLES) + KEPT
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
        services = {row["id"]: row for row in self._list(n, "OS-KSADM/services", "OS-KSADM:services")}

        def service(service_id):
            row = services.get(service_id)
            return (row["type"], row["name"]) if row else ("none", service_id)

        endpoints = self._list(n, "endpoints", "endpoints")
        return {
            "tenants": Counter(row["name"] for row in self._list(n, "tenants", "tenants")),
            "users": Counter(row["name"] for row in self._list(n, "users", "users")),
            "roles": Counter(row["name"] for row in self._list(n, "OS-KSADM/roles", "roles")),
            "services": Counter(service(service_id) for service_id in services),
            "endpoints": Counter((service(r["service_id"]), r["region"]) for r in endpoints),
        }

    def _list(self, n, path, key):
        url = self.topology.places.admin_url(n) + "/" + path
        request = urllib.request.Request(url, headers={"X-Auth-Token": TOKEN})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read().decode())[key]

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
