"""The seeds that are applied: the article's, and what it becomes."""

import os

from controllers.places import SCRIPTS

ARTICLE = os.path.join(os.path.dirname(SCRIPTS), "Seeds", "three-controllers.yaml")

# What somebody else made, and the changed seed takes away.
STRANGERS = """\
regions: {regionOne: {public: http://192.0.2.1, internal: http://192.0.2.1, admin: http://192.0.2.1}}
roles: [Stranger, Member]
tenants: {stranger: {description: Goes away}, admin: {}}
users:
  stranger: {email: stranger@example.com, roles: {stranger: [Stranger]}}
  test: {roles: {admin: [Member]}}
services: {stranger: {type: stranger, endpoints: ":1"}}
"""

ABSENT = """
absent:
  users: [stranger]
  tenants: [stranger]
  roles: [Stranger]
  services: [stranger]
  assignments: [{user: test, tenant: admin, role: Member}]
"""

# What the article's cloud holds, by release. Over v2.0 _member_ is there only where Keystone had a
# reason to make it. Over v3 there are the five roles of the bootstrap, one of which is Member to
# MariaDB, and a row for each interface.
COUNTS = {
    "pike": {"tenants": 3, "users": 5, "roles": 2, "services": 5, "endpoints": 5},
    "30": {"projects": 3, "users": 5, "roles": 5, "services": 5, "endpoints": 15},
}


class Seeds:
    """Paths of the seeds, the changed ones written into a directory."""

    def __init__(self, folder, release):
        self.counts = COUNTS[release.name]
        self.article = os.path.join(folder, "article.yaml")
        self.strangers = os.path.join(folder, "strangers.yaml")
        self.changed = os.path.join(folder, "changed.yaml")
        with open(ARTICLE) as file:
            text = file.read()
        if release.version == "/v3":
            assert "identity: v2.0" in text
            text = text.replace("identity: v2.0", "identity: v3")
        article = text
        replacements = [
            ("@example.com", "@example.org"),
            ("Demo Tenant", "Demonstration Tenant"),
            ("OpenStack Image Service", "Images"),
            ("203.0.113.10 ", "203.0.113.99 "),
        ]
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new)
        contents = {self.article: article, self.strangers: STRANGERS, self.changed: text + ABSENT}
        for path, content in contents.items():
            with open(path, "w") as file:
                file.write(content)
