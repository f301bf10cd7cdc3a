"""What holds for all stories about people."""

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher

from hartlijn.people import even_answers


@pytest.fixture(autouse=True)
def quick_passwords(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Little work for Argon2 and no waiting, except where a test measures how long it takes."""
    if request.node.get_closest_marker("nightly") is None:
        monkeypatch.setattr(even_answers, "BEAT", 0)
        monkeypatch.setattr(Argon2PasswordHasher, "time_cost", 1)
        monkeypatch.setattr(Argon2PasswordHasher, "memory_cost", 8)
        monkeypatch.setattr(Argon2PasswordHasher, "parallelism", 1)
