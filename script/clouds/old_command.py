# -*- coding: utf-8 -*-
"""Runs the 2014 command again and again in one process, which is what takes its time.

For Python 2.7 with python-keystoneclient 0.10.1. Each line of standard input is a JSON array of
arguments; for each there is a line of JSON: the exit status and both streams, as Base64. With
--record every answer that the command was given is in it too.
"""
from __future__ import print_function

import base64
import json
import os
import sys
import tempfile

import requests

from keystoneclient import shell

answers = []


def record():
    send = requests.Session.send

    def recording(self, request, **options):
        response = send(self, request, **options)
        answers.append({"method": request.method, "url": request.url,
                        "status": response.status_code, "body": response.text})
        return response

    requests.Session.send = recording


def run(arguments):
    sys.argv = ["keystone"] + [argument.encode("utf-8") for argument in arguments]
    try:
        shell.main()
        return 0
    except SystemExit as stop:
        return stop.code or 0


def main():
    if sys.argv[1:] == ["--record"]:
        record()
    # Files, like the pipes of a process, have no encoding for `print` to use.
    streams = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]
    results = os.fdopen(os.dup(1), "w")
    for stream, number in zip(streams, [1, 2]):
        os.dup2(stream.fileno(), number)
    for line in iter(sys.stdin.readline, ""):
        del answers[:]
        status = run(json.loads(line))
        sys.stdout.flush()
        sys.stderr.flush()
        texts = []
        for stream in streams:
            os.lseek(stream.fileno(), 0, os.SEEK_SET)
            texts.append(base64.b64encode(os.read(stream.fileno(), 1 << 26)))
            os.ftruncate(stream.fileno(), 0)
            os.lseek(stream.fileno(), 0, os.SEEK_SET)
        print(json.dumps({"status": status, "output": texts[0], "error": texts[1],
                          "answers": answers}), file=results)
        results.flush()


main()
