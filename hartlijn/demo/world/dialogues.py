"""Rosa leads a dialogue that is open now, one that was held, and the real one in own words."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Final

from django.utils import timezone

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.inhabitants import DELTA
from hartlijn.dialogues.models import (
    Contribution,
    Dialogue,
    Leading,
    Mark,
    PutFinding,
    Seat,
    Theme,
)
from hartlijn.dialogues.recording import recorded
from hartlijn.dialogues.shipped import meeting_from
from hartlijn.dialogues.small_groups import Marked, labels, tally

REAL: Final = "vlissingen-2024"
EARLIER: Final = "invented-twelve"
CODE: Final = "ZEG HET"
ROOM: Final = {
    "student": 8, "starter": 7, "experienced": 5, "leader": 3, "teacher": 6, "researcher": 1,
}  # fmt: skip
FINDINGS: Final = (
    ("literature", "Wie in het begin tijd krijgt om in te werken, blijft vaker.", "eigen literatuurstudie"),
    ("literature", "Een groot gevoel van verantwoordelijkheid draagt, tot het te zwaar wordt.", "eigen literatuurstudie"),
    ("field", "Om hulp vragen voelt voor starters vaak als tekortschieten.", "gesprekken met zeven organisaties"),
    ("field", "Reflecteren schiet erbij in als het druk is.", "gesprekken met zeven organisaties"),
)  # fmt: skip
# finding, place in the room, why, may be quoted
REASONS: Final = (
    (1, 0, "Bij mij stond inwerken op het rooster, maar er kwam steeds een dienst tussen.", True),
    (1, 9, "De eerste drie maanden liep ik dubbel mee. Daar teer ik nog op.", True),
    (1, 16, "Wij plannen die tijd wel, en halen hem er als eerste weer af.", False),
    (1, 23, "Studenten vragen hier al tijdens hun stage naar.", True),
    (1, 2, "Alleen als iemand echt naast je staat. Tijd alleen is niet genoeg.", True),
    (2, 10, "Ik nam elke crisis mee naar huis.", False),
    (2, 18, "Wie zich nergens verantwoordelijk voor voelt, houdt het hier niet vol.", True),
    (3, 4, "Ik dacht dat iedereen het wist behalve ik.", True),
)
FITS: Final = {
    (1, 0): "partly", (1, 2): "partly", (1, 9): "recognised", (1, 16): "recognised",
    (1, 23): "recognised", (2, 10): "recognised", (2, 18): "partly", (3, 4): "recognised",
}  # fmt: skip
MISSING: Final = (
    (5, "Wat het doet als je team zelf ook steeds wisselt."),
    (12, "De reistijd tussen gezinnen telt nergens mee."),
    (24, "Hoe je thuis uitlegt wat je werk met je doet."),
)
EDUCATION: Final = (
    (1, "Oefen met nee zeggen en hulp vragen, ook met echte begeleiders erbij."),
    (25, "Laat studenten al in jaar twee een dienst helemaal meedraaien."),
)
THEME: Final = "tijd om in te werken"


def hold(draft: Draft) -> None:
    """Three dialogues of the school."""
    _real(draft)
    _earlier(draft)
    _now(draft)


def _real(draft: Draft) -> None:
    """The dialogue of September 2024, of which the source gives no numbers."""
    _written_down(draft, REAL)


def _earlier(draft: Draft) -> None:
    """A small one that was held in spring."""
    held = _written_down(draft, EARLIER)
    held.on_day = held.made_on = draft.days_ago(256)


def _written_down(draft: Draft, key: str) -> Dialogue:
    meeting = meeting_from(key)
    home = draft.organisations[DELTA.key]
    rows = recorded(meeting, home, name=lambda *names: identity("dialogue", key, *names))
    for row in rows:
        draft.add(row)
    _lead(draft, rows.dialogue, key)
    return rows.dialogue


def _lead(draft: Draft, dialogue: Dialogue, key: str) -> None:
    for who in ("rosa", "lotte"):
        draft.add(
            Leading(
                pk=identity("leading", key, who),
                dialogue=dialogue,
                person=draft.people[who],
                since=draft.days_ago(30),
            )
        )


def _now(draft: Draft) -> None:
    """One that is open: the first finding is revealed, the second is on the screen."""
    dialogue = draft.add(
        Dialogue(
            pk=identity("dialogue", "now"),
            organisation=draft.organisations[DELTA.key],
            title="Wat starters houdt, en wat hen laat gaan",
            title_other="What keeps starters, and what lets them go",
            occasion="wat startende jeugdprofessionals sterkt en wat hen laat vertrekken",
            occasion_other="what strengthens starting youth professionals and what makes them leave",
            purpose="Bevindingen toetsen aan wat mensen meemaken.",
            on_day=draft.today,
            place="Middelburg",
            organisations="Hogeschool Delta\nZeeuwse Jeugdzorg",
            questions="Wat herken je?\nWat ontbreekt?\nWat kan de opleiding doen?",
            state=Dialogue.State.OPEN,
            code=CODE,
            on_screen=2,
            follows_id=identity("dialogue", EARLIER, "dialogue"),
            made_on=draft.days_ago(20),
            last_number=len(REASONS) + len(MISSING) + len(EDUCATION),
        )
    )
    _lead(draft, dialogue, "now")
    seats = list(_seats(draft, dialogue))
    put = [
        draft.add(
            PutFinding(
                pk=identity("put", order),
                dialogue=dialogue,
                order=order,
                kind=kind,
                text=text,
                source=source,
            )
        )
        for order, (kind, text, source) in enumerate(FINDINGS, 1)
    ]
    for finding, few in zip(put, (0, 8, 22, 26), strict=True):
        _mark(draft, finding, seats[: len(seats) - few])
    _say(draft, dialogue, put, seats)
    _reveal(put[0], seats, draft.today)


def _seats(draft: Draft, dialogue: Dialogue) -> Iterator[Seat]:
    for perspective, number in ROOM.items():
        for place in range(number):
            yield draft.add(
                Seat(
                    pk=identity("seat", perspective, place),
                    dialogue=dialogue,
                    key_digest=identity("seat key", perspective, place).hex,
                    perspective=perspective,
                )
            )


def _word(order: int, place: int) -> str:
    """What fits the reason; else a pattern as people have it: most recognise, a few do not."""
    if (order, place) in FITS:
        return FITS[order, place]
    return ("recognised", "partly", "recognised", "recognised", "not")[(place * 2 + order) % 5]


def _mark(draft: Draft, finding: PutFinding, seats: list[Seat]) -> None:
    for place, seat in enumerate(seats):
        draft.add(
            Mark(
                pk=identity("mark", finding.order, place),
                seat=seat,
                put=finding,
                word=_word(finding.order, place),
            )
        )


def _say(draft: Draft, dialogue: Dialogue, put: list[PutFinding], seats: list[Seat]) -> None:
    theme = draft.add(Theme(pk=identity("theme", "now"), dialogue=dialogue, name=THEME, order=1))
    said: list[tuple[str, PutFinding | None, int, str, bool]] = [
        ("finding", put[order - 1], place, text, quote) for order, place, text, quote in REASONS
    ]
    said += [("missing", None, place, text, True) for place, text in MISSING]
    said += [("education", None, place, text, True) for place, text in EDUCATION]
    for number, (kind, finding, place, text, quote) in enumerate(said, 1):
        draft.add(
            Contribution(
                pk=identity("contribution", "now", number),
                token=identity("token", "now", number),
                dialogue=dialogue,
                number=number,
                kind=kind,
                put=finding,
                seat=seats[place],
                perspective=seats[place].perspective,
                text=text,
                may_quote=quote,
                mark=_word(finding.order, place) if finding is put[0] else "",
                theme=theme if finding is put[0] and number != 4 else None,  # noqa: PLR2004
            )
        )


def _reveal(finding: PutFinding, seats: list[Seat], day: date) -> None:
    """As the action does it, from the same marks."""
    marks = [Marked(seat.perspective, _word(1, place)) for place, seat in enumerate(seats)]
    shown = tally(marks)
    apart = [block["of"][0] for block in shown["blocks"] if len(block["of"]) == 1]
    said = [
        (seats[place].perspective, False) for order, place, _text, _may in REASONS if order == 1
    ]
    finding.shown = shown | labels(ROOM, said, apart)
    finding.revealed_at = datetime.combine(day, time(9), timezone.get_current_timezone())
