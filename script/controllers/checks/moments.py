"""Every fault at its exact moment, on every kind of write that apply makes."""

from typing import NamedTuple

from controllers import faults
from controllers.checks.site import NotSo
from controllers.faults import Fault


class Write(NamedTuple):
    """A kind of request that writes, and whether it is made to an empty cloud or a seeded one."""

    name: str
    method: str
    path: str
    changes: bool


OVER_V2 = (
    Write("tenant create", "POST", "/tenants$", False),
    Write("role create", "POST", "/OS-KSADM/roles$", False),
    Write("user create", "POST", "/users$", False),
    Write("grant", "PUT", "/roles/OS-KSADM/", False),
    Write("service create", "POST", "/OS-KSADM/services$", False),
    Write("endpoint create", "POST", "/endpoints$", False),
    Write("tenant update", "POST", "/tenants/[^/]+$", True),
    Write("user update", "PUT", "/users/[^/]+$", True),
    Write("service replace, making", "POST", "/OS-KSADM/services$", True),
    Write("endpoint replace, making", "POST", "/endpoints$", True),
    Write("endpoint replace, retiring", "DELETE", "/endpoints/", True),
    Write("revoke", "DELETE", "/users/[^/]+/roles/OS-KSADM/", True),
    Write("user delete", "DELETE", "/users/[^/]+$", True),
    Write("tenant delete", "DELETE", "/tenants/[^/]+$", True),
    Write("role delete", "DELETE", "/OS-KSADM/roles/[^/]+$", True),
    Write("service replace or delete, retiring", "DELETE", "/OS-KSADM/services/", True),
)

# MariaDB takes the role Member for the bootstrap's member, so that no role is created. A service and an
# endpoint are changed in place, and the rows of a deleted service go with it.
OVER_V3 = (
    Write("project create", "POST", "/projects$", False),
    Write("user create", "POST", "/users$", False),
    Write("grant", "PUT", "/projects/[^/]+/users/[^/]+/roles/", False),
    Write("region create", "PUT|POST", "/regions", False),
    Write("service create", "POST", "/services$", False),
    Write("endpoint create", "POST", "/endpoints$", False),
    Write("project update", "PATCH", "/projects/", True),
    Write("user update", "PATCH", "/users/", True),
    Write("service update", "PATCH", "/services/", True),
    Write("endpoint update", "PATCH", "/endpoints/", True),
    Write("revoke", "DELETE", "/projects/[^/]+/users/[^/]+/roles/", True),
    Write("user delete", "DELETE", "/users/[^/]+$", True),
    Write("project delete", "DELETE", "/projects/[^/]+$", True),
    Write("role delete", "DELETE", "/roles/[^/]+$", True),
    Write("service delete", "DELETE", "/services/", True),
)

WRITES = {"pike": OVER_V2, "30": OVER_V3}

# What is done and with which argument; both before Keystone sees the request and after the commit.
KINDS = (
    ("drop", ""),
    ("reset", ""),
    ("truncate", ""),
    ("kill", ""),
    ("sleep", "3"),
    ("status", "500"),
    ("status", "503"),
)

# Those that CI has time for.
QUICK = (
    ("drop", True, "user create"),
    ("truncate", True, "service create"),
    ("sleep", False, "endpoint create"),
    ("kill", True, "endpoint create"),
)

# A client that gives up before a slow Keystone has answered, and what lands after that.
IMPATIENT = ["--timeout", "1"]


def writes_of(site):
    return WRITES[site.topology.places.release.name]


def exactly(fault, argument=""):
    """A group of checks: one fault, one kind of write, one run."""

    def group(site, is_quick):
        for is_after in (False, True):
            for write in writes_of(site):
                if not is_quick or (fault, is_after, write.name) in QUICK:
                    _check(site, fault, argument, is_after, [write])

    group.__doc__ = "%s on each kind of write, before it and after it." % fault
    return group


def everywhere(site, is_quick):
    """The same fault on the first request of every kind of write, in one run."""
    for action, argument in KINDS:
        if is_quick and (action, argument) not in (("reset", ""), ("status", "500")):
            continue
        for is_after in (False, True):
            for changes in (False, True):
                writes = [write for write in writes_of(site) if write.changes == changes]
                if action != "kill":
                    _check(site, action, argument, is_after, writes)


def groups():
    """One for each fault, since all of them together take most of an hour."""
    found = {"moments-everywhere": everywhere}
    for action, argument in KINDS:
        name = "-".join(filter(None, ["moments", action, argument if action == "status" else ""]))
        found[name] = exactly(action, argument)
    return found


def _check(site, action, argument, is_after, writes):
    moment = "after" if is_after else "before"
    subject = writes[0].name
    if len(writes) > 1:
        subject = "every write that %s" % ("changes" if writes[0].changes else "creates")
    what = "%s %s %s" % (" ".join(filter(None, [action, argument])), moment, subject)
    site.check(what, lambda: _holds(site, action, argument, is_after, writes))


def _holds(site, action, argument, is_after, writes):
    changes = writes[0].changes
    seed = site.seeds.changed if changes else site.seeds.article
    site.begin(is_seeded=changes)
    keystone = site.topology.keystone[site.topology.chosen()]
    for write in writes:
        keystone.arm(Fault(action, argument, is_after, write.method, write.path))
    options = IMPATIENT if action == "sleep" else []
    run = site.tool.run("apply", seed, "--yes", *options)
    left = faults.armed(keystone.faults)
    if left:
        raise NotSo("%d faults did not fall:\n%s" % (len(left), run.text))
    return site.expect_recovery(run, seed)
