"""Has rc files sourced by every shell, and the 2014 command log in with what they set."""
import os
import pty
import select
import shlex
import subprocess
import sys
import time

SEED = """\
regions: {regionOne: {public: %s, internal: %s, admin: %s}}
roles: [admin]
tenants: {admin: }
users: {admin: {password: {env: ADMIN_PASSWORD}, roles: {admin: [admin]}}}
services: {keystone: {type: identity, endpoints: "/v2.0"}}
"""

PASSWORDS = ["it's \"quoted\" `id` $HOME ${HOME} $(id)", "wow! !! !x \\!", "#not a comment #", "  a  b  ",
             "two\nlines\n", "пароль-é-日本語-🔑-‘’", "-n", "--os-token=x", "ends in a backslash\\", "\\\\'\\\"",
             "*?[a-z]{a,b}~&|;<>()", "^a^b^ %1 @ = : !?a?", "\t\x1b[31m"]

# A shell, whose words it understands, and how it is kept from its start-up files.
SHELLS = [("sh", "sh", []), ("dash", "sh", []), ("bash", "sh", ["--norc", "--noprofile"]),
          ("zsh", "sh", ["-f"]), ("fish", "fish", ["--no-config"]), ("tcsh", "csh", ["-f"])]


class Runner:
    """Runs commands in a directory of its own, with nothing of the caller's environment."""

    def __init__(self, directory):
        self.directory = directory
        self.environment = {"PATH": os.environ["PATH"], "HOME": directory, "LC_ALL": "C.UTF-8",
                            "TERM": "dumb", "no_proxy": "127.0.0.1"}

    def run(self, command, **variables):
        done = subprocess.run(command, cwd=self.directory, stdin=subprocess.DEVNULL,
                              env=dict(self.environment, **variables),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode:
            sys.exit("%s: exit status %d\n%s" % (
                command[0], done.returncode, done.stderr.decode("utf-8", "replace")))
        return done.stdout

    def type(self, shell, lines, result):
        """Types lines at an interactive shell, and waits until the last of them has made a file."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.directory)
            os.execvpe(shell[0], shell, self.environment)
        shown = b""
        for line in [None, *lines, "exit"]:
            if line is not None:
                os.write(terminal, line.encode() + b"\n")
            limit = time.monotonic() + (60 if line == lines[-1] else 1)
            while time.monotonic() < limit and not (line == lines[-1] and os.path.exists(result)):
                if not select.select([terminal], [], [], 0.3)[0]:
                    continue
                try:
                    shown += os.read(terminal, 65536)
                except OSError:
                    break
        os.close(terminal)
        os.waitpid(child, 0)
        return shown


def main():
    seed, keystone, work = sys.argv[1:]
    directory = os.path.join(work, "shells")
    os.mkdir(directory)
    runner = Runner(directory)
    public, admin, token = (os.environ["KEYSTONE_REAL_" + name].replace("/v2.0", "")
                            for name in ["PUBLIC_URL", "ADMIN_URL", "TOKEN"])
    with open(os.path.join(directory, "keystone-seed.yaml"), "w") as file:
        file.write(SEED % (public, public, admin))
    opened = {"OS_SERVICE_TOKEN": token, "OS_SERVICE_ENDPOINT": admin + "/v2.0"}
    result = os.path.join(directory, "result")
    failed = tried = 0
    for password in PASSWORDS:
        runner.run([seed, "apply"], ADMIN_PASSWORD=password, **opened)
        wanted = runner.run([keystone, "user-list"], **opened)
        for program, family, options in SHELLS:
            runner.run([seed, "credentials", "--shell", family, "--output", "rc"],
                       ADMIN_PASSWORD=password)
            source = "%s ./rc" % ("." if family == "sh" else "source")
            command = "%s user-list > part; mv part result" % shlex.quote(keystone)
            for is_typed in False, True:
                if os.path.exists(result):
                    os.remove(result)
                shown = b""
                if is_typed:
                    shown = runner.type([program, *options, "-i"], [source, command], result)
                else:
                    runner.run([program, *options, "-c", source + "\n" + command])
                tried += 1
                with open(result, "rb") as file:
                    listed = file.read()
                if listed != wanted:
                    failed += 1
                    print("%s%s, %r: %r\n%s" % (program, " -i" * is_typed, password, listed,
                                                shown.decode("utf-8", "replace")))
    print("%d logins with %d passwords in %d shells, %d failed" % (
        tried, len(PASSWORDS), len(SHELLS), failed))
    sys.exit(failed > 0)


main()
