"""Vandaag knows what time it is where you are."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from hartlijn.today.words import free_until, greeting


def at(hour: int, minute: int = 0, *, day: int = 24) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)  # the 24th is a Tuesday


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "Hallo, Noor"),
        (5, "Hallo, Noor"),
        (6, "Goedemorgen, Noor"),
        (11, "Goedemorgen, Noor"),
        (12, "Goedemiddag, Noor"),
        (17, "Goedemiddag, Noor"),
        (18, "Goedenavond, Noor"),
        (23, "Goedenavond, Noor"),
    ],
)
def test_the_greeting_goes_by_the_clock(hour: int, said: str) -> None:
    assert greeting(at(hour, 59), "Noor de Wit") == said


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (at(22, 45), "Je bent vrij. Wat binnenkomt, wacht tot vandaag 22.45."),
        (at(8, 30, day=25), "Je bent vrij. Wat binnenkomt, wacht tot morgen 8.30."),
        (at(8, 30, day=30), "Je bent vrij. Wat binnenkomt, wacht tot maandag 8.30."),
        (
            datetime(2026, 12, 7, 8, 30, tzinfo=UTC),
            "Je bent vrij. Wat binnenkomt, wacht tot maandag 7 december 8.30.",
        ),
        (None, "Je bent vrij. Wat binnenkomt, wacht tot je weer werkt."),
    ],
)
def test_free_time_says_until_when(until: datetime | None, said: str) -> None:
    assert free_until(until, at(20)) == said


def test_english_writes_the_clock_its_own_way() -> None:
    with translation.override("en"):
        assert "8:30" in free_until(at(8, 30, day=25), at(20))
