"""The cohort of Joost has a plan of the learning line, and Noor ticked something for herself."""

from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.learning.models import OwnWord, Planned

COHORT: Final = "delta/Social Work/Jaar 4"
# assignment, in so many days
LESSONS: Final = (
    ("what-i-bring", -35),
    ("my-measure", -14),
    ("what-i-will-ask", 7),
    ("grown", 28),
    ("help-and-be-helped", 49),
)
SAID: Final = (
    ("what-i-bring", "done"),
    ("what-i-bring", "taken_along"),
    ("my-measure", "discussed"),
)


def plan(draft: Draft) -> None:
    """Lessons on Mondays, and what Noor took along of two of them."""
    for key, days in LESSONS:
        draft.add(
            Planned(
                pk=identity("lesson", COHORT, key),
                unit=draft.units[COHORT],
                assignment=key,
                on_day=draft.monday(days),
            )
        )
    for key, word in SAID:
        draft.add(
            OwnWord(
                pk=identity("own word", "noor", key, word),
                person=draft.people["noor"],
                assignment=key,
                word=word,
            )
        )
