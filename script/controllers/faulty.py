"""Keystone's applications, except that an armed fault falls on the request it is for.

Only from within can a fault be put on one exact moment: before Keystone has seen the request, or
after its transaction is committed and before the answer is sent.

Most faults are Keystone's own. `slay` kills the client, whose number is in a file, and `pass` lets a
request through: so many of them before another fault put that one on the n-th request.
"""

import os
import signal
import socket
import struct
import time

import wsgi

from controllers import faults
from controllers.waiting import wait_until

FOLDER = os.environ["CONTROLLERS_FAULTS"]


def application(environ, start_response):
    path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
    fault = faults.take(FOLDER, environ["REQUEST_METHOD"], path)
    if fault is None or fault.action == "pass":
        return wsgi.application(environ, start_response)
    answer = _answer(environ) if fault.is_after else None
    if fault.action == "sleep":
        time.sleep(float(fault.argument))
        status, headers, body = answer or _answer(environ)
        start_response(status, headers)
        return [body]
    if fault.action == "kill":
        os.killpg(0, signal.SIGKILL)
    if fault.action == "slay":
        _slay(fault.argument)
    if fault.action == "status":
        return _refuse(int(fault.argument), start_response)
    connection = environ["gunicorn.socket"]
    if fault.action == "truncate":
        _send_half(connection, answer[2] if answer else b'{"tenants": [{"id": "4a5f')
    if fault.action == "reset":
        # Closing with a linger of 0 seconds sends RST instead of FIN.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.close()
    else:
        connection.shutdown(socket.SHUT_RDWR)
    # For gunicorn, which finds that it can no longer send this.
    start_response("500 Cut", [("Content-Length", "0"), ("Connection", "close")])
    return []


def _answer(environ):
    """Lets Keystone do it, and keeps what it would say."""
    heads = []
    chunks = wsgi.application(environ, lambda status, headers, _=None: heads.append((status, headers)))
    body = b"".join(chunks)
    return heads[0] + (body,)


def _slay(path):
    """Kills the process whose number is in a file, or will be in a moment."""
    wait_until(path + " is there", lambda: os.path.exists(path), 10)
    with open(path) as file:
        os.kill(int(file.read()), signal.SIGKILL)


def _refuse(status, start_response):
    text = '{"error": {"code": %d, "title": "Fault", "message": "A fault was made."}}' % status
    body = text.encode()
    headers = [("Content-Type", "application/json"), ("Content-Length", str(len(body)))]
    start_response("%d Fault" % status, headers)
    return [body]


def _send_half(connection, body):
    head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    connection.sendall((head % (len(body) + 100)).encode() + body[: len(body) // 2])
