"""A crowd over v3: a plan without changes beside its own reads."""

import os
import tempfile

from benchmarks import replaying_v3
from benchmarks.clouds import crowd
from benchmarks.contenders import PARALLELISM, note
from benchmarks.measuring import middle, run
from benchmarks.tables import Table, at_most
from benchmarks.today import KeystoneOfToday, environment

USERS = 10000


def crowd_v3(programs, rounds, users=USERS):
    """From empty once, and the plan without changes, as often as its reads alone."""
    server = KeystoneOfToday(4)
    try:
        measured = Crowd(server, programs, users)
        note("%s: %d users, from empty" % (server.name, users))
        measured.apply()
        for number in range(rounds):
            note("%s: %d users, no-op plan %d" % (server.name, users, number + 1))
            measured.add_round()
        yield from measured.tables()
    finally:
        server.stop()


class Crowd:
    """What a crowd on one server has cost."""

    def __init__(self, server, programs, users, seed=None):
        self.server, self.programs, self.users = server, programs, users
        self.environment = environment(server)
        self.folder = tempfile.TemporaryDirectory()
        self.seed_path = os.path.join(self.folder.name, "crowd.yaml")
        with open(self.seed_path, "w") as file:
            file.write(seed or crowd(users))
        self.plans, self.floors = [], []

    def _seed(self, command, *options):
        line = [self.programs.seed, command, self.seed_path, "--no-verify-passwords", *options]
        return run(line, self.environment, log=self.server.log)

    def apply(self):
        self.from_empty = self._seed("apply")

    def add_round(self):
        mark = self.server.log.mark()
        self.plans.append(self._seed("plan", "--detailed-exitcode"))
        reads = replaying_v3.of_reads(self.server.log.targets(mark), self.server.login)
        line = [self.programs.floor, self.server.url, "-", str(PARALLELISM)]
        self.floors.append(run(line, self.environment, reads, self.server.log))

    def tables(self):
        floor = "floor: the plan's reads alone"
        plan = "%d users, no-op plan" % self.users
        costs = {
            floor: middle(self.floors), plan: middle(self.plans),
            "%d users, from empty" % self.users: self.from_empty,
        }
        yield Table.of_costs("A crowd over v3 on the %s" % self.server.name, costs, floor)
        yield Table.of_verdicts("What is asked of a crowd over v3", [
            (plan + ", time to that of its reads", costs[plan].wall / costs[floor].wall,
             at_most(1.15)),
        ])
