"""Runs a command and says what it took."""

import os
import statistics
import subprocess
import tempfile
import time
from typing import NamedTuple

from benchmarks import Failure


class Cost(NamedTuple):
    """What one run took, and what its server saw of it."""

    wall: float
    cpu: float
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
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as source:
        source.write(given.encode())
        source.seek(0)
        began = time.monotonic()
        process = subprocess.Popen(
            command, stdin=source, stdout=output, stderr=subprocess.STDOUT, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode and not may_fail:
        raise Failure("%s: exit %d\n%s" % (" ".join(command), process.returncode, text[-2000:]))
    requests, connections = log.since(before) if log else (0, 0)
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, usage.ru_maxrss * 1024, requests, connections, text)


def middle(costs):
    """The median of each figure."""
    figures = [statistics.median(cost[index] for cost in costs) for index in range(5)]
    return Cost(*figures, costs[-1].output)
