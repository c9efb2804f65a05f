"""What is measured: each group gives the tables of its results."""

import os
import re

from benchmarks.article_v3 import article_v3
from benchmarks.clouds import ARTICLE, PASSWORDS
from benchmarks.contenders import Contenders, note
from benchmarks.crowd_v3 import crowd_v3
from benchmarks.crowds import crowds
from benchmarks.domains_v3 import domains_v3
from benchmarks.measuring import middle, run
from benchmarks.servers import Keystone, Sandbox
from benchmarks.tables import Table, at_most
from benchmarks.workers import workers


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


def core(programs, rounds, sizes=(1000, 10000, 100000), most=1000000):
    """The pure core alone: CPU time of each stage and the peak of memory, by users.

    Of a million the way from a seed to its plan, since in memory a Keystone of that size is not.
    """
    for way, name in (([], "from a seed to its plan"), (["--apply"], "applies in memory")):
        counts = sizes if way else sizes + (most,)
        stages = _stages(programs, rounds, way, counts)
        yield Table.of_stages("The pure core %s, seconds of CPU" % name, counts, stages)
        if not way:
            total = [sum(values[index] for stage, values in stages.items() if stage != "peak")
                     for index in (-2, -1)]
            yield Table.of_verdicts("What is asked of a million users", [
                ("CPU to that of %d" % sizes[-1], total[1] / total[0], at_most(11)),
                ("peak to that of %d" % sizes[-1], stages["peak"][-1] / stages["peak"][-2],
                 at_most(11)),
            ])


def _stages(programs, rounds, way, sizes):
    stages = {}
    for users in sizes:
        note("the core%s: %d users" % ("".join(" " + word for word in way), users))
        runs = [run([programs.core] + way + [str(users)]).output for _ in range(rounds)]
        # The quickest of a stage: CPU time has no noise but what others add.
        for line in runs[0].splitlines():
            stage = line.split("\t")[0]
            values = [float(re.search(r"^%s\t([0-9.e-]+)" % stage, text, re.M)[1]) for text in runs]
            stages.setdefault(stage, []).append(min(values))
    return stages


def startup(programs, rounds):
    """How long it takes to say the version, to check the smallest seed, to complete a word.

    The loader alone is what it takes to find and map the libraries, and to run nothing of ours.
    """
    minimal = os.path.join(os.path.dirname(ARTICLE), "minimal.yaml")
    ways = {
        "--version": ["--version"],
        "validate minimal.yaml": ["validate", minimal],
        "help apply": ["help", "apply"],
        "--generate-completion-script bash": ["--generate-completion-script", "bash"],
    }
    commands = {"keystone-seed " + name: [programs.seed] + way for name, way in ways.items()}
    if programs.before:
        commands.update(
            ("before: " + name, [programs.before] + way) for name, way in ways.items()
        )
    commands["the loader alone"] = ["env", "LD_TRACE_LOADED_OBJECTS=1", programs.seed]
    if programs.old:
        commands["keystone --version, 2014"] = [programs.old, "--version"]
    costs = {name: [] for name in commands}
    for _ in range(rounds * 4):
        for name, command in commands.items():
            costs[name].append(run(command, {"PATH": os.environ["PATH"], **PASSWORDS}))
    costs = medians(costs)
    yield Table.of_costs("Start-up", costs, "keystone-seed --version")
    if programs.before:
        yield Table.of_verdicts("What is asked of start-up", [
            (name + ", time to that before",
             costs["keystone-seed " + name].wall / costs["before: " + name].wall, at_most(1.05))
            for name in ways
        ])


def medians(costs):
    return {name: middle(of_one) for name, of_one in costs.items()}


GROUPS = {
    "article": article, "article-v3": article_v3, "crowds": crowds, "crowd-v3": crowd_v3,
    "domains-v3": domains_v3, "workers": workers, "core": core, "startup": startup,
}
