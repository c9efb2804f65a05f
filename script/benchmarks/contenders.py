"""Those who make the article's cloud, each in a way of its own."""

import json
import os
import shlex
import sys

from benchmarks import old_script, requests
from benchmarks.clouds import ARTICLE, PASSWORDS, password
from benchmarks.measuring import run
from benchmarks.servers import TOKEN
from controllers.places import SCRIPTS

PARALLELISM = 8


class Contenders:
    """All of them, against one server."""

    def __init__(self, server, programs):
        self.server = server
        self.programs = programs
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": os.environ.get("HOME", "/"),
            "OS_SERVICE_TOKEN": TOKEN,
            "OS_SERVICE_ENDPOINT": server.admin_url,
            **PASSWORDS,
        }
        server.empty()
        self.plan = json.loads(self._seed("plan", "--output", "json").output)

    def refresh(self):
        """After a server has moved to another port."""
        self.environment["OS_SERVICE_ENDPOINT"] = self.server.admin_url

    def _seed(self, command, *options):
        line = [self.programs.seed, command, ARTICLE] + list(options)
        return run(line, self.environment, log=self.server.log)

    def ours(self):
        return self._seed("apply")

    def floor(self, given):
        """The same requests and nothing else."""
        line = [self.programs.floor, self.server.admin_url, TOKEN, str(PARALLELISM)]
        return run(line, self.environment, given, self.server.log)

    def floor_of_writes(self):
        return self.floor(requests.of_plan(self.plan))

    def script(self):
        """The 2014 command, by script; a second run says that names are taken, and goes on."""
        script = old_script.of_plan(self.plan, self.programs.old)
        return run(["sh"], self.environment, script, self.server.log, may_fail=True)

    def one_process(self):
        """The 2014 library in one Python, which looks before it makes."""
        with open(self.programs.old) as file:
            python = shlex.split(file.readline()[2:])
        plan = json.loads(json.dumps(self.plan))
        for change in plan["changes"]:
            for field in change["fields"]:
                if field["field"] == "password":
                    field["to"] = password(change["name"])
        line = python + [os.path.join(SCRIPTS, "benchmarks", "one_process.py")]
        return run(line, self.environment, json.dumps(plan), self.server.log)

    def reads_of_second_run(self):
        """What a run without changes reads, for the floor to read as well."""
        mark = self.server.log.mark()
        self.ours()
        targets = self.server.log.targets(mark)
        users = json.loads(self._list_users())
        named = {change["name"]: change for change in self.plan["changes"]
                 if change["kind"] == "user"}
        known = [user for user in users if any(
            field["field"] == "password" for field in named[user["name"]]["fields"])]
        return requests.of_reads(targets, known)

    def _list_users(self):
        line = [self.programs.seed, "user-list", "--format", "json"]
        return run(line, self.environment).output


def note(words):
    """Says on standard error what is under way."""
    print(words, file=sys.stderr, flush=True)
