"""Build what the repository does not hold: the front end, the fonts, compiled translations."""

import sys

from setup import frontend, messages


def build() -> None:
    """Make everything that is missing or out of date."""
    frontend.build()
    messages.compile_all()


if __name__ == "__main__":
    if "test" in sys.argv:
        frontend.packages(tools=True)
    build()
