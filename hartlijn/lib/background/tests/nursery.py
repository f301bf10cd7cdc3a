"""Bear worker processes fast: Django is loaded once, each line read is one more fork."""

import os
import signal
import sys

import django
from django.core.management import call_command


def bear() -> int:
    """Start one worker; its process id."""
    if pid := os.fork():
        return pid
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    sys.stdin.close()
    call_command("worker", "--interval=0.05", "--lease=1")
    os._exit(0)


if __name__ == "__main__":
    django.setup()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who is killed needs no burial
    for _line in sys.stdin:
        print(bear(), flush=True)
