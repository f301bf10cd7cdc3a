"""The paths of an organisation as its desk lists them: 2,000 that run, of 60 steps each.

On SQLite and on PostgreSQL: how long the first page takes, 95 in 100 times, and how many
questions it asks, beside a bare page over the same fifty rows. Goal: at most 3 times the bare page.
"""

import os
import subprocess
import sys
import tempfile
from typing import Final

DATABASES: Final = ("sqlite", "postgresql")


def main() -> None:
    """Each database in a process of its own."""
    for database in DATABASES:
        with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
            environment = {**os.environ, "HARTLIJN_DATA": folder}
            if database == "sqlite":
                environment.pop("DATABASE_URL", None)
            elif "DATABASE_URL" not in environment:
                continue
            command = [sys.executable, "-m", "benchmarks._paths"]
            subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
