"""Names that MariaDB takes for one, on a real Keystone: by one run, and by three at the same time."""
import argparse
import collections
import json
import os
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.request

SEED = """\
regions:
  {region}: {{public: "http://203.0.113.10", internal: "http://10.1.0.10"}}
roles: [{role}]
tenants:
  {tenant}: {{description: Round {round}}}
users:
  {user}:
    email: {round}@example.com
    password: a-long-password
    roles: {{{tenant}: [{role}]}}
services:
  nova{round}:
    type: compute{round}
    description: Compute
    endpoints: ":8774"
"""


def spellings(number):
    """Three seeds of one round, whose names are the same to MariaDB."""
    names = [("Member%d", "José%d", "Nova%d"), ("member%d", "Jose%d", "nova%d"),
             ("MEMBER%d", "JOSÉ%d", "NOVÁ%d")]
    same = number % 2 == 1
    return [SEED.format(round=number, region="Region%d" % number, role=role % number,
                        tenant=tenant % number, user=user % number)
            for role, tenant, user in (names[:1] * 3 if same else names)]


def folded(name):
    """A name as the collation compares it, as far as the names here go."""
    letters = unicodedata.normalize("NFD", name.rstrip(" ").lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


class Keystone:
    """The lists of v3, as a bootstrapped administrator sees them."""

    def __init__(self, environment):
        self.base = environment["OS_AUTH_URL"].rstrip("/").removesuffix("/v3") + "/v3"
        domain = {"id": "default"}
        user = {"name": environment["OS_USERNAME"], "domain": domain,
                "password": environment["OS_PASSWORD"]}
        project = {"name": environment["OS_PROJECT_NAME"], "domain": domain}
        answer = self.send("POST", "/auth/tokens", {"auth": {
            "identity": {"methods": ["password"], "password": {"user": user}},
            "scope": {"project": project}}})
        self.token = answer.headers["X-Subject-Token"]

    def send(self, method, path, body=None):
        request = urllib.request.Request(self.base + path, method=method,
                                         data=body and json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        request.add_header("X-Auth-Token", getattr(self, "token", ""))
        return urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request)

    def list(self, kind):
        return json.load(self.send("GET", "/" + kind))[kind]

    def make(self, kind, body):
        return json.load(self.send("POST", "/%ss" % kind, {kind: body}))[kind]

    def doubles(self):
        """What is there more than once, as MariaDB or a client compares it."""
        counts = collections.Counter()
        for kind in ["roles", "projects", "users"]:
            counts.update((kind, folded(row["name"])) for row in self.list(kind))
        counts.update(("service", row["type"], row["name"]) for row in self.list("services"))
        counts.update(("endpoint", row["service_id"], row["interface"], row["region_id"])
                      for row in self.list("endpoints"))
        counts.update(("assignment", row["user"]["id"], row["role"]["id"], str(row["scope"]))
                      for row in self.list("role_assignments"))
        return [key for key, count in counts.items() if count > 1]


class Tool:
    """The tool, with seeds in a directory of its own."""

    def __init__(self, program, directory, environment):
        self.program, self.directory = program, directory
        self.environment = dict(environment, PATH=os.environ["PATH"], no_proxy="127.0.0.1")

    def write(self, name, seed):
        path = os.path.join(self.directory, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(seed)
        return path

    def start(self, *arguments):
        return subprocess.Popen([self.program, *arguments], env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, encoding="utf-8")

    def run(self, *arguments):
        process = self.start(*arguments)
        output, _ = process.communicate()
        return process.returncode, output


class Failure(Exception):
    """Something is not as it has to be; the message says what."""


def expect(what, is_so, text=""):
    if not is_so:
        raise Failure("%s\n%s" % (what, text))


def check_one_run(tool, keystone):
    """`Member` on a bootstrapped cloud, and `José` where `Jose` lives."""
    keystone.make("project", {"name": "Jose", "domain_id": "default"})
    keystone.make("user", {"name": "Jose", "domain_id": "default"})
    seed = tool.write("one.yaml", SEED.format(round=0, region="Region0", role="Member",
                                              tenant="José", user="José"))
    status, output = tool.run("apply", seed)
    expect("apply: exit 0", status == 0, output)
    for words in ["role Member is member here", "user José is Jose here"]:
        expect("the plan says: " + words, words in output, output)
    names = {row["name"] for kind in ["roles", "projects", "users"] for row in keystone.list(kind)}
    expect("nothing was made beside it, or renamed", {"member", "Jose"} <= names, str(names))
    expect("nothing was made beside it", not {"Member", "José"} & names, str(names))
    expect("one of everything", not keystone.doubles(), str(keystone.doubles()))
    status, output = tool.run("plan", "--detailed-exitcode", seed)
    expect("once more: no changes", status == 0 and "No changes." in output, output)
    status, output = tool.run("verify", seed)
    expect("verify: exit 0", status == 0, output)


def check_round(tool, keystone, number):
    """Three applies at once; on even rounds each of them spells the names in a way of its own."""
    seeds = [tool.write("%d.yaml" % index, seed)
             for index, seed in enumerate(spellings(number))]
    processes = [tool.start("apply", "--yes", seed) for seed in seeds]
    outputs = [process.communicate()[0] for process in processes]
    for process, output in zip(processes, outputs):
        expect("exit 0 three times", process.returncode == 0, "\n".join(outputs))
    expect("one of everything", not keystone.doubles(), str(keystone.doubles()))
    for seed in seeds:
        status, output = tool.run("plan", "--detailed-exitcode", seed)
        expect("afterwards: no changes", status == 0 and "No changes." in output, output)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed-program", required=True)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    environment = {name: value for name, value in os.environ.items() if name.startswith("OS_")}
    keystone = Keystone(environment)
    with tempfile.TemporaryDirectory() as directory:
        tool = Tool(os.path.abspath(options.seed_program), directory, environment)
        begin = time.monotonic()
        try:
            check_one_run(tool, keystone)
            print("ok: one run uses what is there", flush=True)
            for number in range(1, options.rounds + 1):
                check_round(tool, keystone, number)
                print("ok: round %d, after %.0f s" % (number, time.monotonic() - begin), flush=True)
        except Failure as failure:
            sys.exit("failed: %s" % failure)
        print("ok: three runs at once, %d rounds: one of everything, in %.0f s" % (
            options.rounds, time.monotonic() - begin))


if __name__ == "__main__":
    main()
