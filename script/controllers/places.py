"""Where everything is: addresses, ports and directories."""

import os

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PARTS = os.path.join(SCRIPTS, "controllers")

NODES = (1, 2, 3)
TOKEN = "ADMIN"
DATABASE_PASSWORD = "keystone"

# HAProxy has the well-known ports, and the Keystones behind it the same plus 10000. The controllers
# are told apart by address, so that the ports can be those of a real one.
PUBLIC_PORT, ADMIN_PORT, SHIFT = 5000, 35357, 10000
SQL_PORT, GROUP_PORT, INCREMENT_PORT, TRANSFER_PORT = 13306, 14567, 14568, 14444


class Places:
    """The addresses and paths of one set of controllers, and whose API they serve."""

    def __init__(self, home, subnet, release):
        self.release = release
        self.home = os.path.abspath(home)
        self.subnet = subnet
        self.public_vip = "127.%d.1.1" % subnet
        self.management_vip = "127.%d.1.2" % subnet

    def address(self, n):
        return "127.%d.0.%d" % (self.subnet, n)

    def path(self, *parts):
        return os.path.join(self.home, *parts)

    def api_url(self, n=None):
        """The API that the tool speaks, of one Keystone, or of all behind the management VIP."""
        port = list(self.release.ports.values())[-1]
        if n is None:
            return "http://%s:%d%s" % (self.management_vip, port, self.release.version)
        return "http://%s:%d%s" % (self.address(n), port + SHIFT, self.release.version)
