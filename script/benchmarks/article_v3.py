"""The article's cloud over v3 on a Keystone of today: ours, today's ways, and the floor."""

from benchmarks.contenders import note
from benchmarks.contenders_v3 import Contenders
from benchmarks.measuring import middle
from benchmarks.tables import Table, at_least, at_most
from benchmarks.today import KeystoneOfToday

WRITES = "floor: a login and the writes alone"
READS = "floor: ours' reads alone"
OURS = "ours"
SDK = "openstacksdk, one process"
SCRIPT = "openstack command, by script"
ANSIBLE = "Ansible's openstack.cloud"


def article_v3(programs, rounds):
    """From empty and once more, and how many times as long the others take."""
    server = KeystoneOfToday(12)
    try:
        measured = Article(server, programs)
        for number in range(rounds):
            note("%s: round %d of %d" % (server.name, number + 1, rounds))
            measured.add_round()
        yield from measured.tables()
    finally:
        server.stop()


class Article:
    """What the article's cloud has cost on one server, from empty and once more."""

    def __init__(self, server, programs):
        self.server = server
        self.contenders = contenders = Contenders(server, programs)
        self.ways = {
            WRITES: contenders.floor_of_writes, OURS: contenders.ours, SDK: contenders.one_process,
            SCRIPT: contenders.script, ANSIBLE: contenders.ansible,
        }
        self.first = {way: [] for way in self.ways}
        self.second = {way: [] for way in (READS, *self.ways) if way != WRITES}

    def add_round(self):
        for way, measure in self.ways.items():
            self.contenders.begin()
            self.first[way].append(measure())
            if way in self.second:
                self.second[way].append(measure())
            if way == OURS:
                reads = self.contenders.reads_of_second_run()
                self.second[READS].append(self.contenders.floor(reads))

    def tables(self):
        first, second = (
            {way: middle(costs) for way, costs in run.items()} for run in (self.first, self.second)
        )
        heading = "The article's cloud over v3 on the %s" % self.server.name
        yield Table.of_costs(heading + ", from empty", first, WRITES)
        yield Table.of_costs(heading + ", once more", second, READS)
        figures = []
        for name, costs, floor, asked in (
            ("from empty", first, WRITES, (4, 30, 30)), ("once more", second, READS, (5, 40, 40)),
        ):
            ours = costs[OURS].wall
            figures += [
                ("%s, %s to ours" % (name, way), costs[way].wall / ours, at_least(least))
                for way, least in zip((SDK, SCRIPT, ANSIBLE), asked)
            ]
            figures.append(("%s, ours to its floor" % name, ours / costs[floor].wall, at_most(1.15)))
        figures += [
            ("requests of ours from empty beside the writes",
             first[OURS].requests - (first[WRITES].requests - 1), at_most(9)),
            ("requests of ours once more", second[OURS].requests, at_most(8 + 4)),
        ]
        yield Table.of_verdicts("What is asked of the article's cloud over v3", figures)
