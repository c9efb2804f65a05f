#!/usr/bin/env python3
"""Makes clouds in a real Keystone and holds every list of them against the 2014 command's."""
import argparse
import base64
import collections
import concurrent.futures
import http.client
import json
import os
import subprocess
import sys
import threading
import urllib.parse

import clouds

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = [("users", "user", "/users", "users"),
         ("tenants", "tenant", "/tenants", "tenants"),
         ("roles", "role", "/OS-KSADM/roles", "roles"),
         ("services", "OS-KSADM:service", "/OS-KSADM/services", "OS-KSADM:services"),
         ("endpoints", "endpoint", "/endpoints", "endpoints")]


class Keystone:
    """The server that is filled and emptied again."""

    def __init__(self, admin, public, token):
        self.admin, self.public, self.token = admin, public, token
        self.local = threading.local()
        self.pool = concurrent.futures.ThreadPoolExecutor(2)

    def call(self, method, path, body=None):
        if not hasattr(self.local, "connection"):
            self.local.connection = http.client.HTTPConnection(urllib.parse.urlsplit(self.admin).netloc)
        data = None if body is None else json.dumps(body)
        self.local.connection.request(method, "/v2.0" + path, data,
                                      {"X-Auth-Token": self.token, "Content-Type": "application/json"})
        response = self.local.connection.getresponse()
        text = response.read()
        if response.status >= 500:
            # SQLite was busy.
            return self.call(method, path, body)
        if response.status >= 400:
            return None
        return json.loads(text) if text else {}

    def make(self, kind, body):
        """Makes an object; None where Keystone refuses it."""
        _, wrapper, path, _ = next(row for row in KINDS if row[0] == kind)
        answer = self.call("POST", path, {wrapper: body})
        return answer and answer[wrapper]

    def list(self, kind):
        _, _, path, wrapper = next(row for row in KINDS if row[0] == kind)
        return self.call("GET", path)[wrapper]

    def empty(self):
        for kind, _, path, _ in KINDS:
            rows = [path + "/" + row["id"] for row in self.list(kind)]
            list(self.pool.map(lambda row: self.call("DELETE", row), rows))

    def fill(self, cloud):
        """Makes a cloud; gives what Keystone made of it."""
        made = {kind: [body for body in self.pool.map(lambda body: self.make(kind, body),
                                                      getattr(cloud, kind)) if body]
                for kind in ["tenants", "users", "roles", "services"]}
        choice = cloud.random.choice
        if made["services"]:
            bodies = [dict(body, service_id=choice(made["services"])["id"]) for body in cloud.endpoints]
            made["endpoints"] = [body for body in self.pool.map(
                lambda body: self.make("endpoints", body), bodies) if body]
        for _ in cloud.some(20) if made["users"] and made["tenants"] and made["roles"] else []:
            self.call("PUT", "/tenants/%s/users/%s/roles/OS-KSADM/%s" % (
                choice(made["tenants"])["id"], choice(made["users"])["id"], choice(made["roles"])["id"]))
        if cloud.is_let_in:
            self.let_in()
        return made

    def let_in(self):
        """Makes the user who looks at the catalog."""
        user = self.make("users", {"name": "prober", "password": "probing"})
        tenant = self.make("tenants", {"name": "probing"})
        role = self.make("roles", {"name": "prober"})
        self.call("PUT", "/tenants/%s/users/%s/roles/OS-KSADM/%s" % (tenant["id"], user["id"], role["id"]))


class Commands:
    """The old command and ours, asked the same."""

    def __init__(self, keystone, ours, old, is_recording):
        self.keystone, self.ours, self.old = keystone, ours, old
        with open(old, "rb") as script:
            python = script.readline()[2:].strip().decode()
        # Nothing of the caller's environment, where OS_ variables would be options of both.
        self.environment = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"],
                            "no_proxy": "127.0.0.1"}
        argv = [python, os.path.join(HERE, "old_command.py")] + ["--record"] * is_recording
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env=self.environment)

    def connection(self, arguments):
        if arguments[0] == "catalog":
            return {"OS_USERNAME": "prober", "OS_PASSWORD": "probing", "OS_TENANT_NAME": "probing",
                    "OS_AUTH_URL": self.keystone.public}
        return {"OS_SERVICE_TOKEN": self.keystone.token, "OS_SERVICE_ENDPOINT": self.keystone.admin}

    def run_old(self, arguments, region):
        """Asks the old command within its one process."""
        connection = self.connection(arguments)
        names = {"OS_SERVICE_TOKEN": "--os-token", "OS_SERVICE_ENDPOINT": "--os-endpoint"}
        options = [text for name, value in connection.items()
                   for text in (names.get(name, "--" + name.lower().replace("_", "-")), value)]
        if region:
            options += ["--os-region-name", region]
        self.process.stdin.write(json.dumps(options + arguments).encode() + b"\n")
        self.process.stdin.flush()
        result = json.loads(self.process.stdout.readline())
        return (result["status"], base64.b64decode(result["output"]),
                base64.b64decode(result["error"]), result["answers"])

    def run(self, program, arguments, region):
        """Asks a command in a process of its own."""
        environment = dict(self.environment, **self.connection(arguments))
        if region:
            environment["OS_REGION_NAME"] = region
        done = subprocess.run([program] + arguments, env=environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        return done.returncode, done.stdout, done.stderr

    def close(self):
        self.process.stdin.close()
        self.process.wait()


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
    return "length %d, not %d" % (len(ours), len(old))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--old", required=True)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--clouds", type=int, default=500)
    parser.add_argument("--processes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    keystone = Keystone(os.environ["KEYSTONE_REAL_ADMIN_URL"], os.environ["KEYSTONE_REAL_PUBLIC_URL"],
                        os.environ["KEYSTONE_REAL_TOKEN"])
    commands = Commands(keystone, options.ours, options.old, False)
    equal, failed, different = collections.Counter(), collections.Counter(), 0
    processes = options.processes
    rows = 0
    for seed in range(options.seed, options.seed + options.clouds):
        keystone.empty()
        cloud = clouds.Cloud(seed)
        made = keystone.fill(cloud)
        rows += sum(len(made.get(kind, [])) for kind, *_ in KINDS)
        for arguments, region in questions(cloud, made):
            status, output, error, _ = commands.run_old(arguments, region)
            if status:
                failed[arguments[0] + ": " + error.decode("utf-8", "replace").strip()[:60]] += 1
                continue
            if processes > 0:
                processes -= 1
                assert commands.run(options.old, arguments, region)[1] == output
            our_status, our_output, our_error = commands.run(options.ours, arguments, region)
            if our_status == 0 and our_output == output and our_error == b"":
                equal[arguments[0]] += 1
                continue
            different += 1
            print("cloud %d: %s: status %d, %s\n  %s" % (
                seed, " ".join(arguments), our_status, difference(output, our_output),
                our_error.decode("utf-8", "replace").strip()))
        if seed % 50 == 0:
            print("%d clouds" % (seed - options.seed + 1), file=sys.stderr)
    commands.close()
    print("%d clouds with %d objects; %d of the 2014 command's runs were processes of their own" % (
        options.clouds, rows, options.processes - processes))
    for name, count in sorted(equal.items()):
        print("%-16s %5d byte-equal" % (name, count))
    for reason, count in failed.most_common():
        print("%d times the 2014 command failed itself: %s" % (count, reason))
    print("%d different" % different)
    sys.exit(different > 0)


main()
