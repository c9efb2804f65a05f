#!/usr/bin/env python3
"""Hold the lists of files in CONTRIBUTING.md that a new resource kind is about, as FILE:LINE: RULE.

    kinds.py              say which files a list lacks, and which it has too many
    kinds.py --renew      write the lists anew
    kinds.py --self-test  hold the finding itself

The first list has the files of one kind, the tenants': Sources whose name says so. The second has those
that name every kind, or every one with a row of its own, which an assignment has not: as a case, a list
or a type, in a word of their own outside comments and texts.
"""

import os
import re
import sys

from swift_tokens import tokens

DOCUMENT = "CONTRIBUTING.md"
KINDS = "Sources/IdentityModel/ResourceKind.swift"
ONE = "<!-- files of one kind, held by script/lint -->"
EVERY = "<!-- files that name every kind, held by script/lint -->"


def kinds(source):
    """The cases of ResourceKind, but for the assignment."""
    found = re.findall(r"^  case (\w+)$", source, re.MULTILINE)
    return [kind for kind in found if kind != "assignment"]


def names_every(names, source):
    """Whether a source says each of them: role, roles, Role."""
    words = {token.text for token in tokens(source) if token.is_word}
    return all(words & {name, name + "s", name.capitalize()} for name in names)


def read(path):
    with open(path, encoding="utf-8") as text:
        return text.read()


def listed(document, mark):
    """The lines of the block behind a mark, and the number of the first."""
    before, _, rest = document.partition(mark + "\n```\n")
    return rest.partition("```\n")[0].splitlines(), before.count("\n") + 3


def found():
    """The files of each list, by its mark."""
    names = kinds(read(KINDS))
    paths = sorted(os.path.join(folder, file) for folder, _, files in os.walk("Sources")
                   for file in files if file.endswith(".swift"))
    return {
        ONE: [path for path in paths if "Tenant" in os.path.basename(path)],
        EVERY: [path for path in paths if names_every(names, read(path))],
    }


def check():
    document = read(DOCUMENT)
    for mark, paths in found().items():
        lines, number = listed(document, mark)
        for path in sorted(set(paths) - set(lines)):
            print("%s:1: %s lacks it in %s; script/lib/kinds.py --renew" % (
                path, DOCUMENT, mark.strip("<!->").split(",")[0].strip()))
        for place, line in enumerate(lines):
            if line not in paths:
                print("%s:%d: %s is no such file; script/lib/kinds.py --renew" % (
                    DOCUMENT, number + place, line))


def renew():
    document = read(DOCUMENT)
    for mark, paths in found().items():
        before, _, rest = document.partition(mark + "\n```\n")
        document = before + mark + "\n```\n" + "\n".join(paths) + "\n```\n" + rest.partition("```\n")[2]
    with open(DOCUMENT, "w", encoding="utf-8") as text:
        text.write(document)


def self_test():
    names = kinds("enum ResourceKind {\n  case role\n  case user\n  case assignment\n}\n")
    cases = [
        ("switch kind { case .role, .user: 1 }", True),
        ("struct State { var roles: [Role]; var users: [User] }", True),
        ("let role = 1; let text = \"\\(user)\"", True),
        ("let role = 1 // user", False),
        ("let role = \"user\"", False),
        ("let roleNames = users", False),
    ]
    for source, wanted in cases:
        if names != ["role", "user"] or names_every(names, source) != wanted:
            print("script/lib/kinds.py:1: says %s of %s" % (not wanted, source))
    document = "a\n%s\n```\nb\nc\n```\nd\n" % ONE
    if listed(document, ONE) != (["b", "c"], 4):
        print("script/lib/kinds.py:1: reads %s" % (listed(document, ONE),))


{"--renew": renew, "--self-test": self_test}.get("".join(sys.argv[1:]), check)()
