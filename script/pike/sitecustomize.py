"""What Python 3.10 and 3.11 have dropped and a Keystone of 2017 asks for.

Python runs this file first wherever this directory is on its path: nowhere but here.
"""

import collections
import collections.abc
import inspect

for name in collections.abc.__all__:
    if not hasattr(collections, name):
        setattr(collections, name, getattr(collections.abc, name))

if not hasattr(inspect, "getargspec"):
    inspect.getargspec = inspect.getfullargspec
