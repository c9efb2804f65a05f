"""Processes that were started here, and no others."""

import os
import signal
import subprocess

from controllers import Failure
from controllers.waiting import wait_until


class Process:
    """A program that runs under a name, with all its children.

    It is known by a mark in its environment, which a number that went to another process does not
    have, and which outlives whoever started it.
    """

    def __init__(self, places, name):
        self.places = places
        self.name = name
        self.log = places.path("log", name + ".out")
        self._mark = "CONTROLLERS_PROCESS=" + places.path(name)

    def pids(self):
        mark = self._mark.encode()
        found = []
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    with open("/proc/%s/environ" % entry, "rb") as file:
                        if mark in file.read().split(b"\0"):
                            found.append(int(entry))
                except OSError:
                    continue  # it has ended, or is another user's
        return sorted(found)

    def is_paused(self):
        return any(_state(pid) == "T" for pid in self.pids())

    def start(self, arguments, environment=None, directory=None):
        if self.pids():
            raise Failure(self.name + " is already running")
        key, _, value = self._mark.partition("=")
        with open(self.log, "ab") as log:
            child = subprocess.Popen(
                arguments,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=directory or self.places.home,
                env=dict(environment or os.environ, **{key: value}),
                start_new_session=True,
            )
        # A program that has just been started shows its environment a moment later.
        seen = lambda: self.pids() or child.poll() is not None
        wait_until(self.name + " is started", seen, 30)

    def wait_until(self, what, is_so, limit):
        """Waits for something that can no longer be when the process is dead."""

        def check():
            if not self.pids():
                raise Failure("%s died; see %s" % (self.name, self.log))
            return is_so()

        wait_until("%s %s" % (self.name, what), check, limit)

    def signal(self, number):
        for pid in self.pids():
            try:
                os.kill(pid, number)
            except ProcessLookupError:
                pass

    def pause(self):
        self.signal(signal.SIGSTOP)

    def resume(self):
        self.signal(signal.SIGCONT)

    def kill(self):
        self.signal(signal.SIGKILL)
        wait_until(self.name + " is gone", lambda: not self.pids(), 10)

    def stop(self, limit):
        """Asks the first of its processes to end, and ends them all when that takes too long."""
        self.resume()
        for pid in self.pids()[:1]:
            os.kill(pid, signal.SIGTERM)
        try:
            wait_until(self.name + " has stopped", lambda: not self.pids(), limit)
        except Failure:
            self.kill()


def _state(pid):
    try:
        with open("/proc/%d/stat" % pid) as file:
            return file.read().rpartition(")")[2].split()[0]
    except OSError:
        return ""
