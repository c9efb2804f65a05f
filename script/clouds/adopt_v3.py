"""Makes clouds over v3 in a real Keystone: each is adopted, spoiled, mended, wiped and made anew."""
import argparse
import os
import sys
import tempfile

from clouds.adopt import Adopter, Failure, seed_alone
from clouds.generated_whole import Cloud
from clouds.keystone_v3 import Keystone


class Adopter3(Adopter):
    """The tool, that logs in as the bootstrap's administrator."""

    def __init__(self, program, directory):
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


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed-program", required=True)
    parser.add_argument("--clouds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    keystone = Keystone(os.environ["KEYSTONE_REAL_URL"], os.environ["OS_PASSWORD"])
    objects = left_out = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        adopter = Adopter3(options.seed_program, directory)
        for number in range(options.seed, options.seed + options.clouds):
            try:
                cloud = Cloud(number)
                dump = adopt(cloud.make, keystone, adopter, cloud.spoil)
                objects += cloud.count
                left_out += dump.partition("\n# Left out")[2].count("\n#     id ")
            except Failure as failure:
                failed += 1
                print("cloud %d: %s" % (number, failure))
    print("%d clouds with %d objects, of which the dumps left out %d" % (
        options.clouds, objects, left_out))
    print("%d failed" % failed)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
