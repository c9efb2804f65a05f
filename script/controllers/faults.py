"""What a Keystone shall do wrong: files in its directory, one for each time.

Whoever may rename a file has spent it: no lock is needed between threads, and no restart of the
Keystone brings a spent one back.
"""

import json
import os
import re
import time
from typing import NamedTuple

ACTIONS = ("drop", "reset", "truncate", "kill", "sleep", "status", "slay", "pass")


class Fault(NamedTuple):
    """One fault, which falls on the next request that matches."""

    action: str
    argument: str = ""
    is_after: bool = True
    method: str = ".*"
    path: str = ""

    def matches(self, method, path):
        return re.fullmatch(self.method, method) and re.search(self.path, path)


def arm(folder, fault, times=1):
    os.makedirs(folder, exist_ok=True)
    for time_of_many in range(times):
        name = os.path.join(folder, "%020d-%03d" % (time.time_ns(), time_of_many))
        with open(name + ".new", "w") as file:
            json.dump(fault._asdict(), file)
        os.rename(name + ".new", name + ".armed")


def take(folder, method, path):
    """The first fault for such a request, spent now; None where there is none."""
    for name in _names(folder, ".armed"):
        try:
            fault = _read(name)
            if fault.matches(method, path):
                os.rename(name, name[: -len(".armed")] + ".spent")
                return fault
        except FileNotFoundError:
            continue  # another thread was faster, or all were cleared
    return None


def armed(folder):
    return [_read(name) for name in _names(folder, ".armed")]


def spent(folder):
    return [_read(name) for name in _names(folder, ".spent")]


def clear(folder):
    for name in _names(folder, ""):
        try:
            os.unlink(name)
        except FileNotFoundError:
            pass


def _names(folder, suffix):
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return []
    return [os.path.join(folder, name) for name in names if name.endswith(suffix)]


def _read(name):
    with open(name) as file:
        return Fault(**json.load(file))
