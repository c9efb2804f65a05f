"""The servers that are measured against: a real Keystone, and the sandbox."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

from benchmarks import Failure
from controllers.checks.cloud import KEPT, TABLES
from controllers.places import SCRIPTS

TOKEN = "ADMIN"


class Keystone:
    """A real one, as script/keystone starts it."""

    def __init__(self, rounds, workers=2):
        self.name = "Keystone, bcrypt's cost %d" % rounds
        self.data = tempfile.mkdtemp()
        command = [SCRIPTS + "/keystone", "start", "--data", self.data]
        command += ["--password-rounds", str(rounds), "--workers", str(workers)]
        command += ["--admin-token", TOKEN]
        done = subprocess.run(command, stdout=subprocess.PIPE)
        if done.returncode:
            raise Failure("the Keystone did not start")
        said = dict(
            line.split(" ", 1)[1].split("=", 1) for line in done.stdout.decode().splitlines()
        )
        self.admin_url = said["KEYSTONE_REAL_ADMIN_URL"]
        self.log = AccessLog(self.data + "/access.log")

    def empty(self):
        """As it was at the start, without a new start: what a Keystone loads first is loaded."""
        database = sqlite3.connect(self.data + "/keystone.sqlite", timeout=60)
        with database:
            for table in TABLES:
                database.execute("DELETE FROM %s" % table)
            database.execute(KEPT)
        database.close()

    def stop(self):
        subprocess.run([SCRIPTS + "/keystone", "stop", "--data", self.data], check=True)
        shutil.rmtree(self.data)


class Sandbox:
    """The embedded server, whose own time is short."""

    name = "sandbox"

    def __init__(self, program):
        self.program = program
        self.data = tempfile.mkdtemp()
        self.process = None
        self.empty()

    def empty(self):
        self._end()
        record = self.data + "/record"
        open(record, "w").close()
        command = [self.program, "--public-port", "0", "--admin-port", "0"]
        command += ["--admin-token", TOKEN, "--record", record]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE)
        words = self.process.stdout.readline().decode().split()
        self.admin_url = words[words.index("admin") + 1]
        self.log = Record(record)

    def _end(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()
            self.process.stdout.close()

    def stop(self):
        self._end()
        shutil.rmtree(self.data)


class RequestFile:
    """A file to which a server appends a line for each request."""

    def __init__(self, path):
        self.path = path

    def mark(self):
        return os.path.getsize(self.path)

    def lines(self, mark):
        """What has come since; the server writes the last line after its answer."""
        time.sleep(0.3)
        with open(self.path) as file:
            file.seek(mark)
            return file.read().splitlines()

    def since(self, mark):
        """The requests and the connections since then."""
        connections = [self.connection(line) for line in self.lines(mark)]
        return len(connections), len(set(connections))


class AccessLog(RequestFile):
    """Keystone's: METHOD PATH PROTOCOL STATUS PORT."""

    def connection(self, line):
        return line.split()[4]

    def targets(self, mark):
        return [tuple(line.split()[:2]) for line in self.lines(mark)]


class Record(RequestFile):
    """The sandbox's: an object of JSON."""

    def connection(self, line):
        return json.loads(line)["connection"]

    def targets(self, mark):
        rows = [json.loads(line) for line in self.lines(mark)]
        return [(row["method"], row["target"]) for row in rows]
