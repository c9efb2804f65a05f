"""Runs a command as a child of a small process, and writes down what it took.

The kernel counts towards the peak of a program what its process held before it became that program,
which for a child of a large Python is that Python. So measuring.py has this one in between, which
imports next to nothing.

  spawn.py DESCRIPTOR COMMAND…     wall, CPU, its user part, peak in KiB and exit status go to the descriptor
"""
import os
import sys
import time

result, command = int(sys.argv[1]), sys.argv[2:]
os.set_inheritable(result, False)
began = time.monotonic()
child = os.posix_spawnp(command[0], command, os.environ)
_, status, usage = os.wait4(child, 0)
wall = time.monotonic() - began
cpu = usage.ru_utime + usage.ru_stime
exit_status = os.waitstatus_to_exitcode(status)
line = "%r %r %r %d %d" % (wall, cpu, usage.ru_utime, usage.ru_maxrss, exit_status)
os.write(result, line.encode())
