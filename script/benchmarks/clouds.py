"""The clouds that are made: the article's, and crowds of any size."""

import json
import os

from controllers.places import SCRIPTS

ARTICLE = os.path.join(os.path.dirname(SCRIPTS), "Seeds", "three-controllers.yaml")
PASSWORDS = {"ADMIN_PASSWORD": "admin-secret", "SERVICE_PASSWORD": "service-secret"}


def password(user):
    """The password of a user of the article's cloud that has one."""
    return PASSWORDS["ADMIN_PASSWORD" if user == "admin" else "SERVICE_PASSWORD"]


def crowd(users, change=False, services=100):
    """A seed of so many users, a tenth as many tenants, and services in ten regions.

    With `change`, the same but for one user's address.
    """
    tenants = max(1, users // 10)
    regions = ["region-%d" % number for number in range(10)]
    urls = {
        region: {name: "http://%s.%s.example.com" % (name, region)
                 for name in ("public", "internal", "admin")}
        for region in regions
    }
    seed = {
        "regions": urls,
        "roles": ["admin", "Member"],
        "tenants": {"tenant-%d" % n: {"description": "Tenant %d" % n} for n in range(tenants)},
        "users": {
            "user-%d" % n: {
                "email": "user-%d@%s" % (n, "changed" if change and n == 7 else "example.com"),
                "password": "password-%d" % n,
                "roles": {"tenant-%d" % (n % tenants): ["Member"]},
            }
            for n in range(users)
        },
        "services": {
            "service-%d" % n: {"type": "type-%d" % n, "endpoints": ":%d/v1" % (8000 + n)}
            for n in range(services)
        },
    }
    # A key, a colon and JSON is YAML too, a line an object as people write it.
    lines = []
    for section, rows in seed.items():
        if isinstance(rows, list):
            lines.append("%s: %s" % (section, json.dumps(rows)))
            continue
        lines.append(section + ":")
        lines += ["  %s: %s" % (name, json.dumps(row)) for name, row in rows.items()]
    return "\n".join(lines) + "\n"
