"""All of it together: brought up, looked at, taken down."""

import os
import shutil
import urllib.request

from controllers import Failure
from controllers.balancer import Balancer
from controllers.galera import Galera
from controllers.keystone import Keystone, find_python
from controllers.places import DATABASE_PASSWORD, NODES, Places
from controllers.waiting import together, wait_until

PROGRAMS = ("haproxy", "mariadbd", "mariadb", "mariadb-dump", "mariadb-install-db", "rsync")


class Topology:
    """Three controllers behind one HAProxy."""

    def __init__(self, home, subnet, release):
        os.environ["PATH"] += ":/usr/local/sbin:/usr/sbin:/sbin"
        self.places = Places(home, subnet, release)
        self.galera = {n: Galera(self.places, n) for n in NODES}
        self.keystone = {n: Keystone(self.places, n) for n in NODES}
        self.balancer = Balancer(self.places)

    def parts(self):
        return list(self.galera.values()) + list(self.keystone.values()) + [self.balancer]

    def up(self, mode, balance):
        """Starts all of it, with an empty cloud."""
        running = [part.name for part in self.parts() if part.process.pids()]
        if running:
            raise Failure("running already: %s; script/ha down" % ", ".join(running))
        missing = [program for program in PROGRAMS if not shutil.which(program)]
        if missing:
            raise Failure("missing: %s; script/ha setup" % ", ".join(missing))
        os.makedirs(self.places.home, mode=0o700, exist_ok=True)
        for folder in ("etc", "log", "run", "tmp"):
            os.makedirs(self.places.path(folder), exist_ok=True)
        python = find_python(self.places.release)
        self.balancer.configure(mode, balance)
        for node in self.galera.values():
            node.configure()
        try:
            self._start_galera(self._model(python))
            self.start_keystones(python)
            # Last, since it takes each Keystone for up until a check says no.
            self.balancer.start()
        except BaseException:
            self.down()
            raise

    def down(self):
        self.balancer.stop()
        together(*[keystone.stop for keystone in self.keystone.values()])
        together(*[node.stop for node in self.galera.values()])

    def restart_balancer(self, mode, balance):
        self.balancer.stop()
        self.balancer.configure(mode, balance)
        self.balancer.start()

    def start_keystones(self, python):
        stopped = [keystone for keystone in self.keystone.values() if not keystone.process.pids()]
        together(*[lambda keystone=keystone: keystone.start(python) for keystone in stopped])

    def _start_galera(self, model):
        for node in self.galera.values():
            node.fill_from(model)
        self.galera[1].start(begins_cluster=True)
        together(self.galera[2].start, self.galera[3].start)

    def _model(self, python):
        """A database server's files with Keystone's empty tables in them; made once."""
        model = self.places.path("model")
        if not os.path.exists(model):
            first = self.galera[1]
            first.create()
            first.start(begins_cluster=True)
            first.sql(
                "CREATE DATABASE keystone CHARACTER SET utf8;"
                "CREATE USER keystone@'%%' IDENTIFIED BY '%s';"
                "GRANT ALL ON keystone.* TO keystone@'%%';" % DATABASE_PASSWORD
            )
            shutil.rmtree(self.places.path("keys"), ignore_errors=True)
            self.keystone[1].create_tables(python)
            with open(self.places.path("begun.sql"), "w") as file:
                file.write(first.dump())
            first.stop()
            shutil.copytree(first.data, model + ".new")
            os.rename(model + ".new", model)
        return model

    def begun(self):
        """Keystone's rows before anybody has asked for any, as statements that put them back."""
        with open(self.places.path("begun.sql")) as file:
            return file.read()

    def wait_until_well(self, limit=60):
        """Waits until every part does its work and knows it of the others."""
        for node in self.galera.values():
            node.wait_until_synced(limit)
        for keystone in self.keystone.values():
            keystone.wait_until_ready(limit)
        wait_until(
            "HAProxy sees three Keystones",
            lambda: list(self.balancer.servers().values()) == ["UP"] * len(NODES),
            limit,
        )

    def chosen(self):
        """The Keystone that HAProxy gives whoever comes from here, by number."""
        before = self.balancer.sessions()
        urllib.request.urlopen(self.places.api_url() + "/", timeout=10).close()
        wait_until("HAProxy has counted", lambda: self.balancer.sessions() != before, 5)
        after = self.balancer.sessions()
        return max(NODES, key=lambda n: after[n] - before[n])

    def is_up(self):
        return all(part.process.pids() for part in self.parts())

    def environment(self, n=None):
        """What a client of one Keystone needs, or of all, by the names that the tool knows."""
        return self.places.release.login(self.places.api_url(n))
