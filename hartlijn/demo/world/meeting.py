"""Noor, Joost and Sam at one table: agreed by two of the three; and a next time to prepare for."""

from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.paths.actions.meeting import TOGETHER
from hartlijn.paths.models import Agreed, Meeting, MeetingYes, Side
from hartlijn.people.models import Seat

LINES: Final = (
    ("brought", "Het huisbezoek van vorige week, en waar ik daarna mee bleef zitten.", None),
    ("work", "Elke week een uur samen, op dinsdag, in de agenda.", -7),
    ("school", "Een bezoek op de groep, samen met Sam.", -30),
    ("starter", "Ik zeg het dezelfde week als iets te snel gaat.", -14),
)


AHEAD: Final = 9
"""Days until they sit down again; nothing stands on that screen yet."""


def meet(draft: Draft, school: Side, work: Side) -> None:
    """What stands on their screen, and the empty one of the next time."""
    meeting = _sit_down(draft, school, work, -2, "noor")
    meeting.needs = "Dat jullie elkaar bellen voordat jullie mij iets vragen."
    _sit_down(draft, school, work, AHEAD, "noor", "next")
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


def _sit_down(draft: Draft, school: Side, work: Side, days: int, *name: str) -> Meeting:
    """A meeting so many days from today, with the seats of the three."""
    three = [draft.people[key] for key in ("noor", "joost", "sam")]
    day = draft.days_ago(-days)
    meeting = Meeting(
        pk=identity("meeting", *name),
        path=work.path,
        school=school,
        work=work,
        teacher=three[1],
        guide=three[2],
        day=day,
    )
    draft.add(meeting)
    for one in three:
        pk = identity("seat", *name, one.pk)
        draft.add(Seat(pk=pk, table=meeting.pk, person=one, until=day + TOGETHER))
    return meeting
