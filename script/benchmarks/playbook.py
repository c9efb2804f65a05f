"""Writes the playbook that makes the article's cloud with Ansible's openstack.cloud."""

import json

HEAD = {"hosts": "localhost", "connection": "local", "gather_facts": False}


def of_rows(rows):
    """The playbook, which is JSON, and so YAML: a task an object, without a loop's own tasks."""
    return json.dumps([{**HEAD, "tasks": [task(row) for row in rows]}], indent=1)


def task(row):
    module, arguments = globals()[row["kind"]](row, row["fields"])
    return {"openstack.cloud." + module: arguments}


def region(row, fields):
    return "resource", {
        "service": "identity", "type": "region", "attributes": {"id": row["name"]},
    }


def role(row, fields):
    return "identity_role", {"name": row["name"]}


def tenant(row, fields):
    return "project", {"name": row["name"], "domain": "default", **fields}


def user(row, fields):
    return "identity_user", {"name": row["name"], "domain": "default", **fields}


def assignment(row, fields):
    return "role_assignment", {
        "user": row["user"], "project": row["tenant"], "role": row["role"],
    }


def service(row, fields):
    return "catalog_service", {"name": row["name"], "type": row["type"], **fields}


def endpoint(row, fields):
    ((interface, url),) = fields.items()
    return "endpoint", {
        "service": row["service"], "endpoint_interface": interface, "url": url,
        "region": row["region"],
    }
