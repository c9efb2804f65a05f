"""Writes the shell script that makes a plan's cloud with the 2014 command, as people did."""

import shlex

from benchmarks.clouds import password

HEAD = """#!/bin/sh
get_id () {
    "$@" | awk '/ id / { print $4 }'
}
"""


def of_plan(plan, keystone):
    """The script: each object by one command, and its ID kept for those that need it."""
    lines = []
    ids = {}
    for number, change in enumerate(plan["changes"]):
        fields = {field["field"]: field.get("to") for field in change["fields"]}
        kind = change["kind"]
        command = [keystone, "%s-create" % kind]
        if kind == "assignment":
            command = [keystone, "user-role-add"]
            for part in ("user", "role", "tenant"):
                command += ["--%s-id" % part, ids[part, change[part]]]
            lines.append(words(command))
            continue
        if kind == "endpoint":
            command += ["--region", change["region"]]
            command += ["--service-id", ids["service", change["service"], change["type"]]]
            for name, url in fields.items():
                command += ["--%surl" % name, url]
            lines.append(words(command) + " > /dev/null")
            continue
        command += ["--name", change["name"]]
        key = (kind, change["name"])
        if kind == "service":
            command += ["--type", change["type"]]
            key += (change["type"],)
        if kind == "user" and "password" in fields:
            command += ["--pass", password(change["name"])]
        for name in ("description", "email"):
            if name in fields:
                command += ["--" + name, fields[name]]
        ids[key] = Variable("ID_%d" % number)
        lines.append("%s=$(get_id %s)" % (ids[key].name, words(command)))
    return HEAD + "\n".join(lines) + "\n"


class Variable:
    """A variable of the script's."""

    def __init__(self, name):
        self.name = name


def words(command):
    return " ".join(
        '"$%s"' % word.name if isinstance(word, Variable) else shlex.quote(word) for word in command
    )
