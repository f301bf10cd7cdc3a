"""Where and when figures were measured: without that they say nothing."""

import os
import platform
import subprocess
from importlib.metadata import version


def told(*versions: str) -> str:
    """Machine, load, versions and commit, on one line."""
    parts = [
        platform.platform(),
        f"{os.cpu_count()} cores",
        f"load {os.getloadavg()[0]:.1f}",
        f"Python {platform.python_version()}",
        f"Django {version('django')}",
        *versions,
        f"commit {_commit()}",
    ]
    return ", ".join(parts)


def _commit() -> str:
    found = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return found.stdout.strip() or "unknown"
