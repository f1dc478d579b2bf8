"""Run as a script: becomes the database server.

    python exec_server.py LAUNCHER_PID UID GID PROGRAM ARGUMENT...

It drops the rights of root (UID and GID are -1 when there are none to drop), asks the kernel to shut the server down
when the launcher dies, and executes PROGRAM in its own place, so that the server is a direct child of the launcher.
This is a program of its own because code between fork and exec is not safe in a process with threads. It imports
nothing of this package: the interpreter runs isolated, and may have lost the right to read the package by then.
"""

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h


def drop_privileges(uid: int, gid: int) -> None:
    if uid >= 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def die_with_launcher(libc: ctypes.CDLL, launcher: int) -> None:
    """Must follow drop_privileges: the kernel forgets the wish when a process changes its user."""
    if sys.platform == "linux":
        libc.prctl(_PR_SET_PDEATHSIG, int(signal.SIGINT), 0, 0, 0)
    if os.getppid() != launcher:
        sys.exit("error: the launcher has gone")


def main(arguments: list[str]) -> None:
    launcher, uid, gid = (int(each) for each in arguments[:3])
    command = arguments[3:]
    libc = ctypes.CDLL(None)
    drop_privileges(uid, gid)
    die_with_launcher(libc, launcher)
    try:
        os.execv(command[0], command)
    except OSError as error:
        sys.exit(f"error: {command[0]}: {error.strerror}")


if __name__ == "__main__":
    main(sys.argv[1:])
