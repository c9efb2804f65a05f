"""How many requests at a time get the most done, by how many workers a Keystone has."""

import os
import tempfile

from benchmarks.clouds import PASSWORDS, crowd
from benchmarks.contenders import note
from benchmarks.measuring import middle, run
from benchmarks.servers import TOKEN, Keystone
from benchmarks.tables import Table

USERS = 300


def workers(programs, rounds, counts=(1, 2, 4, 8), numbers=("1", "2", "4", "8", "16", "32")):
    """An apply from empty with each number."""
    costs = {}
    with tempfile.TemporaryDirectory() as folder:
        seed = os.path.join(folder, "seed.yaml")
        with open(seed, "w") as file:
            file.write(crowd(USERS, services=0))
        for count in counts:
            server = Keystone(4, workers=count)
            environment = dict(
                PASSWORDS, OS_SERVICE_TOKEN=TOKEN, OS_SERVICE_ENDPOINT=server.admin_url
            )
            try:
                taken = {number: [] for number in numbers}
                for turn in range(rounds):
                    note("%d workers: round %d of %d" % (count, turn + 1, rounds))
                    for number in numbers:
                        server.empty()
                        line = [programs.seed, "apply", seed, "--no-verify-passwords"]
                        line += ["--parallelism", number]
                        taken[number].append(run(line, environment, log=server.log))
            finally:
                server.stop()
            middles = {number: middle(of_one) for number, of_one in taken.items()}
            for number, cost in middles.items():
                costs["%d workers, --parallelism %s" % (count, number)] = cost
    yield Table.of_costs("An apply of %d users from empty, by workers" % USERS, costs, None)
