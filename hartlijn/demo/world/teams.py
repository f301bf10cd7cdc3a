"""What teams agreed on, and who has their line: always somebody."""

from datetime import time, timedelta
from typing import Final

from hartlijn.agreements.models import Reading, Version
from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.people.models import DutyLine, DutyShift

TEAM: Final = "vuurtoren/Middelburg/Team Gezinnen"
OF_SAM: Final = "vuurtoren/Middelburg/Team Verblijf"
OF_MILA: Final = "vuurtoren/Goes/Team Ambulant"


def of(team: str, number: int) -> str:
    """The key of somebody who lives in a team."""
    return f"{team.replace('/', '-', 1)}-{number}"


# team, name of its line, number, who takes turns, and who puts them in the roster
LINES: Final = (
    (TEAM, "Achterwacht", "0118 55 00 55", ("fatima", of(TEAM, 0), of(TEAM, 1)), "fatima"),
    (OF_SAM, "Slaapdienst", "0118 55 00 66", tuple(of(OF_SAM, number) for number in range(3)),
     "ines"),
    (OF_MILA, "Bereikbaarheidsdienst", "0113 55 00 77",
     tuple(of(OF_MILA, number) for number in range(4)), "ines"),
)  # fmt: skip
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
OF_A_HOUSE: Final = {
    "consult": "Wat je na een dienst mee naar huis neemt. Liever vroeg dan goed geformuleerd.",
    "waits": "Alles wat de volgende dienst ook kan lezen in de overdracht.",
    "call": "Wie slaapdienst heeft, ook om drie uur ’s nachts. Bij direct gevaar eerst 112.",
    "groups": "Geen appgroep. Ruilen doen we in het rooster.",
    "free": "Wie nachtdienst had, bellen we de dag erna niet.",
}
# team, texts, who wrote them, so many days ago, who read it since; of Mila's team nobody did yet
Written = tuple[dict[str, str], str, int]
AGREED: Final[tuple[tuple[str, tuple[Written, ...], str], ...]] = (
    (TEAM, ((FIRST, "fatima", 120), (NOW, of(TEAM, 0), 6)), "fatima"),
    (OF_SAM, ((OF_A_HOUSE, of(OF_SAM, 0), 50),), "sam"),
)


def agree(draft: Draft) -> None:
    """The lines with a roster of weeks, and the agreements in all their versions."""
    for team, name, phone, turns, by in LINES:
        line = DutyLine(pk=identity("line", team), unit=draft.units[team], name=name, phone=phone)
        _take_turns(draft, draft.add(line), team, turns, by)
    for team, versions, reader in AGREED:
        for number, version in enumerate(versions, start=1):
            _write(draft, team, number, version)
        _read(draft, team, reader, versions[-1][-1])


def _take_turns(draft: Draft, line: DutyLine, team: str, turns: tuple[str, ...], by: str) -> None:
    first = draft.monday(0) - 2 * A_WEEK
    for number in range(WEEKS):
        begins = first + number * A_WEEK
        draft.add(
            DutyShift(
                pk=identity("duty", team, number),
                line=line,
                person=draft.people[turns[number % len(turns)]],
                put_by=draft.people[by],
                starts_on=begins,
                starts_at=CHANGES_AT,
                ends_on=begins + A_WEEK,
                ends_at=CHANGES_AT,
            )
        )


def _write(draft: Draft, team: str, number: int, version: Written) -> None:
    texts, author, days = version
    draft.add(
        Version(
            pk=identity("agreement", team, number),
            unit=draft.units[team],
            number=number,
            written_by=draft.people[author],
            written_on=draft.days_ago(days),
            **texts,
        )
    )


def _read(draft: Draft, team: str, reader: str, days: int) -> None:
    """Somebody who read it as it is now; nobody came since."""
    unit = draft.units[team]
    begun = [one for one in draft.places.values() if one.starts_on <= draft.today]
    draft.add(
        Reading(
            pk=identity("reading", team),
            unit=unit,
            person=draft.people[reader],
            places=sum(one.unit == unit for one in begun),
            read_on=draft.days_ago(days),
        )
    )
