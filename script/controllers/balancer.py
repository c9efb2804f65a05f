"""The HAProxy that stands before the Keystones with two virtual IPs."""

import os
import re
import shutil
import socket
import string

from controllers.places import NODES, PARTS, SHIFT
from controllers.processes import Process


class Balancer:
    """One HAProxy, in mode http or tcp."""

    def __init__(self, places):
        self.places = places
        self.name = "haproxy"
        self.process = Process(places, self.name)
        self._settings = places.path("etc", "haproxy.cfg")
        self._socket = places.path("run", "haproxy.sock")

    @property
    def mode(self):
        """The mode that it is configured for."""
        with open(self._settings) as file:
            return re.search(r"^ +mode (\w+)$", file.read(), re.MULTILINE).group(1)

    def configure(self, mode, balance):
        listens = ""
        vips = {"public": self.places.public_vip, "management": self.places.management_vip}
        for vip in sorted(vips):
            for api, port in self.places.release.ports.items():
                listens += _template("haproxy-listen.cfg").substitute(
                    {"server_%d" % n: self.places.address(n) for n in NODES},
                    name="%s-api-%s-vip" % (api, vip),
                    address=vips[vip],
                    port=port,
                    server_port=port + SHIFT,
                    balance=balance,
                )
        text = _template("haproxy.cfg").substitute(
            home=self.places.home, mode=mode, listens=listens
        )
        with open(self._settings, "w") as file:
            file.write(text)

    def start(self):
        self.process.start([shutil.which("haproxy"), "-db", "-f", self._settings])
        self.process.wait_until("answers", lambda: bool(self.ask("show info")), 10)

    def stop(self):
        self.process.stop(5)

    def ask(self, command):
        """What its own socket answers; empty where nobody listens."""
        answer = b""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(2)
            try:
                connection.connect(self._socket)
                connection.sendall(command.encode() + b"\n")
                while True:
                    part = connection.recv(65536)
                    if not part:
                        return answer.decode()
                    answer += part
            except OSError:
                return ""

    def servers(self):
        """What its checks say of the API of each Keystone that the tool speaks, by number."""
        return self._statistics(field=17)

    def sessions(self):
        """How many connections that API of each Keystone was given, by number."""
        return {n: int(count) for n, count in self._statistics(field=7).items()}

    def _statistics(self, field):
        found = {}
        listen = list(self.places.release.ports)[-1] + "-api-management-vip"
        for line in self.ask("show stat").splitlines():
            fields = line.split(",")
            if len(fields) > field and fields[0] == listen:
                _, is_server, n = fields[1].partition("controller-")
                if is_server:
                    found[int(n)] = fields[field]
        return found


def _template(name):
    with open(os.path.join(PARTS, name)) as file:
        return string.Template(file.read())
