"""Keystone's application of today, the one for v3, with a database that keeps its own rules."""

import sqlite3
import sys
import warnings

# Keystone reads the command line of whoever imports it: gunicorn's means nothing to it.
sys.argv = ["keystone"]
warnings.simplefilter("ignore")

from keystone.server import wsgi  # noqa: E402
from sqlalchemy import event  # noqa: E402
from sqlalchemy.engine import Engine  # noqa: E402


@event.listens_for(Engine, "connect")
def keep_foreign_keys(connection, _):
    """Have SQLite delete what hangs on a row with it, which MariaDB does without being asked.

    A role that is gone while another one still implies it makes every token of that one a 404.
    """
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA foreign_keys = ON")


application = wsgi.initialize_public_application()
