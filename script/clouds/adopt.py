"""Makes clouds in a real Keystone, and has them adopted, wiped and made anew from their dumps."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

from clouds import generated
from clouds.keystone import Keystone


class Adopted(generated.Cloud):
    """A cloud with rows that no seed can say beside those that one can."""

    # What no seed can say at all comes as single characters, now and then.
    every_kind = [kind for kind in generated.KINDS
                  if kind not in (generated.CONTROL, generated.COLORS, generated.INVISIBLE)]

    def __init__(self, seed):
        super().__init__(seed)
        # The user who looks at the catalog is no part of what is adopted.
        self.is_let_in = False
        # Keystone's own, which it makes for default tenants; a new one may not have it.
        self.roles = [role for role in self.roles if role["name"] != "_member_"]
        rows = [self.tenants, self.users, self.roles, self.services]
        for bodies in rows:
            for body in list(bodies):
                self.vary(bodies, body)
        if seed % 50 == 0:
            self.crowd()

    def vary(self, bodies, body):
        """Another of the same name, or of one that differs in case alone, with or without the rest."""
        if self.random.random() < 0.1:
            bodies.append(dict(body))
        if self.random.random() < 0.1 and "name" in body:
            bodies.append(dict(body, name=body["name"].swapcase()))
        if self.random.random() < 0.1:
            bodies.append({**body, "description": None, "email": None, "enabled": False})

    def crowd(self):
        """Hundreds of ordinary rows."""
        for number in range(150):
            self.tenants.append({"name": "project %d" % number})
            self.users.append({"name": "user %d" % number, "email": "user%d@example.com" % number})
            self.services.append({"name": "nova %d" % number, "type": "compute"})

    def endpoints_of(self, services):
        """Some of them twice, some disabled, some without internal or admin URL."""
        endpoints = []
        for service in services:
            base = "http://%s:%d" % (self.random.choice(["a", "b", "[fd00::1]"]),
                                     self.random.choice([8774, 9292]))
            paths = ["", "/", "/v2/$(tenant_id)s", "/v2/%(tenant_id)s", "/%%", "/é", "/a b",
                     "//x?y#z", "/$(user_id)s/%(tenant_id)s", "/${x}"]
            url = base + self.random.choice(paths)
            for region in self.random.sample(self.regions, self.random.randint(0, 3)):
                endpoint = {"service_id": service["id"], "region": region, "publicurl": url}
                self.sometimes(endpoint, "internalurl", lambda: url.replace("//a:", "//i:"))
                self.sometimes(endpoint, "adminurl", lambda: base + self.random.choice(paths))
                if self.random.random() < 0.1:
                    endpoint["enabled"] = False
                endpoints += [endpoint] * self.random.choice([1, 1, 1, 1, 2])
        return super().endpoints_of(services) + endpoints


class Adopter:
    """The tool, in a directory of its own."""

    def __init__(self, program, keystone, directory):
        self.program, self.directory = program, directory
        self.environment = {"PATH": os.environ["PATH"], "no_proxy": "127.0.0.1",
                            "OS_SERVICE_TOKEN": keystone.token,
                            "OS_SERVICE_ENDPOINT": keystone.admin}

    def run(self, *arguments):
        done = subprocess.run([self.program, *arguments], env=self.environment, cwd=self.directory,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def succeed(self, *arguments):
        status, output, error = self.run(*arguments)
        if status:
            raise Failure("%s: exit status %d\n%s%s" % (" ".join(arguments), status, output, error))
        return output

    def declare(self, dump):
        with open(os.path.join(self.directory, "keystone-seed.yaml"), "w", newline="") as file:
            file.write(dump)
        for name in re.findall(r"\{env: (\w+)\}", dump):
            self.environment[name] = "any"


class Failure(Exception):
    """What did not hold."""


def adopt(number, keystone, adopter):
    """Gives how many objects the cloud had, and how many of them the dump left out."""
    keystone.empty()
    made = keystone.fill(Adopted(number))
    count = sum(map(len, made.values()))
    if not count:
        return 0, 0
    status, dump, error = adopter.run("dump")
    if status and "nothing that a seed can declare" in error:
        return count, count
    if status:
        raise Failure("dump: exit status %d\n%s" % (status, error))
    adopter.declare(dump)
    adopter.succeed("validate")
    plan = adopter.succeed("plan", "--detailed-exitcode", "--no-verify-passwords")
    if not plan.startswith("No changes."):
        raise Failure("plan:\n" + plan)
    keystone.empty()
    adopter.succeed("apply")
    again = adopter.succeed("dump")
    if seed_alone(again) != seed_alone(dump):
        raise Failure("the dumps differ:\n%s\n----\n%s" % (dump, again))
    return count, left_out_of(dump)


def seed_alone(dump):
    """All of it, where no comment at its end is about what it leaves out."""
    dump = re.sub(r" \(checksum [0-9a-f]{8}\)$", "", dump, count=1, flags=re.MULTILINE)
    return re.split(r"\n# (?:Left out|Worth knowing)", dump)[0].rstrip("\n")


def left_out_of(dump):
    """How many objects the dump says that it leaves out."""
    return dump.partition("\n# Left out")[2].count("\n#     id ")


def run(keystone, adopter_in, adopt_one):
    """Has the clouds that the command line asks for adopted, and ends with 1 where one fails.

    `keystone` makes what is filled, `adopter_in` the tool in a directory, and `adopt_one` gives of a number
    how many objects its cloud had, and how many of them the dump left out.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed-program", required=True)
    parser.add_argument("--clouds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    server = keystone()
    objects = left_out = failed = 0
    with tempfile.TemporaryDirectory() as directory:
        adopter = adopter_in(options.seed_program, server, directory)
        for number in range(options.seed, options.seed + options.clouds):
            try:
                count, out = adopt_one(number, server, adopter)
                objects, left_out = objects + count, left_out + out
            except Failure as failure:
                failed += 1
                print("cloud %d: %s" % (number, failure), flush=True)
    print("%d clouds with %d objects, of which the dumps left out %d" % (
        options.clouds, objects, left_out))
    print("%d failed" % failed)
    sys.exit(failed > 0)


def keystone_of_pike():
    return Keystone(*(os.environ["KEYSTONE_REAL_" + name]
                      for name in ["ADMIN_URL", "PUBLIC_URL", "TOKEN"]))


if __name__ == "__main__":
    run(keystone_of_pike, Adopter, adopt)
