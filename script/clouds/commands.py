"""The 2014 command and ours."""
import base64
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))


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
