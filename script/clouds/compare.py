"""Makes clouds in a real Keystone and holds every list of them against the 2014 command's."""
import argparse
import collections
import json
import os
import re
import sys

from clouds import fixtures, generated
from clouds.commands import Commands
from clouds.keystone import Keystone


def questions(cloud, made):
    """The command lines to compare, each with the region that is asked for."""
    choice = cloud.random.choice
    lists = [["user-list"], ["tenant-list"], ["role-list"], ["service-list"], ["endpoint-list"]]
    asked = [(arguments, None) for arguments in lists]
    if cloud.is_let_in:
        asked.append((["catalog"], choice([None, None, None, "regionOne", "nowhere"])))
        asked.append((["catalog", "--service", choice(["compute", "image", "nosuch"])], None))
    if made["tenants"]:
        tenant = choice(made["tenants"])
        asked.append((["user-list", "--tenant", reference(cloud, tenant)], None))
        if made["users"]:
            asked.append((["user-role-list", "--user", reference(cloud, choice(made["users"])),
                           "--tenant", reference(cloud, tenant)], None))
    return asked


def reference(cloud, row):
    """A name where the old command can put it into a URL, else the ID."""
    name = row["name"]
    is_plain = name.isascii() and name.isalnum() and cloud.random.random() < 0.5
    return name if is_plain else row["id"]


def difference(old, ours):
    for number, (left, right) in enumerate(zip(old.split(b"\n"), ours.split(b"\n")), 1):
        if left != right:
            return "line %d\n  2014: %r\n  ours: %r" % (number, left, right)
    return "%d bytes, not %d" % (len(ours), len(old))


class Comparison:
    """What came of it."""

    def __init__(self, commands, processes):
        self.commands, self.processes = commands, processes
        self.clouds, self.objects, self.in_processes, self.different = 0, 0, 0, 0
        self.equal, self.failed = collections.Counter(), collections.Counter()

    def ask(self, seed, arguments, region):
        status, output, error, _ = self.commands.run_old(arguments, region)
        if status:
            self.failed["%s: %s" % (arguments[0], error.decode("utf-8", "replace").strip())] += 1
            return
        if self.in_processes < self.processes:
            self.in_processes += 1
            done = self.commands.run(self.commands.old, arguments, region)
            assert done == (0, output, error), "the old command differs from itself"
        status, our_output, our_error = self.commands.run(self.commands.ours, arguments, region)
        if (status, our_output, our_error) == (0, output, b""):
            self.equal[arguments[0]] += 1
            return
        self.different += 1
        print("cloud %d, %s: exit status %d, %s\n%s" % (
            seed, " ".join(arguments), status, difference(output, our_output),
            our_error.decode("utf-8", "replace")))

    def report(self):
        print("%d clouds with %d objects" % (self.clouds, self.objects))
        for name, count in sorted(self.equal.items()):
            print("%-16s %5d byte-equal" % (name, count))
        print("%-16s %5d of them held against a process of the 2014 command's own" % (
            "", self.in_processes))
        for reason, count in self.failed.most_common():
            print("%d times the 2014 command failed: %s" % (count, reason))
        print("%d different" % self.different)


def compare(keystone, commands, options):
    comparison = Comparison(commands, options.processes)
    for seed in range(options.seed, options.seed + options.clouds):
        cloud = generated.Cloud(seed)
        keystone.empty()
        made = keystone.fill(cloud)
        comparison.clouds += 1
        comparison.objects += sum(map(len, made.values()))
        for arguments, region in questions(cloud, made):
            comparison.ask(seed, arguments, region)
        if comparison.clouds % 50 == 0:
            print("%d clouds, %d different" % (comparison.clouds, comparison.different),
                  file=sys.stderr)
    comparison.report()
    return comparison.different == 0


def record(keystone, commands, directory):
    """Writes down what the tests without a Keystone are held against."""
    for name, (cloud, asked) in fixtures.CLOUDS.items():
        keystone.empty()
        keystone.fill(cloud)
        cases = []
        for arguments, region in asked:
            status, output, _, answers = commands.run_old(arguments, region)
            assert status == 0, arguments
            cases.append({"arguments": arguments, "region": region,
                          "answers": [exchange(answer) for answer in answers],
                          "output": output.decode()})
        with open(os.path.join(directory, name + ".json"), "w") as file:
            json.dump(cases, file, indent=2)
            file.write("\n")


def exchange(answer):
    body = answer["body"]
    if answer["method"] == "POST":
        body = re.sub(r'("id": )"[0-9a-f]{32}"(, "tenant")', r'\1"TOKEN"\2', body)
    return {"method": answer["method"], "path": answer["url"].split("/v2.0", 1)[1],
            "status": answer["status"], "body": body}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--old", required=True)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--clouds", type=int, default=500)
    parser.add_argument("--processes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", metavar="DIRECTORY")
    options = parser.parse_args()
    keystone = Keystone(*(os.environ["KEYSTONE_REAL_" + name]
                          for name in ["ADMIN_URL", "PUBLIC_URL", "TOKEN"]))
    commands = Commands(keystone, options.ours, options.old, options.record is not None)
    try:
        if options.record:
            record(keystone, commands, options.record)
        elif not compare(keystone, commands, options):
            sys.exit(1)
    finally:
        commands.close()


if __name__ == "__main__":
    main()
