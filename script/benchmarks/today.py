"""A Keystone of today that is measured against, over v3."""

import os
import shutil
import subprocess
import tempfile

from benchmarks import Failure
from benchmarks.clouds import PASSWORDS
from benchmarks.servers import AccessLog
from controllers.places import SCRIPTS


class KeystoneOfToday:
    """A Keystone 30 on MariaDB, as script/keystone starts it, with its bootstrap.

    Not on SQLite, which refuses a transaction that has read something and writes after another one:
    an error 500 of requests at a time, and of no cloud that there is.
    """

    def __init__(self, rounds, workers=2):
        self.name = "Keystone 30, bcrypt's cost %d" % rounds
        self.data = tempfile.mkdtemp()
        self.password = PASSWORDS["ADMIN_PASSWORD"]
        command = [SCRIPTS + "/keystone", "start", "--release", "30", "--database", "mariadb"]
        command += ["--data", self.data, "--admin-password", self.password]
        command += ["--password-rounds", str(rounds), "--workers", str(workers)]
        done = subprocess.run(command, stdout=subprocess.PIPE)
        if done.returncode:
            raise Failure("the Keystone did not start")
        said = dict(
            line.split(" ", 1)[1].split("=", 1) for line in done.stdout.decode().splitlines()
        )
        self.url = said["KEYSTONE_REAL_URL"]
        # What every client of OpenStack's reads.
        self.login = {name: value for name, value in said.items() if name.startswith("OS_")}
        self.log = AccessLog(self.data + "/access.log")
        self._tables = [row for row in self._sql("SHOW TABLES").split() if row != "alembic_version"]
        self._sql("CREATE DATABASE begun;" + "".join(
            "CREATE TABLE begun.`{0}` LIKE `{0}`; INSERT INTO begun.`{0}` SELECT * FROM `{0}`;".format(name)
            for name in self._tables
        ))

    def empty(self):
        """As the bootstrap left it, without a new start: what a Keystone loads first is loaded."""
        self._sql("SET FOREIGN_KEY_CHECKS=0; BEGIN;" + "".join(
            "DELETE FROM `{0}`; INSERT INTO `{0}` SELECT * FROM begun.`{0}`;".format(name)
            for name in self._tables
        ) + "COMMIT")

    def fill(self, statements):
        """Writes rows that nobody need ask Keystone for."""
        self._sql(statements)

    def _sql(self, statement):
        command = ["mariadb", "--no-defaults", "--user=root", "--batch", "--skip-column-names"]
        command += ["--socket=%s/mariadb.sock" % self.data, "keystone"]
        done = subprocess.run(command, input=statement, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            raise Failure("MariaDB refuses: %s" % statement[:200])
        return done.stdout

    def stop(self):
        subprocess.run([SCRIPTS + "/keystone", "stop", "--data", self.data], check=True)
        shutil.rmtree(self.data)


def environment(server):
    """What a client of that server gets, with the seed's passwords."""
    return {
        "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **server.login, **PASSWORDS,
    }
