"""A pytest plugin: mark `sqlite` what must also hold on SQLite."""

from pathlib import Path

import pytest

FOLDERS = (
    "hartlijn/people/tests",
    "hartlijn/consent/tests",
    "hartlijn/lib/background/tests",
)
"""Everything in these; migrations and single tests elsewhere carry the mark themselves."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test that lies in one of the folders."""
    marked = [config.rootpath / folder for folder in FOLDERS]
    for item in items:
        if any(Path(item.path).is_relative_to(folder) for folder in marked):
            item.add_marker(pytest.mark.sqlite)
