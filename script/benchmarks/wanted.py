"""What the article's cloud is made of over v3, for those who make it without a seed."""

from benchmarks.clouds import password

# What a bootstrap has made: whoever looks before making looks here as well.
BOOTSTRAPPED = [
    {"kind": "role", "name": "admin", "fields": []},
    {"kind": "role", "name": "member", "fields": []},
    {"kind": "assignment", "user": "admin", "tenant": "admin", "role": "admin", "fields": []},
]

# In which order one needs the other.
ORDER = ("region", "role", "tenant", "user", "assignment", "service", "endpoint")


def of_plan(plan):
    """The objects of a plan and of the bootstrap, each with its fields by name.

    An endpoint is a row, as in the plan.
    """
    rows = []
    for change in plan["changes"] + BOOTSTRAPPED:
        row = {key: value for key, value in change.items() if key != "fields"}
        row["fields"] = {field["field"]: field.get("to") for field in change["fields"]}
        if "password" in row["fields"]:
            row["fields"]["password"] = password(row["name"])
        rows.append(row)
    return sorted(rows, key=lambda row: ORDER.index(row["kind"]))
