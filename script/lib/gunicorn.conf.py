"""How gunicorn runs a real Keystone: on loopback, on one port or two, with an access log."""

import os

wsgi_app = "wsgi:application"
chdir = os.environ["KEYSTONE_DATA"]
host = os.environ.get("KEYSTONE_HOST", "127.0.0.1")
# The public one first, then the admin one where the release has it.
bind = [host + ":" + port for port in os.environ["KEYSTONE_PORTS"].split()]
workers = int(os.environ["KEYSTONE_WORKERS"])
threads = int(os.environ.get("KEYSTONE_THREADS", "1"))
# One process reads Keystone's 100,000 lines and forks, rather than each worker for itself.
preload_app = True
# Connections stay open between requests, as behind Apache.
worker_class = "gthread"
keepalive = 75
timeout = 300
graceful_timeout = 5
# Newer gunicorns would open a socket below the home directory, the same for all servers.
control_socket_disable = True
accesslog = os.environ["KEYSTONE_DATA"] + "/access.log"
# Method, path, protocol, status, and which connection: what the checks count.
access_log_format = "%(r)s %(s)s %({remote_port}e)s"


def when_ready(server):
    """Tell who waits which ports it became (0 asks for any free one)."""
    ports = " ".join(str(listener.getsockname()[1]) for listener in server.LISTENERS)
    os.environ["KEYSTONE_PORTS"] = ports
    path = os.environ["KEYSTONE_DATA"] + "/ports"
    with open(path + ".new", "w") as file:
        file.write(ports + "\n")
    os.rename(path + ".new", path)
