"""Keystone's public and admin applications, chosen by the port that a request came in on."""

import os
import sys
import warnings

# Keystone reads the command line of whoever imports it: gunicorn's means nothing to it.
sys.argv = ["keystone"]
warnings.simplefilter("ignore")

from keystone.server import wsgi  # noqa: E402
from keystone.version import service  # noqa: E402

public = wsgi.initialize_application("public", config_files=[os.environ["KEYSTONE_CONFIG"]])
admin = service.loadapp("config:" + wsgi.find_paste_config(), "admin")


def application(environ, start_response):
    # gunicorn takes SERVER_PORT from the listening socket, never from the Host header.
    is_admin = environ["SERVER_PORT"] == os.environ["KEYSTONE_PORTS"].split()[1]
    return (admin if is_admin else public)(environ, start_response)
