"""The tool under test, run as a person or a script would."""

import os
import re
import subprocess
import time

from controllers.releases import ADMIN_PASSWORD

SECONDS_AT_MOST = 300


class Run:
    """One run of keystone-seed, under way until somebody asks for its end."""

    def __init__(self, program, arguments, environment):
        self.began = time.monotonic()
        self._process = subprocess.Popen(
            [program] + arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=environment,
        )
        self._text = None

    def end(self):
        """Waits for the end of it."""
        if self._text is None:
            try:
                output, _ = self._process.communicate(timeout=SECONDS_AT_MOST)
            except subprocess.TimeoutExpired:
                self._process.kill()
                output, _ = self._process.communicate()
                output += b"\nkilled: it took too long\n"
            self._text = output.decode(errors="replace")
            self.seconds = time.monotonic() - self.began
        return self

    def write_id(self, path):
        """Leaves the number of its process in a file, all of it at once."""
        with open(path + ".new", "w") as file:
            file.write(str(self._process.pid))
        os.rename(path + ".new", path)

    def is_over(self):
        return self._process.poll() is not None

    @property
    def status(self):
        self.end()
        return self._process.returncode

    @property
    def text(self):
        self.end()
        return self._text

    @property
    def says_why(self):
        """Whether it ended badly and said so, in a message rather than a trace of the stack."""
        return self.status == 1 and re.search(r"^error: \S", self.text, re.MULTILINE)


class Tool:
    """keystone-seed, with the environment that it is told apart from the caller's."""

    def __init__(self, program, topology):
        self.program = program
        self.topology = topology

    def start(self, command, seed, *options, node=None):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "ADMIN_PASSWORD": ADMIN_PASSWORD,
            "SERVICE_PASSWORD": "service-secret",
            **self.topology.environment(node),
        }
        return Run(self.program, [command, seed] + list(options), environment)

    def run(self, command, seed, *options, node=None):
        return self.start(command, seed, *options, node=node).end()
