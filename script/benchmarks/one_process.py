# -*- coding: utf-8 -*-
"""Makes a plan's cloud with python-keystoneclient in one process, as os-cloud-config did.

For Python 2.7 with python-keystoneclient 0.10.1. Standard input is the plan as JSON, with the
passwords in it. Each object is looked for in a list of its own before it is made.
"""
import json
import os
import sys

from keystoneclient.v2_0 import client


def find(rows, **wanted):
    for row in rows:
        if all(getattr(row, name, None) == value for name, value in wanted.items()):
            return row
    return None


def main():
    keystone = client.Client(
        endpoint=os.environ["OS_SERVICE_ENDPOINT"], token=os.environ["OS_SERVICE_TOKEN"]
    )
    for change in json.load(sys.stdin)["changes"]:
        fields = dict((field["field"], field.get("to")) for field in change["fields"])
        name = change.get("name")
        if change["kind"] == "role":
            find(keystone.roles.list(), name=name) or keystone.roles.create(name)
        elif change["kind"] == "tenant":
            found = find(keystone.tenants.list(), name=name)
            found or keystone.tenants.create(name, fields.get("description"))
        elif change["kind"] == "user":
            found = find(keystone.users.list(), name=name)
            found or keystone.users.create(name, fields.get("password"), fields.get("email"))
        elif change["kind"] == "assignment":
            tenant = find(keystone.tenants.list(), name=change["tenant"])
            user = find(keystone.users.list(), name=change["user"])
            role = find(keystone.roles.list(), name=change["role"])
            if not find(keystone.roles.roles_for_user(user, tenant), id=role.id):
                keystone.roles.add_user_role(user, role, tenant)
        elif change["kind"] == "service":
            found = find(keystone.services.list(), type=change["type"])
            found or keystone.services.create(name, change["type"], fields.get("description"))
        elif change["kind"] == "endpoint":
            service = find(keystone.services.list(), type=change["type"])
            if not find(keystone.endpoints.list(), publicurl=fields["public"]):
                keystone.endpoints.create(
                    change["region"], service.id, fields["public"], fields["admin"],
                    fields["internal"]
                )


main()
