"""What dies, freezes or is cut off while apply is at work."""

import re
import threading
import time

from controllers.checks.site import NotSo
from controllers.faults import Fault
from controllers.places import NODES


# A line of an access log about a request that writes, which a login is not.
WRITE = r"^(?:POST|PUT|PATCH|DELETE) (?!/v2.0/tokens |/v3/auth/tokens)"


def keystones(site, is_quick):
    """A Keystone dies or freezes in mid-apply."""
    for changes in (False,) if is_quick else (False, True):
        _check(site, "SIGKILL of the Keystone in use", changes, _kill_keystone)
    if not is_quick:
        _check(site, "the Keystone in use freezes for 12 s", False, _freeze_keystone)


def nodes(site, is_quick):
    """A Galera node dies or is cut off in mid-apply."""
    for changes in (False,) if is_quick else (False, True):
        _check(site, "SIGKILL of the Galera node in use, restarted", changes, _kill_own_node)
        _check(site, "SIGKILL of another Galera node", changes, _kill_other_node)
        _check(site, "the Galera node in use is isolated for 8 s", changes, _isolate_own_node)
        _check(site, "another Galera node is isolated for 8 s", changes, _isolate_other_node)


def quorum(site, is_quick):
    """No node may write, for a while or for good."""
    _check(site, "quorum lost for 10 s", False, _lose_quorum)
    site.check("quorum lost for good: exit 1 names the database", lambda: _never_quorum(site))


def stale_reads(site, is_quick):
    """Requests in turn to three Keystones, one of which lags behind the others."""
    mode = site.topology.balancer.mode
    site.topology.restart_balancer("http", "roundrobin")
    try:
        for number in range(1, 3 if is_quick else 6):
            for n in NODES if not is_quick else NODES[-1:]:
                what = "requests in turn, node %d 2 s behind, round %d" % (n, number)
                site.check(what, lambda n=n: _lag(site, n))
    finally:
        site.topology.restart_balancer(mode, "source")


def _check(site, what, changes, outage):
    what += ", while apply %s" % ("changes" if changes else "creates")
    site.check(what, lambda: _holds(site, changes, outage))


def _holds(site, changes, outage):
    """The outage begins when half of what there is to write has been written."""
    seed = site.seeds.changed if changes else site.seeds.article
    site.begin(is_seeded=changes)
    n = site.topology.chosen()
    log = site.topology.keystone[n].data + "/access.log"
    before = _writes(log)
    run = site.tool.start("apply", seed, "--yes")
    while _writes(log) < before + 10:
        if run.is_over():
            raise NotSo("it was over too soon:\n" + run.text)
        time.sleep(0.002)
    thread = threading.Thread(target=outage, args=(site.topology, n))
    thread.start()
    run.end()
    thread.join()
    return site.expect_recovery(run, seed)


def _writes(log):
    try:
        with open(log) as file:
            return len(re.findall(WRITE, file.read(), re.MULTILINE))
    except FileNotFoundError:
        return 0


def _kill_keystone(topology, n):
    topology.keystone[n].process.kill()


def _freeze_keystone(topology, n):
    topology.keystone[n].process.pause()
    time.sleep(12)
    topology.keystone[n].process.resume()


def _kill_own_node(topology, n):
    topology.galera[n].process.kill()
    time.sleep(2)
    topology.galera[n].start()


def _kill_other_node(topology, n):
    topology.galera[n % 3 + 1].process.kill()


def _isolate_own_node(topology, n):
    _isolate([topology.galera[n]], 8)


def _isolate_other_node(topology, n):
    _isolate([topology.galera[n % 3 + 1]], 8)


def _lose_quorum(topology, n):
    _isolate([topology.galera[n % 3 + 1], topology.galera[(n + 1) % 3 + 1]], 10)


def _isolate(nodes, seconds):
    for node in nodes:
        node.isolate()
    time.sleep(seconds)
    for node in nodes:
        node.rejoin()


def _never_quorum(site):
    site.begin()
    n = site.topology.chosen()
    others = [site.topology.galera[other] for other in NODES if other != n]
    for node in others:
        node.isolate()
    try:
        run = site.tool.run("apply", site.seeds.article, "--yes", "--retry-for", "8")
    finally:
        for node in others:
            node.rejoin()
    if run.status != 1 or "database" not in run.text:
        raise NotSo("exit status %d:\n%s" % (run.status, run.text))
    return site.expect_recovery(run, site.seeds.article)


def _lag(site, n):
    site.begin()
    site.topology.galera[n].lag(2)
    run = site.tool.run("apply", site.seeds.article)
    site.topology.galera[n].wait_out_lag()
    return site.expect_recovery(run, site.seeds.article)
