"""Three runs in the same second, each on a Keystone and a Galera node of its own."""

import random
import time

from controllers.checks.site import NotSo
from controllers.places import NODES


def on_an_empty_cloud(site, is_quick):
    """Three times apply where nothing is yet."""
    _race(site, 5 if is_quick else 30, is_seeded=False)


def on_a_changed_seed(site, is_quick):
    """Three times apply of a seed that updates, replaces and deletes."""
    _race(site, 2 if is_quick else 10, is_seeded=True)


def staggered(site, is_quick):
    """The same as on an empty cloud, each some moments after the other."""
    _race(site, 2 if is_quick else 10, is_seeded=False, delay=0.6)


def _race(site, rounds, is_seeded, delay=0.0):
    seed = site.seeds.changed if is_seeded else site.seeds.article
    where = "on a cloud to change" if is_seeded else "on an empty cloud"
    if delay:
        where += ", up to %.1f s apart" % delay
    for number in range(1, rounds + 1):
        what = "three applies at once %s, round %d of %d" % (where, number, rounds)
        site.check(what, lambda: _holds(site, seed, is_seeded, delay))


def _holds(site, seed, is_seeded, delay):
    site.begin(is_seeded)
    runs = []
    for n in NODES:
        options = ["--yes"] if is_seeded else []
        runs.append(site.tool.start("apply", seed, *options, node=n))
        time.sleep(random.uniform(0, delay))
    for run in runs:
        run.end()
    statuses = [run.status for run in runs]
    said = "\n".join("on %d, exit status %d:\n%s" % (n, run.status, run.text) for n, run in zip(NODES, runs))
    if statuses != [0, 0, 0]:
        raise NotSo(said)
    try:
        for n in NODES:
            site.expect_converged(seed, node=n)
    except NotSo as reason:
        raise NotSo("%s\n%s" % (reason, said))
    return "exit 0 three times, longest %.1f s" % max(run.seconds for run in runs)
