"""Those who make the article's cloud over v3, each in a way of its own."""

import json
import os
import tempfile

from benchmarks import openstack_script, playbook, replaying_v3, wanted
from benchmarks.clouds import ARTICLE, PASSWORDS
from benchmarks.measuring import run
from benchmarks.today import environment
from clouds.keystone_v3 import Keystone as Client
from controllers.places import SCRIPTS

PARALLELISM = 8
# The bootstrap has a RegionOne, which MariaDB takes for the article's regionOne, and by whose URLs the
# other clients find this Keystone.
REGION = "article"
# The same for the role Member, which the openstack command looks for by its very name.
V3 = (("identity: v2.0", "identity: v3"), ("regionOne", REGION), ("Member", "member"))


class Contenders:
    """All of them, against one server of today."""

    def __init__(self, server, programs):
        self.server, self.programs = server, programs
        self.folder = tempfile.TemporaryDirectory()
        self.seed_path = os.path.join(self.folder.name, "article.yaml")
        with open(ARTICLE) as file:
            text = file.read()
        for old, new in V3:
            text = text.replace(old, new)
        with open(self.seed_path, "w") as file:
            file.write(text)
        server.empty()
        self.environment = environment(server)
        # Ansible's modules run by the Python of its own environment, and write below its home.
        self.of_ansible = {
            **self.environment, "HOME": self.folder.name, "ANSIBLE_LOCALHOST_WARNING": "False",
            "ANSIBLE_PYTHON_INTERPRETER": os.path.join(os.path.dirname(programs.ansible), "python"),
        }
        self.rows = wanted.of_plan(json.loads(self._seed("plan", "--output", "json").output))
        client = Client(server.url, PASSWORDS["ADMIN_PASSWORD"])
        self.ids = {(own, row["name"]): row["id"]
                    for own, kind in (("tenant", "project"), ("user", "user"), ("role", "role"),
                                      ("service", "service"))
                    for row in client.list(kind)}
        self.playbook = self._write("playbook.json", playbook.of_rows(self.rows))
        script = openstack_script.of_rows(self.rows, programs.openstack)
        self.script_path = self._write("script.sh", script)

    def _write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def begin(self):
        self.server.empty()

    def _run(self, command, environment=None, given=""):
        return run(command, environment or self.environment, given, self.server.log)

    def _seed(self, command, *options):
        return self._run([self.programs.seed, command, self.seed_path, *options])

    def ours(self):
        return self._seed("apply")

    def plan(self):
        """A plan that finds nothing to do."""
        return self._seed("plan", "--detailed-exitcode")

    def one_process(self):
        """openstacksdk in one Python."""
        python = os.path.join(os.path.dirname(self.programs.openstack), "python")
        line = [python, os.path.join(SCRIPTS, "benchmarks", "one_process_v3.py")]
        return self._run(line, given=json.dumps(self.rows))

    def script(self):
        """The openstack command, by script."""
        return self._run(["sh", self.script_path])

    def ansible(self):
        line = [self.programs.ansible, "--inventory", "localhost,", self.playbook]
        return self._run(line, self.of_ansible)

    def floor(self, given):
        """The same requests and nothing else."""
        return self._run([self.programs.floor, self.server.url, "-", str(PARALLELISM)], given=given)

    def floor_of_writes(self):
        return self.floor(replaying_v3.of_rows(self.rows, self.server.login, self.ids))

    def reads_of_second_run(self):
        """What a run without changes reads, for the floor to read as well."""
        mark = self.server.log.mark()
        self.plan()
        targets = self.server.log.targets(mark)
        users = [row["name"] for row in self.rows
                 if row["kind"] == "user" and "password" in row["fields"]]
        own = self.server.login["OS_USERNAME"]
        return replaying_v3.of_reads(targets, self.server.login, [own] + users)
