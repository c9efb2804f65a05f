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

# What the article's cloud holds; _member_ is there only where Keystone had a reason to make it.
COUNTS = {"tenants": 3, "users": 5, "roles": 2, "services": 5, "endpoints": 5}


class Seeds:
    """Paths of the seeds, the changed ones written into a directory."""

    def __init__(self, folder):
        self.article = ARTICLE
        self.strangers = os.path.join(folder, "strangers.yaml")
        self.changed = os.path.join(folder, "changed.yaml")
        with open(ARTICLE) as file:
            text = file.read()
        replacements = [
            ("@example.com", "@example.org"),
            ("Demo Tenant", "Demonstration Tenant"),
            ("OpenStack Image Service", "Images"),
            ("203.0.113.10 ", "203.0.113.99 "),
        ]
        for old, new in replacements:
            assert old in text, old
            text = text.replace(old, new)
        for path, content in ((self.strangers, STRANGERS), (self.changed, text + ABSENT)):
            with open(path, "w") as file:
                file.write(content)
