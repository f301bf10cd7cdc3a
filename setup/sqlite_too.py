"""A pytest plugin: mark `sqlite` what must also hold on SQLite."""

from pathlib import Path

import pytest

FOLDERS = (
    "hartlijn/delivery/tests",
    "hartlijn/people/tests",
    "hartlijn/consent/tests",
    "hartlijn/lib/background/tests",
)
"""What uses a database in these; migrations and single tests elsewhere carry the mark."""

DATABASE = {"db", "transactional_db"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test in the folders that uses a database, but for those that run once."""
    marked = [config.rootpath / folder for folder in FOLDERS]
    for item in items:
        uses = item.get_closest_marker("django_db") or DATABASE & set(
            getattr(item, "fixturenames", ())
        )
        inside = any(Path(item.path).is_relative_to(folder) for folder in marked)
        if inside and uses and not item.get_closest_marker("once"):
            item.add_marker(pytest.mark.sqlite)
