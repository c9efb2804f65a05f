"""What is measured: each group gives the tables of its results."""

import os
import re
import tempfile

from benchmarks.clouds import ARTICLE, PASSWORDS, crowd
from benchmarks.contenders import Contenders, note
from benchmarks.measuring import middle, run
from benchmarks.servers import TOKEN, Keystone, Sandbox
from benchmarks.tables import Table


def servers(programs):
    """Each in turn; whoever goes on to the next has done with the one before."""
    for start in (lambda: Keystone(12), lambda: Keystone(4), lambda: Sandbox(programs.sandbox)):
        server = start()
        try:
            yield server
        finally:
            server.stop()


def article(programs, rounds):
    """The article's cloud from empty, and once more: ours, the ways of 2014, and the floor."""
    for server in servers(programs):
        contenders = Contenders(server, programs)
        ways = {"floor: the writes alone": contenders.floor_of_writes, "ours": contenders.ours}
        if programs.old:
            ways["2014 command, by script"] = contenders.script
            ways["2014 library, one process"] = contenders.one_process
        first = {way: [] for way in ways}
        second = {way: [] for way in ways if not way.startswith("floor")}
        second["floor: ours' reads alone"] = []
        for number in range(rounds):
            note("%s: round %d of %d" % (server.name, number + 1, rounds))
            for way, measure in ways.items():
                contenders.begin()
                first[way].append(measure())
                if way in second:
                    second[way].append(measure())
                if way == "ours":
                    reads = contenders.reads_of_second_run()
                    second["floor: ours' reads alone"].append(contenders.floor(reads))
        heading = "The article's cloud on the %s" % server.name
        yield Table.of_costs(heading + ", from empty", medians(first), "floor: the writes alone")
        yield Table.of_costs(heading + ", once more", medians(second), "floor: ours' reads alone")


def crowds(programs, rounds, sizes=(100, 1000, 10000), many=100000):
    """100 to 10,000 users with their grants, and 1,000 endpoints: from empty, no-op, one change.

    On the sandbox, which is quick enough, 100,000 as well, and what is asked of the growth.
    """
    for server, more in ((Keystone(4), ()), (Sandbox(programs.sandbox), (many,))):
        try:
            costs = _crowd(server, programs, rounds, sizes + more)
            yield Table.of_costs("Crowds on the %s" % server.name, costs, None)
            if more:
                yield Table.of_verdicts("Growth on the sandbox", _growth(costs, sizes[-1], many))
        finally:
            server.stop()


def _growth(costs, few, many):
    """From one size to ten times as many users: linear, and little for each request."""
    apply = [costs["%d users, from empty" % users] for users in (few, many)]
    plan = costs["%d users, no-op plan" % many]
    return [
        ("apply from empty, CPU of %d users to that of %d" % (many, few),
         apply[1].cpu / apply[0].cpu, 11),
        ("the same, CPU for each request, ms", apply[1].cpu * 1e3 / apply[1].requests, 0.1),
        ("the same, peak, MB", apply[1].peak / 1e6, 200),
        ("no-op plan of %d users, peak, MB" % many, plan.peak / 1e6, 200),
    ]


def _crowd(server, programs, rounds, sizes):
    rows = {}
    with tempfile.TemporaryDirectory() as folder:
        for users in sizes:
            note("%s: %d users" % (server.name, users))
            server.empty()
            environment = dict(PASSWORDS, OS_SERVICE_TOKEN=TOKEN,
                               OS_SERVICE_ENDPOINT=server.admin_url)
            seeds = [os.path.join(folder, name) for name in ("seed.yaml", "changed.yaml")]
            for path, change in zip(seeds, (False, True)):
                with open(path, "w") as file:
                    file.write(crowd(users, change))

            def seed(command, path, *options):
                line = [programs.seed, command, path, "--no-verify-passwords", *options]
                return run(line, environment, log=server.log)

            rows["%d users, from empty" % users] = seed("apply", seeds[0])
            plans = [seed("plan", seeds[0], "--detailed-exitcode") for _ in range(rounds)]
            rows["%d users, no-op plan" % users] = middle(plans)
            rows["%d users, one change" % users] = seed("apply", seeds[1])
    return rows


def core(programs, rounds, sizes=(1000, 10000, 100000)):
    """The pure core alone: CPU time of each stage and the peak of memory, by users."""
    stages = {}
    for users in sizes:
        note("the core: %d users" % users)
        runs = [
            "".join(run([programs.core] + way + [str(users)]).output for way in ([], ["--apply"]))
            for _ in range(rounds)
        ]
        # The quickest of a stage: CPU time has no noise but what others add.
        for line in runs[0].splitlines():
            stage = line.split("\t")[0]
            values = [float(re.search(r"^%s\t([0-9.e-]+)" % stage, text, re.M)[1]) for text in runs]
            stages.setdefault(stage, []).append(min(values))
    yield Table.of_stages("The pure core, seconds of CPU", sizes, stages)


def startup(programs, rounds):
    """How long it takes to say the version, and to check the smallest seed."""
    minimal = os.path.join(os.path.dirname(ARTICLE), "minimal.yaml")
    commands = {
        "keystone-seed --version": [programs.seed, "--version"],
        "keystone-seed validate minimal.yaml": [programs.seed, "validate", minimal],
    }
    if programs.old:
        commands["keystone --version, 2014"] = [programs.old, "--version"]
    costs = {name: [] for name in commands}
    for _ in range(rounds * 4):
        for name, command in commands.items():
            costs[name].append(run(command, {"PATH": os.environ["PATH"], **PASSWORDS}))
    yield Table.of_costs("Start-up", medians(costs), "keystone-seed --version")


def medians(costs):
    return {name: middle(of_one) for name, of_one in costs.items()}


GROUPS = {"article": article, "crowds": crowds, "core": core, "startup": startup}
