"""The coordinator's board over 2,000 running paths of 60 steps, on PostgreSQL and on SQLite.

Freezing a month is done once, in the background; the page shows what was frozen. Prints one JSON
object per database: seconds to freeze, the 95th percentile of the page, and its queries.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Each database in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
        lite = f"sqlite:///{Path(folder) / 'board.sqlite3'}"
        for url in (os.environ.get("DATABASE_URL", ""), lite):
            if url:
                env = {**os.environ, "HARTLIJN_DATA": folder, "DATABASE_URL": url}
                subprocess.run([sys.executable, "-m", "benchmarks._board"], check=True, env=env)


if __name__ == "__main__":
    main()
