"""A pytest plugin: stories that share what takes long to make are told by one process.

pytest-xdist has groups for this (`--dist=loadgroup`), but its workers write the group into the
private name of a test, which pytest reads no more since 9.2: the tests of a group went to every
process. So the folder says it here: a test below one of these stays with its neighbours.
"""

from typing import Final

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

FOLDERS: Final = ("journeys/year/", "journeys/hostile/")
"""The chapters of one year follow each other; two lines for the hostile server are made once."""


def scope_of(nodeid: str) -> str:
    """What is told by one process: the folder of a test, or the test alone."""
    return next((folder for folder in FOLDERS if nodeid.startswith(folder)), nodeid)


class Together(LoadScopeScheduling):  # type: ignore[misc] # xdist has no types for it
    """Hands out tests one by one, and a folder of ours as a whole."""

    def _split_scope(self, nodeid: str) -> str:
        return scope_of(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    """Take our own way of handing out tests."""
    return Together(config, log)
