"""Bears worker processes fast: Django is loaded once, each worker is a fork of this process.

Answers one line of JSON to each: ``{"bear": command, "database": …}`` with a process id,
``{"ended": process id}`` with its exit code, or null while it lives.
"""

import json
import os
import sys
import traceback
from typing import Any

import django
from django.core.management import call_command
from django.db import connections


def bear(command: list[str], database: dict[str, Any]) -> int:
    if pid := os.fork():
        return pid
    sys.stdin.close()
    connections["default"].close()
    del connections["default"]
    connections.databases["default"] |= database
    try:
        call_command(*command)
    except BaseException:  # noqa: BLE001 - this copy must end here, whatever happened
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def ended(pid: int) -> int | None:
    gone, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if gone else None


if __name__ == "__main__":
    django.setup()
    for line in sys.stdin:
        wish = json.loads(line)
        answer = ended(wish["ended"]) if "ended" in wish else bear(wish["bear"], wish["database"])
        print(json.dumps(answer), flush=True)
