"""What the stories of attacks share."""

from dataclasses import dataclass

import pytest

INDEX = pytest.mark.parametrize("index", ["warm", "cold"])
"""Whether this browser holds the sealed index of what there is to read."""


@dataclass(frozen=True)
class Worker:
    """Which checks the worker of a story is without.

    ``careless``: it is without all that stops the attack. ``behind``: it is without the first line
    only, so that the second has to hold.
    """

    gone: frozenset[str] = frozenset()
    careless: bool = False
    behind: bool = False


def against(attack: str, check: str, *, first: str = "") -> pytest.MarkDecorator:
    """The story is told to a worker without this one check, and to the real one.

    ``attack`` and ``check`` are what the comment above the statement begins with. Where something
    else stops the attack as well, ``first`` names it: the check is then a second line of defence,
    and the story is told a third time, to a worker that has nothing but that second line.
    """
    del attack  # for people, and for `test_checks`
    workers = {
        "succeeds-without-the-check": Worker(frozenset({check, first} - {""}), careless=True)
    }
    if first:
        workers["is-refused-by-the-second-line"] = Worker(frozenset({first}), behind=True)
    workers["is-refused"] = Worker()
    return pytest.mark.parametrize("story", workers.values(), indirect=True, ids=list(workers))
