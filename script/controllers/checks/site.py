"""What every group of checks works with."""

import os
import time
import traceback

from controllers import Failure, faults
from controllers.keystone import find_python
from controllers.checks.cloud import Cloud
from controllers.checks.seeds import Seeds
from controllers.checks.tool import Tool


class NotSo(Exception):
    """Why a check does not hold."""


class Site:
    """A topology that is up, the tool, and the count of what held and what did not."""

    def __init__(self, topology, program):
        self.topology = topology
        self.tool = Tool(program, topology)
        self.cloud = Cloud(topology)
        self.seeds = Seeds(topology.places.path("tmp"), topology.places.release)
        self.python = find_python(topology.places.release)
        self.passed = self.failed = 0
        self._saved = None

    def check(self, what, holds):
        """Says whether it holds; what `holds` returns is said as well, what it raises is why not."""
        began = time.monotonic()
        try:
            remark = holds()
        except (NotSo, Failure, OSError) as reason:
            self.failed += 1
            print("not ok - %s (%.1f s)" % (what, time.monotonic() - began))
            print("    " + str(reason).replace("\n", "\n    "), flush=True)
            if not isinstance(reason, NotSo):
                print("    " + traceback.format_exc().replace("\n", "\n    "))
        else:
            self.passed += 1
            taken = "%.1f s" % (time.monotonic() - began)
            print("ok - %s (%s)" % (what, ", ".join(filter(None, [remark, taken]))), flush=True)

    # What a check begins with

    def make_well(self):
        """Ends every fault, and starts what is dead."""
        for keystone in self.topology.keystone.values():
            faults.clear(keystone.faults)
        for node in self.topology.galera.values():
            if not node.process.pids():
                node.start()
        self.topology.start_keystones(self.python)
        self.topology.wait_until_well()

    def begin(self, is_seeded=False):
        """Everything up, and an empty cloud or one that is to be changed."""
        self.make_well()
        if not is_seeded:
            self.cloud.empty()
            return
        if self._saved is None:
            self.cloud.empty()
            for seed in (self.seeds.article, self.seeds.strangers):
                self.expect(self.tool.run("apply", seed, node=1), 0)
            self._saved = self.cloud.save()
        self.cloud.restore(self._saved)

    # What it ends with

    def expect(self, run, status):
        if run.status != status:
            raise NotSo("exit status %d, not %d:\n%s" % (run.status, status, run.text))

    def expect_converged(self, seed, node=None):
        """One of everything, on every node, and nothing left to do."""
        wrong = self.cloud.faults(self.seeds.counts)
        if wrong:
            raise NotSo("\n".join(wrong))
        plan = self.tool.run("plan", seed, "--detailed-exitcode", node=node)
        if plan.status != 0:
            raise NotSo("the next plan, exit status %d:\n%s" % (plan.status, plan.text))

    def expect_recovery(self, run, seed, node=None):
        """Exit 0 and all is done; or exit 1 with a reason, and the next run does the rest."""
        remark = "exit %d after %.1f s" % (run.status, run.seconds)
        if run.status != 0:
            if not run.says_why:
                raise NotSo("exit status %d and no word why:\n%s" % (run.status, run.text))
            self.make_well()
            again = self.tool.run("apply", seed, "--yes", node=node)
            if again.status != 0:
                raise NotSo("first:\n%s\nand the run after it:\n%s" % (run.text, again.text))
            remark += ", the next run completes"
        self.make_well()
        try:
            self.expect_converged(seed, node)
        except NotSo as reason:
            raise NotSo("%s\nthe run, exit status %d:\n%s" % (reason, run.status, run.text))
        return remark
