"""Makes clouds over v3 in a real Keystone: each is adopted, spoiled, mended, wiped and made anew."""
import os

from clouds.adopt import Adopter, Failure, left_out_of, run, seed_alone
from clouds.generated_whole import Cloud
from clouds.keystone_v3 import Keystone


class AdministratingAdopter(Adopter):
    """The tool, that logs in as the bootstrap's administrator."""

    def __init__(self, program, _, directory):
        self.program, self.directory = program, directory
        self.environment = {"PATH": os.environ["PATH"], "no_proxy": "127.0.0.1"}
        self.environment.update(
            (name, value) for name, value in os.environ.items() if name.startswith("OS_"))

    def plan(self, *options):
        """Fails where there is anything to change; what a plan notes beside is none of that."""
        self.succeed("plan", "--detailed-exitcode", *options)


def adopt(make, keystone, adopter, spoil=None):
    """Has what `make` makes adopted, mended after `spoil`, and made anew; gives the dump."""
    keystone.empty()
    make(keystone)
    dump = adopter.succeed("dump", "--no-passwords")
    adopter.declare(dump)
    adopter.succeed("validate")
    adopter.plan("--prune", "--max-delete", "999")
    if spoil:
        spoil()
        adopter.succeed("apply", "--yes", "--max-delete", "999")
        adopter.plan()
    keystone.empty()
    adopter.succeed("apply", "--yes")
    again = adopter.succeed("dump", "--no-passwords")
    if seed_alone(again) != seed_alone(dump):
        raise Failure("the dumps differ:\n%s\n----\n%s" % (dump, again))
    return dump


def adopt_number(number, keystone, adopter):
    """Gives how many objects the cloud had, and how many of them the dump left out."""
    cloud = Cloud(number)
    dump = adopt(cloud.make, keystone, adopter, cloud.spoil)
    return cloud.count, left_out_of(dump)


def keystone_of_today():
    return Keystone(os.environ["KEYSTONE_REAL_URL"], os.environ["OS_PASSWORD"])


if __name__ == "__main__":
    run(keystone_of_today, AdministratingAdopter, adopt_number)
