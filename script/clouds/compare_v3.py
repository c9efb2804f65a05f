"""Makes clouds in a real Keystone and holds every list of them over v3 against the openstack command's."""
import argparse
import base64
import collections
import json
import os
import subprocess
import sys

from clouds import fixtures_v3, generated_v3
from clouds.compare import difference
from clouds.keystone_v3 import Keystone

HERE = os.path.dirname(os.path.abspath(__file__))
THEIRS = {"user-list": ["user", "list"], "project-list": ["project", "list"],
          "role-list": ["role", "list"], "service-list": ["service", "list"],
          "endpoint-list": ["endpoint", "list"], "region-list": ["region", "list"],
          "domain-list": ["domain", "list"], "catalog": ["catalog", "list"],
          "user-role-list": ["role", "assignment", "list", "--names"]}


class Commands:
    """The openstack command and ours, asked the same."""

    def __init__(self, keystone, ours, theirs):
        self.ours, self.theirs = ours, theirs
        # Nothing of the caller's environment, where OS_ variables would be options of both.
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "no_proxy": "127.0.0.1",
            "PYTHONIOENCODING": "utf-8", "OS_IDENTITY_API_VERSION": "3",
            "OS_AUTH_URL": keystone.url, "OS_USERNAME": "admin", "OS_PASSWORD": keystone.password,
            "OS_PROJECT_NAME": "admin", "OS_USER_DOMAIN_ID": "default",
            "OS_PROJECT_DOMAIN_ID": "default"}
        with open(theirs, "rb") as script:
            self.python = script.readline()[2:].strip().decode()
        self.process = subprocess.Popen([self.python, os.path.join(HERE, "openstack_command.py")],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env=self.environment)

    def widths(self, texts):
        """How many cells the openstack command takes texts for."""
        program = "import json, sys, wcwidth; print(json.dumps([(text, wcwidth.width(text)) " \
            "for text in json.load(sys.stdin)]))"
        done = subprocess.run([self.python, "-c", program], input=json.dumps(texts).encode(),
                              stdout=subprocess.PIPE, check=True)
        return json.loads(done.stdout)

    def forget(self):
        """Has the openstack command ask a changed cloud anew."""
        self.process.stdin.write(b"null\n")

    def run_theirs(self, arguments):
        """Asks the openstack command within its one process."""
        self.process.stdin.write(json.dumps(self.translated(arguments)).encode() + b"\n")
        self.process.stdin.flush()
        result = json.loads(self.process.stdout.readline())
        return (result["status"], base64.b64decode(result["output"]),
                base64.b64decode(result["error"]))

    def translated(self, arguments):
        return THEIRS[arguments[0]] + arguments[1:]

    def run(self, program, arguments):
        """Asks a command in a process of its own."""
        done = subprocess.run([program] + arguments, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        return done.returncode, done.stdout, done.stderr

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def questions(cloud, made):
    """The command lines to compare."""
    asked = [arguments + ["--format", cloud.random.choice(fixtures_v3.FORMATS)]
             for arguments in fixtures_v3.LISTS] + [
                 arguments for arguments in fixtures_v3.LISTS if cloud.random.random() < 0.5]
    if made["user"] and made["project"]:
        user, project = cloud.random.choice(made["user"]), cloud.random.choice(made["project"])
        asked.append(["user-role-list", "--user", user["id"], "--project", project["id"]])
    if made["domain"]:
        domain = cloud.random.choice(made["domain"])
        kind = cloud.random.choice(["user-list", "project-list", "role-list"])
        asked.append([kind, "--domain", domain["id"]])
    return asked


class Comparison:
    """What came of it."""

    def __init__(self, commands, processes):
        self.commands, self.processes = commands, processes
        self.clouds, self.objects, self.in_processes, self.different = 0, 0, 0, 0
        self.equal, self.failed = collections.Counter(), collections.Counter()

    def ask(self, seed, arguments):
        status, output, error = self.commands.run_theirs(arguments)
        if status:
            self.failed["%s: %s" % (arguments[0], error.decode("utf-8", "replace").strip())] += 1
            return
        if self.in_processes < self.processes:
            self.in_processes += 1
            done = self.commands.run(self.commands.theirs, self.commands.translated(arguments))
            assert done[:2] == (0, output), "the openstack command differs from itself"
        status, our_output, our_error = self.commands.run(self.commands.ours, arguments)
        if (status, our_output, our_error) == (0, output, b""):
            self.equal[arguments[0]] += 1
            return
        self.different += 1
        print("cloud %d, %s: exit status %d, %s\n%s" % (
            seed, " ".join(arguments), status, difference(output, our_output),
            our_error.decode("utf-8", "replace")))

    def report(self):
        print("%d clouds with %d objects over v3" % (self.clouds, self.objects))
        for name, count in sorted(self.equal.items()):
            print("%-16s %5d byte-equal" % (name, count))
        print("%-16s %5d of them held against a process of the openstack command's own" % (
            "", self.in_processes))
        for reason, count in self.failed.most_common():
            print("%d times the openstack command failed: %s" % (count, reason))
        print("%d different" % self.different)


def compare(keystone, commands, options):
    comparison = Comparison(commands, options.processes)
    for seed in range(options.seed, options.seed + options.clouds):
        cloud = generated_v3.Cloud(seed)
        keystone.login()
        keystone.empty()
        made = keystone.fill(cloud)
        commands.forget()
        comparison.clouds += 1
        comparison.objects += sum(map(len, made.values()))
        for arguments in questions(cloud, made):
            comparison.ask(seed, arguments)
        if comparison.clouds % 20 == 0:
            print("%d clouds, %d different" % (comparison.clouds, comparison.different),
                  file=sys.stderr)
    comparison.report()
    return comparison.different == 0


def record(keystone, commands, directory):
    """Writes down what the tests without a Keystone are held against."""
    for name, (cloud, asked) in fixtures_v3.CLOUDS.items():
        keystone.login()
        keystone.empty()
        made = keystone.fill(cloud)
        commands.forget()
        cases = []
        for arguments in asked:
            status, output, error = commands.run_theirs(arguments)
            assert status == 0, (arguments, error)
            cases.append({"arguments": arguments, "output": output.decode()})
        with open(os.path.join(directory, name + ".json"), "w") as file:
            json.dump({"answers": answers(keystone, made), "cases": cases}, file, indent=1)
            file.write("\n")
    with open(os.path.join(directory, "widths.tsv"), "w") as file:
        file.writelines("%d\t%s\n" % (width, json.dumps(text))
                        for text, width in commands.widths(fixtures_v3.texts()))


def answers(keystone, made):
    """What Keystone says to the requests that the lists are made of."""
    paths = ["/users?limit=1000", "/projects?limit=1000", "/domains?limit=1000", "/roles",
             "/services", "/endpoints", "/regions", "/auth/catalog"]
    paths += ["/%s?domain_id=%s%s" % (kind, domain["id"], limit) for domain in made["domain"]
              for kind, limit in [("users", "&limit=1000"), ("projects", "&limit=1000"),
                                  ("roles", "")]]
    paths += ["/%s?name=%s&limit=1000" % (kind, name) for kind, name in [
        ("users", "nova"), ("users", "glance"), ("projects", "demo"), ("domains", "heat")]]
    for user in made["user"]:
        paths += ["/role_assignments?user.id=%s&scope.project.id=%s" % (user["id"], project["id"])
                  for project in made["project"] if project["name"] == "demo"]
    paths += ["/users/nova", "/users/glance", "/projects/demo", "/domains/heat", "/domains/default"]
    token = {"X-Subject-Token": keystone.token}
    return [answer(keystone, "/auth/tokens?nocatalog=1", token)] + [
        answer(keystone, path) for path in paths]


def answer(keystone, path, headers={}):
    status, _, text = keystone.send("GET", path, headers=headers)
    return {"method": "GET", "path": path, "status": status, "body": text}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--theirs", required=True)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--clouds", type=int, default=100)
    parser.add_argument("--processes", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--record", metavar="DIRECTORY")
    options = parser.parse_args()
    keystone = Keystone(os.environ["KEYSTONE_REAL_URL"], os.environ["KEYSTONE_REAL_PASSWORD"])
    commands = Commands(keystone, options.ours, options.theirs)
    try:
        if options.record:
            record(keystone, commands, options.record)
        elif not compare(keystone, commands, options):
            sys.exit(1)
    finally:
        commands.close()


if __name__ == "__main__":
    main()
