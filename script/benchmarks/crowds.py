"""Crowds: 100 to 100,000 users with their grants, and 1,000 endpoints, on both servers."""

import os
import re
import tempfile

from benchmarks.clouds import PASSWORDS, crowd
from benchmarks.contenders import note
from benchmarks.measuring import middle, run
from benchmarks.servers import TOKEN, Keystone, Sandbox
from benchmarks.tables import Table, at_most

MANY = 100000


def crowds(programs, rounds, sizes=(100, 1000, 10000)):
    """From empty, no-op, one change; each list that a plan reads by itself; what is asked of them.

    On the sandbox, which is quick enough, 100,000 as well.
    """
    for start, more in ((lambda: Keystone(4), ()), (lambda: Sandbox(programs.sandbox), (MANY,))):
        server = start()
        try:
            measured = Crowds(server, programs, rounds)
            for users in sizes + more:
                measured.add(users)
            yield Table.of_costs("Crowds on the %s" % server.name, measured.costs, None)
            if not more:
                yield Table.of_costs(
                    "What the no-op plan of %d users reads, each by itself" % sizes[-1],
                    measured.lists, None,
                )
            verdicts = _growth(measured, sizes[-1]) if more else _reads(measured, sizes[-1])
            yield Table.of_verdicts("What is asked of crowds on the %s" % server.name, verdicts)
        finally:
            server.stop()


def _growth(measured, few):
    """From one size to ten times as many users: linear, and little for each request."""
    costs = measured.costs
    apply = [costs["%d users, from empty" % users] for users in (few, MANY)]
    plan = costs["%d users, no-op plan" % MANY]
    verdicts = [
        ("apply from empty, CPU of %d users to that of %d" % (MANY, few),
         apply[1].cpu / apply[0].cpu, at_most(11)),
        ("%d users from empty, user CPU for each request, ms" % few,
         apply[0].user * 1e3 / apply[0].requests, at_most(0.1)),
        ("%d users from empty, peak, MB" % MANY, apply[1].peak / 1e6, at_most(200)),
        ("no-op plan of %d users, peak, MB" % MANY, plan.peak / 1e6, at_most(200)),
    ]
    for users, run_of, most in ((few, "from empty", 0.6), (MANY, "from empty", 0.05),
                                (MANY, "no-op plan", 0.5)):
        before = costs.get("before: %d users, %s" % (users, run_of))
        if before:
            now = costs["%d users, %s" % (users, run_of)]
            verdicts.append(("%d users, %s, user CPU to that before" % (users, run_of),
                             now.user / before.user, at_most(most)))
    return verdicts


def _reads(measured, users):
    """A plan without changes takes as long as its slowest list."""
    plan = measured.costs["%d users, no-op plan" % users]
    slowest = max(cost.wall for cost in measured.lists.values())
    verdicts = [
        ("no-op plan of %d users, time to that of its slowest list" % users,
         plan.wall / slowest, at_most(1.2)),
    ]
    before = measured.costs.get("before: %d users, no-op plan" % users)
    if before:
        verdicts.append(("the same, time to that before", plan.wall / before.wall, at_most(0.1)))
    return verdicts


class Crowds:
    """What crowds on one server have cost."""

    def __init__(self, server, programs, rounds):
        self.server, self.programs, self.rounds = server, programs, rounds
        self.costs = {}
        # Each list that the last crowd's plan has read.
        self.lists = {}

    def add(self, users):
        with tempfile.TemporaryDirectory() as folder:
            seeds = [os.path.join(folder, name) for name in ("seed.yaml", "changed.yaml")]
            for path, change in zip(seeds, (False, True)):
                with open(path, "w") as file:
                    file.write(crowd(users, change))
            # On a real Keystone that takes ten minutes, most of them the server's own.
            if self.programs.before and isinstance(self.server, Sandbox):
                self._apply(users, seeds[0], self.programs.before, "before: ")
            self._apply(users, seeds[0], self.programs.seed)
            self._plan(users, seeds[0])
            name = "%d users, one change" % users
            self.costs[name] = self._seed(self.programs.seed, "apply", seeds[1])

    def _seed(self, program, command, path, *options):
        environment = dict(
            PASSWORDS, OS_SERVICE_TOKEN=TOKEN, OS_SERVICE_ENDPOINT=self.server.admin_url
        )
        line = [program, command, path, "--no-verify-passwords", *options]
        return run(line, environment, log=self.server.log)

    def _apply(self, users, path, program, who=""):
        name = "%s%d users, from empty" % (who, users)
        note("%s: %s" % (self.server.name, name))
        self.server.empty()
        self.costs[name] = self._seed(program, "apply", path)

    def _plan(self, users, path):
        """The builds in turn, so that a busy minute is everybody's."""
        builds = {"": self.programs.seed}
        if self.programs.before:
            builds["before: "] = self.programs.before
        plans = {who: [] for who in builds}
        lists = {}
        for number in range(self.rounds):
            note("%s: %d users, no-op plan %d" % (self.server.name, users, number + 1))
            for who, program in builds.items():
                mark = self.server.log.mark()
                plans[who].append(self._seed(program, "plan", path, "--detailed-exitcode"))
                if not who:
                    for method, target in self.server.log.targets(mark):
                        if method == "GET":
                            lists.setdefault(target, []).append(self._list(target))
        for who, costs in plans.items():
            self.costs["%s%d users, no-op plan" % (who, users)] = middle(costs)
        self.lists = {target: middle(costs) for target, costs in lists.items()}

    def _list(self, target):
        base = re.sub("/v2.0/?$", "", self.server.admin_url)
        line = [self.programs.floor, base, TOKEN, "1"]
        return run(line, given="list\tGET\t%s\t\t\n" % target, log=self.server.log)
