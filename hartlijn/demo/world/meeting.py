"""Noor, Joost and Sam at one table: agreed by two of the three."""

from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.paths.models import Agreed, Meeting, MeetingYes, Side

LINES: Final = (
    ("brought", "Het huisbezoek van vorige week, en waar ik daarna mee bleef zitten.", None),
    ("work", "Elke week een uur samen, op dinsdag, in de agenda.", -7),
    ("school", "Een bezoek op de groep, samen met Sam.", -30),
    ("starter", "Ik zeg het dezelfde week als iets te snel gaat.", -14),
)


def meet(draft: Draft, school: Side, work: Side) -> None:
    """What stands on their screen."""
    meeting = Meeting(
        pk=identity("meeting", "noor"),
        path=work.path,
        school=school,
        work=work,
        teacher=draft.people["joost"],
        guide=draft.people["sam"],
        day=draft.days_ago(2),
        needs="Dat jullie elkaar bellen voordat jullie mij iets vragen.",
    )
    draft.add(meeting)
    for place, (whose, words, days) in enumerate(LINES):
        draft.add(
            Agreed(
                pk=identity("agreed", "noor", place),
                meeting=meeting,
                whose=whose,
                words=words,
                by_on=None if days is None else draft.days_ago(days),
                place=place,
            )
        )
    for key in ("noor", "sam"):
        person = draft.people[key]
        draft.add(MeetingYes(meeting=meeting, person=person, said_on=draft.days_ago(2)))
