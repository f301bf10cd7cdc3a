"""Seven people at Hogeschool Delta weighed the map of factors; two what-ifs were kept of it."""

from collections.abc import Sequence
from random import Random
from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.factors.document import MapDocument, Relation
from hartlijn.factors.models import KeptScenario, MapVersion, Weighing, WeighingRound
from hartlijn.factors.weighed import Answer, Way, fold, ranges
from hartlijn.factors.weighed.answers import STRENGTHS
from hartlijn.factors.whatif.playing import Held, Settings, play
from hartlijn.factors.words import Sign
from hartlijn.people.models import Person

AGREED: Final = ("onboarding-time", "supportive-team", "staff-shortage")
"""Of what these act on, people say much the same."""
DISPUTED: Final = 0.3
"""Of so many of the others they think differently."""
PEOPLE: Final = 7
DRAWS: Final = 10_000
"""Making the world should not keep anybody waiting."""
SCENARIOS: Final = (
    ("Beschermde inwerktijd", {"onboarding-time": Held.MUCH_HIGHER}),
    (
        "Beschermde inwerktijd in een steunend team",
        {"onboarding-time": Held.MUCH_HIGHER, "supportive-team": Held.MUCH_HIGHER},
    ),
)


def weigh(draft: Draft) -> None:
    """A round that closed, with what came of it, and one in which anybody there can still weigh."""
    for version in _newest(draft):
        organisation = version.map.organisation
        there = [
            person
            for key, person in draft.people.items()
            if any(
                one.organisation == organisation
                for (who, _at), one in draft.places.items()
                if who == key
            )
        ]
        if len(there) > 2 * PEOPLE:
            _closed(draft, version, there[:PEOPLE])
            _open(draft, version, there[PEOPLE : PEOPLE + 4])


def _newest(draft: Draft) -> list[MapVersion]:
    """Of each map that has what the scenarios hold."""
    newest: dict[object, MapVersion] = {}
    for version in draft.rows.get(MapVersion, []):
        keys = {factor.key for factor in version.document.factors}
        if {"onboarding-time", "supportive-team"} <= keys:
            newest[version.map_id] = version
    return list(newest.values())


def _closed(draft: Draft, version: MapVersion, people: Sequence[Person]) -> None:
    document = version.document
    sheets = [_sheet(document, number) for number, _person in enumerate(people)]
    group = fold(document, sheets)
    assert group is not None  # noqa: S101 - seven of them
    round_ = draft.add(
        WeighingRound(
            pk=identity("weighing", version.pk, "closed"),
            version=version,
            asked=[one.key for one in document.relations],
            opened_on=draft.days_ago(24),
            open_until=draft.days_ago(10),
            closed_on=draft.days_ago(10),
            group=group.as_json(),
        )
    )
    _answers(draft, round_, people, sheets)
    keys, maps = [factor.key for factor in document.factors], ranges(document, group)
    for name, held in SCENARIOS:
        played = play(keys, maps, held, Settings(), DRAWS)
        draft.add(
            KeptScenario(
                pk=identity("scenario", version.pk, name),
                version=version,
                name=name,
                held=dict(held),
                settings=Settings().as_json(),
                round=round_,
                played=played.as_json(),
                kept_by=draft.people["rosa"],
                kept_on=draft.days_ago(9),
            )
        )


def _open(draft: Draft, version: MapVersion, people: Sequence[Person]) -> None:
    document = version.document
    round_ = draft.add(
        WeighingRound(
            pk=identity("weighing", version.pk, "open"),
            version=version,
            asked=[one.key for one in document.relations if one.source in AGREED],
            opened_on=draft.days_ago(3),
            open_until=draft.days_ago(-11),
        )
    )
    asked = set(round_.asked)
    sheets = [
        {key: code for key, code in _sheet(document, 10 + number).items() if key in asked}
        for number, _person in enumerate(people)
    ]
    _answers(draft, round_, people, sheets)


def _answers(
    draft: Draft, round_: WeighingRound, people: Sequence[Person], sheets: list[dict[str, str]]
) -> None:
    for number, (person, sheet) in enumerate(zip(people, sheets, strict=True)):
        draft.add(
            Weighing(
                pk=identity("weighed", round_.pk, number),
                round=round_,
                person=person,
                answers=sheet,
            )
        )


def _sheet(document: MapDocument, number: int) -> dict[str, str]:
    """What one of them says; now and then that she does not know, or nothing at all."""
    luck = Random(f"weighing {number}")  # noqa: S311 - a story, no secret
    said = {}
    for one in document.relations:
        chance = luck.random()
        if chance > 0.1:  # noqa: PLR2004 - the others skipped it
            said[one.key] = _answer(one, luck, is_sure=chance > 0.2).code  # noqa: PLR2004
    return said


def _answer(one: Relation, luck: Random, *, is_sure: bool) -> Answer:
    if not is_sure:
        return Answer(Way.DONT_KNOW)
    own, words = Random(one.key), list(STRENGTHS)  # noqa: S311 - a story, no secret
    steps = (-1, 0, 0, 1) if one.source in AGREED or own.random() > DISPUTED else (-2, -1, 0, 1, 2)
    about = 3 if one.source in AGREED else own.randint(1, 3)
    strength = words[max(0, min(4, about + luck.choice(steps)))]
    way = Way.LESS if one.sign is Sign.LESS else Way.MORE
    if one.sign in {Sign.UNKNOWN, Sign.BOTH} and own.random() < DISPUTED:
        way = luck.choice((Way.MORE, Way.MORE, Way.LESS))
    return Answer(way, strength)
