"""A real Keystone that keeps what it knows in its own Galera node."""

import http.client
import os
import shlex
import shutil
import subprocess

from controllers import Failure, faults
from controllers.galera import run
from controllers.places import ADMIN_PORT, DATABASE_PASSWORD, PIKE, PUBLIC_PORT, SCRIPTS, SHIFT
from controllers.places import SQL_PORT, TOKEN
from controllers.processes import Process


class Keystone:
    """One Keystone, by its number: one process that serves several requests at a time."""

    def __init__(self, places, n):
        self.places = places
        self.n = n
        self.name = "keystone-%d" % n
        self.process = Process(places, self.name)
        self.data = places.path(self.name)
        self.faults = os.path.join(self.data, "faults")

    def create_tables(self, python):
        """Keystone's tables, and the keys that all three share."""
        os.makedirs(self.data, exist_ok=True)
        environment = self._environment()
        run([python, PIKE + "/database.py"], self.places.path("log", "database.out"), environment)

    def start(self, python, limit=90):
        shutil.rmtree(self.data, ignore_errors=True)
        os.makedirs(self.data)
        configuration = SCRIPTS + "/lib/gunicorn.conf.py"
        self.process.start(
            [python, "-m", "gunicorn", "--config", configuration, "controllers.faulty:application"],
            self._environment(),
        )
        self.wait_until_ready(limit)

    def wait_until_ready(self, limit=30):
        self.process.wait_until("is ready", lambda: self.status() == 200, limit)

    def stop(self):
        self.process.stop(10)

    def status(self):
        """The status of an answer that needs the database; 0 for none."""
        host, port = self.places.address(self.n), ADMIN_PORT + SHIFT
        connection = http.client.HTTPConnection(host, port, timeout=2)
        try:
            connection.request("GET", "/v2.0/tenants", headers={"X-Auth-Token": TOKEN})
            return connection.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            connection.close()

    def arm(self, fault, times=1):
        faults.arm(self.faults, fault, times)

    def _environment(self):
        database = "mysql+pymysql://keystone:%s@%s:%d/keystone?charset=utf8"
        keys = self.places.path("keys")
        # Nothing of the caller's environment, where OS_ variables would be options of the server's.
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": PIKE + ":" + SCRIPTS,
            "PYTHONDONTWRITEBYTECODE": "1",
            "KEYSTONE_CONFIG": PIKE + "/keystone.conf",
            "KEYSTONE_DATA": self.data,
            "KEYSTONE_HOST": self.places.address(self.n),
            "KEYSTONE_PORTS": "%d %d" % (PUBLIC_PORT + SHIFT, ADMIN_PORT + SHIFT),
            "KEYSTONE_WORKERS": "1",
            "KEYSTONE_THREADS": "4",
            "CONTROLLERS_FAULTS": self.faults,
            "OS_DEFAULT__ADMIN_TOKEN": TOKEN,
            "OS_PASTE_DEPLOY__CONFIG_FILE": PIKE + "/paste.ini",
            "OS_DATABASE__CONNECTION": database
            % (DATABASE_PASSWORD, self.places.address(self.n), SQL_PORT),
            "OS_IDENTITY__PASSWORD_HASH_ROUNDS": "4",
            "OS_TOKEN__PROVIDER": "fernet",
            "OS_FERNET_TOKENS__KEY_REPOSITORY": keys,
            "OS_CREDENTIAL__KEY_REPOSITORY": keys,
        }


def find_python():
    """The Python that has Keystone, after installing both where they are not there yet."""
    done = subprocess.run([SCRIPTS + "/keystone", "python"], stdout=subprocess.PIPE)
    if done.returncode:
        raise Failure("script/keystone could not install Keystone")
    return shlex.split(done.stdout.decode())[0]
