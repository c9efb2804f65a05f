"""Runs a command and says what it took."""

import os
import statistics
import subprocess
import sys
import tempfile
from typing import NamedTuple

from benchmarks import Failure

SPAWN = os.path.join(os.path.dirname(__file__), "spawn.py")


class Cost(NamedTuple):
    """What one run took, and what its server saw of it."""

    wall: float
    cpu: float
    user: float
    peak: float
    requests: int
    connections: int
    output: str


def run(command, environment=None, given="", log=None, may_fail=False):
    """Runs it to its end.

    The CPU time is that of the command and all that it waited for, the peak that of the largest
    process. `log` is a server's record of requests, which is read before and after.
    """
    before = log.mark() if log else None
    incoming, outgoing = os.pipe()
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as source:
        source.write(given.encode())
        source.seek(0)
        subprocess.run(
            [sys.executable, "-I", "-S", SPAWN, str(outgoing)] + command,
            stdin=source, stdout=output, stderr=subprocess.STDOUT, env=environment,
            pass_fds=[outgoing], check=True,
        )
        os.close(outgoing)
        with os.fdopen(incoming) as result:
            wall, cpu, user, peak, status = result.read().split()
        output.seek(0)
        text = output.read().decode(errors="replace")
    if int(status) and not may_fail:
        raise Failure("%s: exit %s\n%s" % (" ".join(command), status, text[-2000:]))
    requests, connections = log.since(before) if log else (0, 0)
    return Cost(
        float(wall), float(cpu), float(user), int(peak) * 1024, requests, connections, text
    )


def middle(costs):
    """The median of each figure."""
    figures = [statistics.median(cost[index] for cost in costs) for index in range(6)]
    return Cost(*figures, costs[-1].output)
