"""SIGKILL of the tool itself, at each request that it makes."""

import itertools
import os
import signal

from controllers.checks.site import NotSo
from controllers.faults import Fault


def kills(site, is_quick):
    """The tool is killed at its first request, its second, and so on to the last one."""
    for changes in (False,) if is_quick else (False, True):
        for is_after in (False, True):
            # In CI there is no time for each; the numbers are those of other kinds of request.
            turns = (3, 12, 20, 28) if is_quick else itertools.count(1)
            for turn in turns:
                if not _check(site, turn, is_after, changes):
                    break


def _check(site, turn, is_after, changes):
    """Whether the run was killed, rather than over before its turn came."""
    moment = "done" if is_after else "handled"
    what = "SIGKILL of an apply that %s" % ("changes" if changes else "creates")
    what += " %s request %d is %s" % ("after" if is_after else "before", turn, moment)
    was_killed = []
    site.check(what, lambda: _holds(site, turn, is_after, changes, was_killed))
    return bool(was_killed)


def _holds(site, turn, is_after, changes, was_killed):
    seed = site.seeds.changed if changes else site.seeds.article
    site.begin(is_seeded=changes)
    keystone = site.topology.keystone[site.topology.chosen()]
    mark = site.topology.places.path("tmp", "victim")
    if os.path.exists(mark):
        os.unlink(mark)
    keystone.arm(Fault("pass"), times=turn - 1)
    keystone.arm(Fault("slay", mark, is_after))
    run = site.tool.start("apply", seed, "--yes")
    run.write_id(mark)
    if run.status == 0:
        return "there was no such request"
    if run.status != -signal.SIGKILL:
        was_killed.append(turn)
        raise NotSo("exit status %d:\n%s" % (run.status, run.text))
    was_killed.append(turn)
    site.make_well()
    again = site.tool.run("apply", seed, "--yes")
    site.expect(again, 0)
    site.expect_converged(seed)
    return "the next run completes in %.1f s" % again.seconds
