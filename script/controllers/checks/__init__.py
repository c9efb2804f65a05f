"""Holds keystone-seed against three controllers whose parts fail.

Whatever happens, it ends in one of two ways: exit 0, one of everything and nothing left to do; or
exit 1 with the truth, and a next run that does the rest.
"""

import os
import shutil
import subprocess
import sys
import time

from controllers.checks import kills, moments, outages, races
from controllers.checks.site import Site
from controllers.places import SCRIPTS

GROUPS = {
    "races": races.on_an_empty_cloud,
    "races-of-changes": races.on_a_changed_seed,
    "races-staggered": races.staggered,
    "kills": kills.kills,
    **moments.groups(),
    "keystones": outages.keystones,
    "nodes": outages.nodes,
    "quorum": outages.quorum,
    "stale-reads": outages.stale_reads,
}


def say_groups(names):
    for name, group in GROUPS.items():
        print("%-20s %s" % (name, group.__doc__))
    return 64 if set(names) - set(GROUPS) else 0


def main(topology, names, is_quick, mode, binary=None):
    program = binary or build()
    began = time.monotonic()
    was_up = topology.is_up()
    if not was_up:
        topology.up(mode, "source")
    topology.restart_balancer(mode, "source")
    site = Site(topology, copied(program, topology.places.path("tmp")))
    try:
        for name, group in GROUPS.items():
            if not names or name in names:
                group(site, is_quick)
    finally:
        if not was_up:
            topology.down()
    print("%d passed, %d failed in %d s" % (site.passed, site.failed, time.monotonic() - began))
    return 1 if site.failed else 0


def build():
    """The tool as it is installed, built if need be: an optimizer's faults are in no other."""
    subprocess.run([SCRIPTS + "/release"], stdout=sys.stderr, check=True)
    return os.path.join(os.path.dirname(SCRIPTS), "dist", "keystone-seed")


def copied(program, folder):
    """A copy, so that a build in the meantime does not change what is tested."""
    copy = os.path.join(folder, os.path.basename(program))
    shutil.copy2(program, copy + ".new")
    os.rename(copy + ".new", copy)
    return copy
