"""The programs that are measured, built as they are installed."""

import os
import shutil
import subprocess
import sys

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
        # The 2014 `keystone` command of script/compare-tables, where there is one.
        self.old = os.environ.get("KEYSTONE_2014") and shutil.which(os.environ["KEYSTONE_2014"])
