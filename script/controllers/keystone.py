"""A real Keystone that keeps what it knows in its own Galera node."""

import http.client
import os
import shlex
import shutil
import subprocess
import urllib.error
import urllib.request

from controllers import Failure, faults
from controllers.galera import run
from controllers.places import DATABASE_PASSWORD, SCRIPTS, SHIFT, SQL_PORT, TOKEN
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
        """Keystone's tables with what is there from the start, and the keys that all three share."""
        os.makedirs(self.data, exist_ok=True)
        log, environment = self.places.path("log", "database.out"), self._environment()
        keys = self.places.path("keys")
        self.places.release.fill(python, lambda command: run(command, log, environment), keys)

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
        url = self.places.api_url(self.n) + self.places.release.probe
        request = urllib.request.Request(url, headers={"X-Auth-Token": TOKEN})
        try:
            with urllib.request.urlopen(request, timeout=2) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except (OSError, http.client.HTTPException):
            return 0

    def arm(self, fault, times=1):
        faults.arm(self.faults, fault, times)

    def _environment(self):
        database = "mysql+pymysql://keystone:%s@%s:%d/keystone?charset=utf8"
        keys, release = self.places.path("keys"), self.places.release
        # Nothing of the caller's environment, where OS_ variables would be options of the server's.
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": release.folder + ":" + SCRIPTS,
            "PYTHONDONTWRITEBYTECODE": "1",
            "KEYSTONE_DATA": self.data,
            "KEYSTONE_HOST": self.places.address(self.n),
            "KEYSTONE_PORTS": " ".join(str(port + SHIFT) for port in release.ports.values()),
            "KEYSTONE_WORKERS": "1",
            "KEYSTONE_THREADS": "4",
            "CONTROLLERS_FAULTS": self.faults,
            "OS_DEFAULT__ADMIN_TOKEN": TOKEN,
            "OS_DATABASE__CONNECTION": database
            % (DATABASE_PASSWORD, self.places.address(self.n), SQL_PORT),
            "OS_TOKEN__PROVIDER": "fernet",
            "OS_FERNET_TOKENS__KEY_REPOSITORY": keys,
            "OS_CREDENTIAL__KEY_REPOSITORY": keys,
            **release.settings(keys),
        }


def find_python(release):
    """The Python that has that Keystone, after installing both where they are not there yet."""
    command = [SCRIPTS + "/keystone", "python", "--release", release.name]
    done = subprocess.run(command, stdout=subprocess.PIPE)
    if done.returncode:
        raise Failure("script/keystone could not install Keystone")
    return shlex.split(done.stdout.decode())[0]
