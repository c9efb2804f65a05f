"""Makes the article's cloud with openstacksdk in one process, as deployers' own programs do.

For a Python that has openstacksdk 4.22. Standard input is what is wanted as JSON. Each object is looked
for by a filter before it is made, and what is of no difference is left alone; passwords that are there
already are not looked at.
"""

import json
import sys

import openstack

DOMAIN = "default"


class Cloud:
    """What is there, as far as it was looked for."""

    def __init__(self):
        self.identity = openstack.connect().identity
        self.ids = {}

    def make(self, row):
        getattr(self, row["kind"])(row, row["fields"])

    def ensure(self, key, found, fields, create, update):
        """Makes what is not there, and changes what differs."""
        there = next(iter(found), None)
        if there is None:
            there = create()
        else:
            different = {
                name: value for name, value in fields.items()
                if name != "password" and getattr(there, name) != value
            }
            if different:
                update(there, **different)
        self.ids[key] = there.id

    def region(self, row, fields):
        if row["name"] not in [region.id for region in self.identity.regions()]:
            self.identity.create_region(id=row["name"])

    def role(self, row, fields):
        name = row["name"]
        self.ensure(
            ("role", name), self.identity.roles(name=name), fields,
            lambda: self.identity.create_role(name=name), self.identity.update_role,
        )

    def tenant(self, row, fields):
        name = row["name"]
        self.ensure(
            ("project", name), self.identity.projects(name=name, domain_id=DOMAIN), fields,
            lambda: self.identity.create_project(name=name, domain_id=DOMAIN, **fields),
            self.identity.update_project,
        )

    def user(self, row, fields):
        name = row["name"]
        self.ensure(
            ("user", name), self.identity.users(name=name, domain_id=DOMAIN), fields,
            lambda: self.identity.create_user(name=name, domain_id=DOMAIN, **fields),
            self.identity.update_user,
        )

    def assignment(self, row, fields):
        self.identity.assign_project_role_to_user(
            self.ids["project", row["tenant"]], self.ids["user", row["user"]],
            self.ids["role", row["role"]],
        )

    def service(self, row, fields):
        name, type = row["name"], row["type"]
        self.ensure(
            ("service", name, type), self.identity.services(name=name, type=type), fields,
            lambda: self.identity.create_service(name=name, type=type, **fields),
            self.identity.update_service,
        )

    def endpoint(self, row, fields):
        service = self.ids["service", row["service"], row["type"]]
        ((interface, url),) = fields.items()
        place = {"service_id": service, "interface": interface, "region_id": row["region"]}
        self.ensure(
            ("endpoint", service, interface, row["region"]), self.identity.endpoints(**place),
            {"url": url}, lambda: self.identity.create_endpoint(url=url, **place),
            self.identity.update_endpoint,
        )


def main():
    cloud = Cloud()
    for row in json.load(sys.stdin):
        cloud.make(row)


main()
