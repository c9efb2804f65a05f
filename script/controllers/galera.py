"""A MariaDB server that is one node of a Galera cluster."""

import getpass
import glob
import os
import shutil
import string
import subprocess

from controllers import Failure
from controllers.places import (
    GROUP_PORT,
    INCREMENT_PORT,
    NODES,
    PARTS,
    SQL_PORT,
    TRANSFER_PORT,
)
from controllers.processes import Process
from controllers.waiting import wait_until


class Galera:
    """One node, by its number."""

    def __init__(self, places, n):
        self.places = places
        self.n = n
        self.name = "galera-%d" % n
        self.process = Process(places, self.name)
        self.data = places.path(self.name)
        self._socket = places.path("run", self.name + ".sock")
        self._settings = places.path("etc", self.name + ".cnf")
        self._locker = Process(places, "lag-%d" % n)

    # Files

    def configure(self):
        address = self.places.address(self.n)
        with open(os.path.join(PARTS, "galera.cnf")) as file:
            template = string.Template(file.read())
        text = template.substitute(
            user="user = root" if os.getuid() == 0 else "",
            home=self.places.home,
            name=self.name,
            data=self.data,
            socket=self._socket,
            address=address,
            members=",".join("%s:%d" % (self.places.address(n), GROUP_PORT) for n in NODES),
            provider=provider(),
            sql_port=SQL_PORT,
            group_port=GROUP_PORT,
            increment_port=INCREMENT_PORT,
            transfer_port=TRANSFER_PORT,
        )
        with open(self._settings, "w") as file:
            file.write(text)

    def create(self):
        """Fills its directory with an empty database server's."""
        arguments = [
            "mariadb-install-db",
            "--no-defaults",
            "--datadir=" + self.data,
            "--auth-root-authentication-method=socket",
            "--auth-root-socket-user=" + getpass.getuser(),
            "--skip-test-db",
            "--force",
        ]
        if os.getuid() == 0:
            arguments.append("--user=root")
        shutil.rmtree(self.data, ignore_errors=True)
        run(arguments, self.places.path("log", "database.out"))

    def fill_from(self, model):
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(model, self.data)

    # Running

    def start(self, begins_cluster=False, limit=90):
        arguments = ["mariadbd", "--defaults-file=" + self._settings]
        if begins_cluster:
            arguments.append("--wsrep-new-cluster")
        else:
            arguments += self._position()
        self.process.start(
            arguments,
            dict(os.environ, PATH=os.path.join(PARTS, "sst") + ":" + os.environ["PATH"]),
        )
        self.wait_until_synced(limit)

    def _position(self):
        """Where a node that was killed has got to, so that it fetches only what it lacks."""
        log = self.places.path("log", self.name + "-position.log")
        if os.path.exists(log):
            os.unlink(log)
        settings = "--defaults-file=" + self._settings
        command = ["mariadbd", settings, "--wsrep-recover", "--log-error=" + log]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        mark = "Recovered position:"
        with open(log, errors="replace") as file:
            found = [line.split(mark)[1].strip() for line in file if mark in line]
        # What stands behind the comma is the node's place in a cluster of clusters.
        return ["--wsrep-start-position=" + found[-1].split(",")[0]] if found else []

    def wait_until_synced(self, limit=60):
        self.process.wait_until("is synced", lambda: self.state() == "Synced", limit)

    def state(self):
        """Galera's word for how it is, and what kind of cluster it sees when that is no good one."""
        wanted = "('wsrep_local_state_comment', 'wsrep_cluster_status', 'wsrep_ready')"
        try:
            rows = dict(self.sql("SHOW STATUS WHERE Variable_name IN " + wanted, limit=4))
        except Failure:
            return "no answer"
        if rows.get("wsrep_cluster_status") != "Primary" or rows.get("wsrep_ready") != "ON":
            return rows.get("wsrep_cluster_status", "no answer") + ", not ready"
        return rows["wsrep_local_state_comment"]

    def stop(self):
        self._locker.stop(5)
        self.process.stop(30)

    def sql(self, statement, limit=30):
        """The rows that a statement gives, as lists of texts."""
        command = ["mariadb", "--no-defaults", "-N", "-B", "--connect-timeout=2", "-S", self._socket]
        try:
            done = subprocess.run(
                command,
                input=statement.encode(),
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                timeout=limit,
            )
        except subprocess.TimeoutExpired:
            raise Failure("%s: no answer in %d s" % (self.name, limit))
        if done.returncode:
            raise Failure("%s: %s" % (self.name, done.stderr.decode(errors="replace").strip()))
        return [line.split("\t") for line in done.stdout.decode().splitlines()]

    def dump(self):
        """Keystone's rows, as statements that put them back."""
        command = ["mariadb-dump", "--no-defaults", "-S", self._socket, "--no-create-info"]
        command += ["--skip-comments", "--skip-add-locks", "--skip-lock-tables", "--compact"]
        ignored = ["--ignore-table=keystone.migrate_version"]
        return subprocess.run(
            command + ignored + ["keystone"], stdout=subprocess.PIPE, check=True
        ).stdout.decode()

    # Faults

    def isolate(self):
        self.sql("SET GLOBAL wsrep_provider_options='gmcast.isolate=1'")

    def rejoin(self):
        self.sql("SET GLOBAL wsrep_provider_options='gmcast.isolate=0'")

    def bootstrap(self):
        """Makes what is left of a cluster a whole one."""
        self.sql("SET GLOBAL wsrep_provider_options='pc.bootstrap=YES'")

    def lag(self, seconds):
        """Holds back what the others write: reads here are stale, and writes wait."""
        statement = "FLUSH TABLES WITH READ LOCK; SELECT SLEEP(%s)" % seconds
        self._locker.start(["mariadb", "--no-defaults", "-S", self._socket, "-e", statement])
        question = "SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User sleep'"
        self._locker.wait_until("holds the lock", lambda: self.sql(question) != [["0"]], 10)

    def wait_out_lag(self):
        wait_until(self.name + " lags no more", lambda: not self._locker.pids(), 60)


def provider():
    found = glob.glob("/usr/lib*/galera*/libgalera_smm.so")
    if not found:
        raise Failure("there is no libgalera_smm.so under /usr/lib: is galera-4 installed?")
    return found[0]


def run(arguments, log, environment=None, directory=None):
    """Runs a program to its end, which has to be a good one."""
    with open(log, "ab") as file:
        done = subprocess.run(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=file,
            env=environment,
            cwd=directory,
        )
    if done.returncode:
        raise Failure("%s failed; see %s" % (arguments[0], log))
