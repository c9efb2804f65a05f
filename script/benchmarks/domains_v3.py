"""A cloud of many domains over v3: a plan without changes beside its own reads."""

from benchmarks.clouds import many_domains
from benchmarks.contenders import note
from benchmarks.crowd_v3 import Crowd
from benchmarks.measuring import middle
from benchmarks.tables import Table, at_most
from benchmarks.today import KeystoneOfToday

DOMAINS, USERS, GROUPS = 20, 10000, 2000

# Keystone makes twenty objects a second of these, so that the tables are filled: an hour less.
FILL = """
CREATE TEMPORARY TABLE d AS SELECT seq AS n, md5(concat('d', seq)) AS id FROM seq_0_to_{last_domain};
INSERT INTO project(id, name, extra, description, enabled, domain_id, parent_id, is_domain)
  SELECT id, concat('domain-', n), '{{}}', concat('Domain ', n), 1, '<<keystone.domain.root>>', NULL, 1 FROM d;
INSERT INTO project(id, name, extra, description, enabled, domain_id, parent_id, is_domain)
  SELECT md5(concat('p', n, '-', seq)), concat('project-', seq), '{{}}', concat('Project ', seq), 1, id, id, 0
  FROM d JOIN seq_0_to_{last_project};
INSERT INTO user(id, extra, enabled, domain_id)
  SELECT md5(concat('u', n, '-', seq)),
    concat('{{"email": "user-', seq, '@domain-', n, '.example.com"}}'), 1, id
  FROM d JOIN seq_0_to_{last_user};
INSERT INTO local_user(user_id, domain_id, name)
  SELECT md5(concat('u', n, '-', seq)), id, concat('user-', seq) FROM d JOIN seq_0_to_{last_user};
INSERT INTO `group`(id, domain_id, name, description, extra)
  SELECT md5(concat('g', n, '-', seq)), id, concat('group-', seq), concat('Group ', seq), '{{}}'
  FROM d JOIN seq_0_to_{last_group};
INSERT IGNORE INTO user_group_membership(user_id, group_id)
  SELECT md5(concat('u', n, '-', u.seq)),
    md5(concat('g', n, '-', (u.seq + k.seq * (1 + u.seq DIV {groups})) % {groups}))
  FROM d JOIN seq_0_to_{last_user} u JOIN seq_0_to_1 k;
INSERT INTO assignment(type, actor_id, target_id, role_id, inherited)
  SELECT 'UserProject', md5(concat('u', n, '-', u.seq)),
    md5(concat('p', n, '-', (u.seq + k.seq) % {projects})), role.id, 0
  FROM d JOIN seq_0_to_{last_user} u JOIN seq_0_to_1 k JOIN role ON role.name = 'member';
INSERT INTO assignment(type, actor_id, target_id, role_id, inherited)
  SELECT 'GroupProject', md5(concat('g', n, '-', g.seq)),
    md5(concat('p', n, '-', (g.seq + k.seq) % {projects})), role.id, 0
  FROM d JOIN seq_0_to_{last_group} g JOIN seq_0_to_4 k JOIN role ON role.name = 'reader';
"""


def domains_v3(programs, rounds):
    """The plan without changes, as often as its reads alone."""
    server = KeystoneOfToday(4)
    try:
        cloud = Crowd(server, programs, USERS, many_domains(DOMAINS, USERS, GROUPS))
        _fill(server)
        for number in range(rounds):
            note("%s: %d domains, no-op plan %d" % (server.name, DOMAINS, number + 1))
            cloud.add_round()
        yield from _tables(server, cloud)
    finally:
        server.stop()


def _fill(server):
    users, groups = USERS // DOMAINS, GROUPS // DOMAINS
    projects = max(5, users // 10)
    server.fill(FILL.format(
        last_domain=DOMAINS - 1, last_user=users - 1, last_group=groups - 1, last_project=projects - 1,
        groups=groups, projects=projects,
    ))


def _tables(server, cloud):
    floor = "floor: the plan's reads alone"
    plan = "%d domains, no-op plan" % DOMAINS
    costs = {floor: middle(cloud.floors), plan: middle(cloud.plans)}
    heading = "%d domains, %d users, %d groups and 50000 memberships and assignments" % (
        DOMAINS, USERS, GROUPS)
    yield Table.of_costs("%s over v3 on the %s" % (heading, server.name), costs, floor)
    ours = costs[plan]
    yield Table.of_verdicts("What is asked of many domains over v3", [
        (plan + ", time to that of its reads", ours.wall / costs[floor].wall, at_most(1.2)),
        (plan + ", CPU to its time", ours.cpu / ours.wall, at_most(0.15)),
        (plan + ", peak, MB", ours.peak / 2**20, at_most(150)),
    ])
