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
    return _text(seed)


def many_domains(domains, users, groups):
    """A seed of so many domains, with a share of the users and groups each.

    Each user is in two groups and has a role in two projects, each group has one in five: with 10,000
    users and 2,000 groups these are 50,000 rows.
    """
    return _text({
        "roles": ["admin", "member", "reader"],
        "domains": {
            "domain-%d" % number: _domain(number, users // domains, groups // domains)
            for number in range(domains)
        },
    })


def _domain(number, users, groups):
    projects = max(5, users // 10)
    members = {group: [] for group in range(groups)}
    for user in range(users):
        for group in {user % groups, (user + 1 + user // groups) % groups}:
            members[group].append("user-%d" % user)
    return {
        "description": "Domain %d" % number,
        "tenants": {"project-%d" % n: {"description": "Project %d" % n} for n in range(projects)},
        "users": {
            "user-%d" % n: {
                "email": "user-%d@domain-%d.example.com" % (n, number),
                "password": "password-%d" % n,
                "roles": {"project-%d" % ((n + step) % projects): ["member"] for step in (0, 1)},
            }
            for n in range(users)
        },
        "groups": {
            "group-%d" % n: {
                "description": "Group %d" % n,
                "members": members[n],
                "roles": {
                    "project-%d" % ((n + step) % projects): ["reader"] for step in range(5)
                },
            }
            for n in range(groups)
        },
    }


def _text(seed):
    """The seed, a line an object as people write it."""
    # A key, a colon and JSON is YAML too.
    lines = []
    for section, rows in seed.items():
        if isinstance(rows, list):
            lines.append("%s: %s" % (section, json.dumps(rows)))
            continue
        lines.append(section + ":")
        lines += ["  %s: %s" % (name, json.dumps(row)) for name, row in rows.items()]
    return "\n".join(lines) + "\n"
