"""Build what the repository does not hold: the front end, the fonts, compiled translations."""

import subprocess
import sys
from pathlib import Path

from setup import frontend, messages


def build() -> None:
    """Make everything that is missing or out of date."""
    frontend.build()
    messages.compile_all()


if __name__ == "__main__":
    try:
        if "test" in sys.argv:
            frontend.packages(tools=True)
        build()
    except subprocess.CalledProcessError as error:  # the tool has said why
        sys.exit(f"{Path(error.cmd[0]).name} ended with {error.returncode}")
