"""Run another program so that Ctrl-C and a request to stop end it properly, and us after it."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str | Path]


def run(command: Command, env: Mapping[str, str]) -> tuple[int, str]:
    """Run ``command`` to its end and show what it says; gives its exit code and closing line.

    Ctrl-C reaches the program itself, so we only wait for it; a request to stop is passed on.
    """
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE) as child:
        before = {
            signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
            signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: child.terminate()),
        }
        try:
            tail = show(child)
            return child.wait(), closing_line(tail)
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def show(child: subprocess.Popen[bytes]) -> bytes:
    """Pass on what the program says as it says it; gives the end of it."""
    tail = b""
    if child.stdout is None:
        return tail
    while part := os.read(child.stdout.fileno(), 65536):
        sys.stdout.buffer.write(part)
        sys.stdout.flush()
        tail = (tail + part)[-4096:]
    return tail


def closing_line(tail: bytes) -> str:
    """The last line that says something."""
    lines = [line for line in tail.decode(errors="replace").splitlines() if line.strip()]
    return lines[-1] if lines else ""
