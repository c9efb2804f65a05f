"""A cloud of many domains over v3: a plan without changes beside its own reads."""

from benchmarks.clouds import many_domains
from benchmarks.crowd_v3 import Crowd
from benchmarks.contenders import note
from benchmarks.measuring import middle
from benchmarks.tables import Table, at_most
from benchmarks.today import KeystoneOfToday

DOMAINS, USERS, GROUPS = 20, 10000, 2000


def domains_v3(programs, rounds):
    """From empty once, and the plan without changes, as often as its reads alone."""
    server = KeystoneOfToday(4)
    try:
        cloud = Crowd(server, programs, USERS, many_domains(DOMAINS, USERS, GROUPS))
        note("%s: %d domains, from empty" % (server.name, DOMAINS))
        cloud.apply()
        for number in range(rounds):
            note("%s: %d domains, no-op plan %d" % (server.name, DOMAINS, number + 1))
            cloud.add_round()
        yield from _tables(server, cloud)
    finally:
        server.stop()


def _tables(server, cloud):
    floor = "floor: the plan's reads alone"
    plan = "%d domains, no-op plan" % DOMAINS
    costs = {
        floor: middle(cloud.floors), plan: middle(cloud.plans),
        "%d domains, from empty" % DOMAINS: cloud.from_empty,
    }
    heading = "%d domains, %d users, %d groups and 50000 memberships and assignments" % (
        DOMAINS, USERS, GROUPS)
    yield Table.of_costs("%s over v3 on the %s" % (heading, server.name), costs, floor)
    ours = costs[plan]
    yield Table.of_verdicts("What is asked of many domains over v3", [
        (plan + ", time to that of its reads", ours.wall / costs[floor].wall, at_most(1.2)),
        (plan + ", CPU to its time", ours.cpu / ours.wall, at_most(0.15)),
        (plan + ", peak, MB", ours.peak / 2**20, at_most(150)),
    ])
