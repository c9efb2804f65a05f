"""The programs that are measured, built as they are installed."""

import functools
import os
import subprocess
import sys

from benchmarks import Failure
from controllers.places import SCRIPTS


class Programs:
    """Where they are."""

    def __init__(self, before=None):
        """Builds them; `before` is an earlier keystone-seed, or None."""
        self.before = before and os.path.abspath(before)
        names = ["keystone-seed", "floor-benchmark", "core-benchmark", "keystone-sandbox"]
        subprocess.run([SCRIPTS + "/release"] + names, stdout=sys.stderr, check=True)
        self.seed, self.floor, self.core, self.sandbox = (
            os.path.join(os.path.dirname(SCRIPTS), "dist", name) for name in names
        )

    @functools.cached_property
    def old(self):
        """The 2014 `keystone` command, or None where there is none; why has been said by then."""
        found = subprocess.run([SCRIPTS + "/lib/keystone-2014"], stdout=subprocess.PIPE, text=True)
        if found.returncode and os.environ.get("KEYSTONE_2014"):
            raise Failure("the 2014 command is not the one that is measured")
        return None if found.returncode else found.stdout.strip()

    @functools.cached_property
    def openstack(self):
        """The `openstack` command of today, installed where it is not there."""
        return self._installed("openstack-client")

    @functools.cached_property
    def ansible(self):
        """An `ansible-playbook` that has the collection openstack.cloud, installed in the same way."""
        return self._installed("ansible-playbook")

    def _installed(self, script):
        found = subprocess.run([SCRIPTS + "/lib/" + script], stdout=subprocess.PIPE, text=True)
        if found.returncode:
            raise Failure("script/lib/%s fails" % script)
        return found.stdout.strip()

    @property
    def is_old_missing(self):
        """Whether ways of 2014 were wanted and are left out."""
        return "old" in vars(self) and self.old is None
