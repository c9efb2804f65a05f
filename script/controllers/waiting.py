"""Waiting for what other processes do, and doing several such things at a time."""

import threading
import time

from controllers import Failure


def wait_until(what, is_so, limit):
    """Asks again and again; after so many seconds it is a failure."""
    end = time.monotonic() + limit
    while not is_so():
        if time.monotonic() > end:
            raise Failure("%s: not so after %d s" % (what, limit))
        time.sleep(0.05)


def together(*calls):
    """Makes the calls at the same time; the first error of any is everybody's."""
    errors = []

    def make(call):
        try:
            call()
        except BaseException as error:  # noqa: B902  raised again by the caller's thread
            errors.append(error)

    threads = [threading.Thread(target=make, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
