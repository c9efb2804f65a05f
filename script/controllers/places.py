"""Where everything is: addresses, ports and directories."""

import os

SCRIPTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PIKE = os.path.join(SCRIPTS, "pike")
PARTS = os.path.join(SCRIPTS, "controllers")

NODES = (1, 2, 3)
TOKEN = "ADMIN"
DATABASE_PASSWORD = "keystone"

# HAProxy has the well-known ports, and the Keystones behind it the same plus 10000. The controllers
# are told apart by address, so that the ports can be those of a real one.
PUBLIC_PORT, ADMIN_PORT, SHIFT = 5000, 35357, 10000
SQL_PORT, GROUP_PORT, INCREMENT_PORT, TRANSFER_PORT = 13306, 14567, 14568, 14444


class Places:
    """The addresses and paths of one set of controllers."""

    def __init__(self, home, subnet):
        self.home = os.path.abspath(home)
        self.subnet = subnet
        self.public_vip = "127.%d.1.1" % subnet
        self.management_vip = "127.%d.1.2" % subnet

    def address(self, n):
        return "127.%d.0.%d" % (self.subnet, n)

    def path(self, *parts):
        return os.path.join(self.home, *parts)

    def admin_url(self, n=None):
        """The admin API of one Keystone, or of all behind the management VIP."""
        if n is None:
            return "http://%s:%d/v2.0" % (self.management_vip, ADMIN_PORT)
        return "http://%s:%d/v2.0" % (self.address(n), ADMIN_PORT + SHIFT)

    def public_url(self):
        return "http://%s:%d/v2.0" % (self.public_vip, PUBLIC_PORT)
