"""Signals of starters of the lighthouse: one answered, one that gathers, and a draft of Mila."""

from typing import Any, Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.places import LIGHTHOUSE, SCHOOLS, Place
from hartlijn.demo.world.teams import OF_MILA, OF_SAM, TEAM, of
from hartlijn.signalling.models import Addressee, Kind, Signal, Signature

BOARD: Final = "Raad van bestuur"
TOWN: Final = "Wethouder jeugd van de gemeente"
# place, kind, name, address
ADDRESSEES: Final[tuple[tuple[Place, str, str, str], ...]] = (
    (LIGHTHOUSE, Kind.BOARD, BOARD, "bestuur@devuurtoren.example"),
    (LIGHTHOUSE, Kind.MUNICIPALITY, TOWN, "jeugd@gemeente.example"),
    (SCHOOLS[0], Kind.SCHOOL, "Opleidingsmanager Social Work", "social-work@delta.example"),
)
OTHERS: Final = (
    *(of(OF_SAM, number) for number in range(2)),
    *(of(OF_MILA, number) for number in range(3)),
)
SIX: Final = (*OTHERS, of(TEAM, 0))
ONBOARDING: Final = (
    "In onze eerste weken staan we vaak meteen met een eigen caseload in de planning. De uren om "
    "mee te lopen en na te praten vallen dan als eerste weg.\n\n"
    "We vragen dat de eerste zes weken vier uur per week vaststaan, en dat een team dat inwerkt "
    "daar formatie voor krijgt."
)
ANSWER: Final = (
    "Vanaf 1 januari staan in elk team vier uur per week vast voor wie korter dan drie maanden "
    "werkt. Teams krijgen er formatie voor, de eerste zes weken.\n\n"
    "Of het lukt, bespreken we in april met twee van jullie en de teamleiders. Wat we nog niet "
    "kunnen beloven: hetzelfde voor wie van team wisselt."
)
WAITING: Final = (
    "De wachtlijst maakt dat gezinnen bij ons binnenkomen als het al erg uit de hand liep. Voor "
    "starters is dat een zwaar begin.\n\n"
    "We vragen de gemeente wat zij dit jaar aan de wachttijd doet, en of nieuwe collega’s in hun "
    "eerste half jaar met lichtere vragen kunnen beginnen."
)
DRAFT: Final = (
    "Bij een tweede dienst op een dag is er nu geen plek om bij te komen. We vragen een ruimte per "
    "locatie."
)


def gather(draft: Draft) -> None:
    """Who can be written to, and the three signals."""
    for at, kind, name, address in ADDRESSEES:
        draft.add(
            Addressee(
                pk=identity("addressee", at.key, name),
                organisation=draft.organisations[at.key],
                kind=kind,
                name=name,
                address=address,
            )
        )
    left = draft.days_ago(34)
    answered = {
        "opened_on": draft.days_ago(48),
        "left_on": left,
        "posted_on": left,
        "to_address": "",
        "answer": ANSWER,
        "answered_as": "de raad van bestuur",
        "answered_on": draft.days_ago(9),
        "key_until": draft.days_ago(-50),
    }
    day = draft.days_ago(-10)
    signed = ("noor", "mila", *SIX)
    board = (BOARD, Kind.BOARD)
    _signal(draft, "answered", board, signed, text=ONBOARDING, answer_by=day, **answered)
    gathering = {"opened_on": draft.days_ago(5), "to_address": "jeugd@gemeente.example"}
    to = (TOWN, Kind.MUNICIPALITY)
    day = draft.days_ago(-40)
    _signal(draft, "gathering", to, ("mila", *SIX), text=WAITING, answer_by=day, **gathering)
    mine = {"started_by": draft.people["mila"], "to_address": "bestuur@devuurtoren.example"}
    _signal(draft, "draft", board, (), text=DRAFT, answer_by=draft.days_ago(-45), **mine)


def _signal(
    draft: Draft, key: str, to: tuple[str, str], signed: tuple[str, ...], **fields: Any
) -> None:
    name, kind = to
    organisation = draft.organisations[LIGHTHOUSE.key]
    signal = draft.add(
        Signal(
            pk=identity("signal", key),
            organisation=organisation,
            to_kind=kind,
            to_name=name,
            **fields,
        )
    )
    for who in signed:
        draft.add(
            Signature(pk=identity("signature", key, who), signal=signal, person=draft.people[who])
        )
