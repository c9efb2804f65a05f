"""Three controllers on one machine: what script/ha is made of.

Each has a MariaDB/Galera node and a Keystone that knows no other; one HAProxy stands before them
with two virtual IPs. All of it is on loopback, in one private directory.
"""


class Failure(Exception):
    """What cannot be done, and why, in one line for a person."""
