"""Writes a directory as LDIF: python3 people.py SUFFIX FILE, where FILE has the reader's password.

60 people, some with names that a path, a query or a list can trip over, each with the password `word-` and
the name; 6 groups of them.
"""

import base64
import sys

ODD = ["Jörg Müller", "Doe, Jane", "que?stion#x", "%41lice", "Ann Mary Lee", "nova"]
PEOPLE = ODD + ["user%02d" % number for number in range(60 - len(ODD))]
GROUPS = {
    "staff": PEOPLE,
    "operators": ["nova", "Jörg Müller"],
    "Köche & Co": ["Doe, Jane"],
    "100%": ["%41lice"],
    "dev, ops": ["que?stion#x", "nova"],
    "interns": ["user00", "user01"],
}


def entry(name, branch, suffix, attributes):
    """One entry; each value in base64, which needs no rules of its own."""
    escaped = "".join("\\" + letter if letter in ',+"\\<>;=#' else letter for letter in name)
    lines = [("dn", "cn=%s,%s%s" % (escaped, branch, suffix)), ("cn", name)] + attributes
    encoded = ["%s:: %s" % (key, base64.b64encode(value.encode()).decode()) for key, value in lines]
    return lines[0][1], "\n".join(encoded) + "\n"


def main():
    suffix, path = sys.argv[1:]
    with open(path) as file:
        reader = file.read()
    print("dn: %s\nobjectClass: dcObject\nobjectClass: organization\ndc: example\no: Example\n" % suffix)
    account = [("objectClass", "organizationalRole"), ("objectClass", "simpleSecurityObject")]
    print(entry("reader", "", suffix, account + [("userPassword", reader)])[1])
    for branch in ("people", "groups"):
        print("dn: ou=%s,%s\nobjectClass: organizationalUnit\nou: %s\n" % (branch, suffix, branch))
    names = {}
    for number, name in enumerate(PEOPLE):
        attributes = [
            ("objectClass", "inetOrgPerson"),
            ("sn", name.split()[-1]),
            ("mail", "person%02d@example.com" % number),
            ("userPassword", "word-" + name),
        ]
        names[name], text = entry(name, "ou=people,", suffix, attributes)
        print(text)
    for name, members in GROUPS.items():
        attributes = [("objectClass", "groupOfNames")] + [("member", names[one]) for one in members]
        print(entry(name, "ou=groups,", suffix, attributes)[1])


main()
