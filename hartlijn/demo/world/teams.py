"""What the team of Fatima and Noor agreed on, and who has its line: always somebody."""

from datetime import time, timedelta
from typing import Final

from hartlijn.agreements.models import Reading, Version
from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.people.models import DutyLine, DutyShift

TEAM: Final = "vuurtoren/Middelburg/Team Gezinnen"
TURNS: Final = ("fatima", f"{TEAM.replace('/', '-', 1)}-0", f"{TEAM.replace('/', '-', 1)}-1")
A_WEEK: Final = timedelta(days=7)
WEEKS: Final = 60
CHANGES_AT: Final = time(8, 30)
FIRST: Final = {
    "consult": "Een dilemma waar je mee blijft lopen, of iets wat je raakte.",
    "waits": "Roosters, verslagen en vragen over verlof. Daar kijken we naar als we werken.",
    "call": "De achterwacht. Bij direct gevaar altijd eerst 112.",
}
NOW: Final = FIRST | {
    "groups": "Eén appgroep, alleen om diensten te ruilen. Over gezinnen appen we niet.",
    "free": "Na je dienst hoef je niets te lezen. Wie toch iets stuurt, verwacht geen antwoord.",
}


def agree(draft: Draft) -> None:
    """The line with a roster of weeks, and two versions of the agreement."""
    unit = draft.units[TEAM]
    line = draft.add(
        DutyLine(pk=identity("line", TEAM), unit=unit, name="Achterwacht", phone="0118 55 00 55")
    )
    first = draft.monday(0) - 2 * A_WEEK
    for number in range(WEEKS):
        begins = first + number * A_WEEK
        draft.add(
            DutyShift(
                pk=identity("duty", TEAM, number),
                line=line,
                person=draft.people[TURNS[number % len(TURNS)]],
                put_by=draft.people["fatima"],
                starts_on=begins,
                starts_at=CHANGES_AT,
                ends_on=begins + A_WEEK,
                ends_at=CHANGES_AT,
            )
        )
    for number, (texts, author, days) in enumerate(
        ((FIRST, "fatima", 120), (NOW, TURNS[1], 6)), start=1
    ):
        draft.add(
            Version(
                pk=identity("agreement", TEAM, number),
                unit=unit,
                number=number,
                written_by=draft.people[author],
                written_on=draft.days_ago(days),
                **texts,
            )
        )
    places = sum(one.unit == unit for one in draft.places.values())
    draft.add(
        Reading(
            pk=identity("reading", TEAM),
            unit=unit,
            person=draft.people["fatima"],
            places=places,
            read_on=draft.days_ago(6),
        )
    )
