"""How gunicorn runs a real Keystone: on loopback, on two ports, with an access log."""

import os

wsgi_app = "wsgi:application"
chdir = os.path.dirname(os.path.abspath(__file__))
host = os.environ.get("PIKE_HOST", "127.0.0.1")
bind = [host + ":" + os.environ[name] for name in ("PIKE_PUBLIC_PORT", "PIKE_ADMIN_PORT")]
workers = int(os.environ["PIKE_WORKERS"])
threads = int(os.environ.get("PIKE_THREADS", "1"))
# One process reads Keystone's 100,000 lines and forks, rather than each worker for itself.
preload_app = True
# Connections stay open between requests, as behind Apache.
worker_class = "gthread"
keepalive = 75
timeout = 300
graceful_timeout = 5
accesslog = os.environ["PIKE_DATA"] + "/access.log"
# Method, path, protocol, status, and which connection: what the checks count.
access_log_format = "%(r)s %(s)s %({remote_port}e)s"


def when_ready(server):
    """Tell who waits which ports it became (0 asks for any free one)."""
    public, admin = (str(listener.getsockname()[1]) for listener in server.LISTENERS)
    os.environ["PIKE_ADMIN_PORT"] = admin
    ports = os.environ["PIKE_DATA"] + "/ports"
    with open(ports + ".new", "w") as file:
        file.write(public + " " + admin + "\n")
    os.rename(ports + ".new", ports)
