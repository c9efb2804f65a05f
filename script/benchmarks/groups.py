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
                server.empty()
                contenders.refresh()
                first[way].append(measure())
                if way in second:
                    second[way].append(measure())
                if way == "ours":
                    reads = contenders.reads_of_second_run()
                    second["floor: ours' reads alone"].append(contenders.floor(reads))
        heading = "The article's cloud on the %s" % server.name
        yield Table.of_costs(heading + ", from empty", medians(first), "floor: the writes alone")
        yield Table.of_costs(heading + ", once more", medians(second), "floor: ours' reads alone")


def crowds(programs, rounds, sizes=(100, 1000, 10000)):
    """100 to 10,000 users with their grants, and 1,000 endpoints: from empty, no-op, one change."""
    for server in (Keystone(4), Sandbox(programs.sandbox)):
        try:
            yield _crowd(server, programs, rounds, sizes)
        finally:
            server.stop()


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
    return Table.of_costs("Crowds on the %s" % server.name, rows, None)


def core(programs, rounds, sizes=(1000, 10000, 100000)):
    """The pure core alone: CPU time of each stage and the peak of memory, by users."""
    stages = {}
    for users in sizes:
        note("the core: %d users" % users)
        runs = [run([programs.core, str(users)]).output for _ in range(rounds)]
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
