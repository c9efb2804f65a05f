"""Writes the shell script that makes the article's cloud with the openstack command, as DevStack does."""

import shlex

HEAD = """#!/bin/sh
set -e
"""


def of_rows(rows, command):
    """The script: each object by one command, or by a look and a command where it has no --or-show."""
    lines = [line for row in rows for line in globals()[row["kind"]](row, row["fields"])]
    return HEAD + "openstack() { %s \"$@\"; }\n" % shlex.quote(command) + "\n".join(lines) + "\n"


def region(row, fields):
    name = shlex.quote(row["name"])
    return [
        "openstack region show %s >/dev/null 2>&1 || openstack region create %s >/dev/null" % (name, name)
    ]


def role(row, fields):
    return [words("role", "create", "--or-show", row["name"])]


def tenant(row, fields):
    return ensured("project", row, fields)


def user(row, fields):
    return ensured("user", row, fields)


def ensured(kind, row, fields):
    """A bootstrap's object is there and has to be changed; the others are made as they should be."""
    options = [part for name, value in fields.items() for part in ("--" + name, value)]
    if row["action"] == "update":
        return [words(kind, "set", *options, row["name"])]
    return [words(kind, "create", "--or-show", *options, row["name"])]


def assignment(row, fields):
    return [words("role", "add", "--user", row["user"], "--project", row["tenant"], row["role"])]


def service(row, fields):
    name = row["name"]
    if row["action"] == "update":
        return [words("service", "set", "--description", fields["description"], name)]
    made = words("service", "create", "--name", name, "--description", fields["description"],
                 row["type"])
    return ["openstack service show %s >/dev/null 2>&1 || %s" % (shlex.quote(name), made)]


def endpoint(row, fields):
    ((interface, url),) = fields.items()
    place = ["--service", row["service"], "--interface", interface, "--region", row["region"]]
    looked = words("endpoint", "list", *place, "--format", "value", "--column", "ID").removesuffix(QUIET)
    made = words("endpoint", "create", "--region", row["region"], row["service"], interface, url)
    return ["[ -n \"$(%s)\" ] || %s" % (looked, made)]


QUIET = " >/dev/null"


def words(*command):
    return "openstack " + " ".join(shlex.quote(word) for word in command) + QUIET
