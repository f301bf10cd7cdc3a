"""The first map holds what the report of 10 September 2024 names, each with its place, and no more.

The lists below stand beside the file so that nothing is added or lost unseen. ``1`` to ``4`` are the
numbered parts of the report, ``S`` its summary and ``C`` its conclusion.
"""

from typing import Final

import pytest

from hartlijn.factors.checking import check
from hartlijn.factors.definitions import MAP
from hartlijn.factors.document import Evidence
from hartlijn.factors.shipped import first_map
from hartlijn.factors.words import Level, Strength
from hartlijn.library import shelf

FACTORS: Final = {
    "resilience": "2 3 S",
    "meaning": "4 S",
    "secondary-trauma": "1 S",
    "work-life-balance": "1 3 S",
    "blurred-border": "3",
    "work-ethic": "2",
    "responsibility": "2 3 S",
    "loyalty": "3",
    "perfectionism": "3 S",
    "pressure-to-perform": "2 S",
    "boundaries": "2",
    "asking-for-help": "2 S",
    "tension": "2 S",
    "own-success-and-vulnerability": "2",
    "development": "3",
    "identity": "3 C",
    "seen-and-valued": "3 S",
    "self-knowledge": "4 S",
    "personal-leadership": "4 S",
    "drives": "4",
    "lived-practice": "4",
    "carried-experience": "4",
    "reflection": "C",
    "good-professional": "4",
    "supportive-team": "2 S",
    "team-leadership": "3",
    "onboarding-time": "2 3 S",
    "reflection-time": "2",
    "warm-onboarding": "S",
    "learning-from-mistakes": "3 S",
    "pressure-on-organisation": "2 3 S",
    "weekend-groups": "3",
    "lasting-attention": "3",
    "reflection-in-education": "4",
    "intervision-and-supervision": "4",
    "meaning-in-education": "4",
    "grades": "4",
    "joint-approach": "C",
    "staff-shortage": "2 3 S",
    "frameworks": "2 3 S",
    "society": "3 S",
    "social-media": "3 S",
}
"""By key, the parts of the report that name it."""

RELATIONS: Final = {
    "staff-shortage > pressure-on-organisation": "+ 2 3 S",
    "frameworks > pressure-on-organisation": "+ 2 S",
    "staff-shortage > onboarding-time": "- 3",
    "pressure-on-organisation > onboarding-time": "- 3",
    "pressure-on-organisation > tension": "+ 2 S",
    "pressure-to-perform > tension": "+ 2 S",
    "onboarding-time > tension": "- S",
    "work-life-balance > tension": "- S",
    "pressure-to-perform > boundaries": "- 2",
    "pressure-to-perform > asking-for-help": "- 2",
    "reflection-time > own-success-and-vulnerability": "+ 2",
    "work-ethic = responsibility": "+ 2",
    "responsibility > loyalty": "+ 3",
    "responsibility > resilience": "± 3 S",
    "perfectionism > resilience": "- 3 S",
    "asking-for-help > resilience": "+ S",
    "work-life-balance > resilience": "+ 3",
    "social-media > blurred-border": "+ 3",
    "social-media > weekend-groups": "+ 3",
    "weekend-groups > blurred-border": "+ 3",
    "blurred-border > work-life-balance": "- 3 S",
    "society > resilience": "? 3",
    "frameworks > resilience": "? 3",
    "social-media > resilience": "? 3",
    "pressure-on-organisation = perfectionism": "? S",
    "pressure-on-organisation = pressure-to-perform": "? S",
    "society = perfectionism": "? S",
    "society = pressure-to-perform": "? S",
    "social-media = perfectionism": "? S",
    "social-media = pressure-to-perform": "? S",
    "learning-from-mistakes > development": "+ 3",
    "lasting-attention > identity": "+ 3",
    "team-leadership > resilience": "+ 3",
    "team-leadership > seen-and-valued": "+ 3",
    "reflection-in-education > self-knowledge": "+ 4",
    "reflection-in-education > personal-leadership": "+ 4",
    "intervision-and-supervision > drives": "+ 4",
    "intervision-and-supervision > lived-practice": "+ 4",
    "intervision-and-supervision > carried-experience": "+ 4",
    "grades > good-professional": "? 4",
    "self-knowledge > resilience": "+ S",
    "personal-leadership > resilience": "+ S",
    "warm-onboarding > resilience": "+ S",
    "warm-onboarding > seen-and-valued": "+ S",
    "warm-onboarding > learning-from-mistakes": "+ S",
    "supportive-team > learning-from-mistakes": "+ S",
    "meaning > resilience": "? S",
    "joint-approach > identity": "+ C",
    "joint-approach > reflection": "+ C",
}
"""``>`` acts on, ``=`` has no direction; then the sign, and the parts that say so."""

PARTS: Final = {
    "1": "literature",
    "2": "practice",
    "3": "missing",
    "4": "education",
    "S": "summary",
    "C": "conclusion",
}


def places(parts: str) -> tuple[str, ...]:
    """The keys of parts."""
    return tuple(PARTS[one] for one in parts.split())


def test_every_factor_of_the_report_is_there_with_its_place() -> None:
    held = shelf.get(MAP, "resilience").content

    assert {one.key: one.places for one in held.factors} == {
        key: places(parts) for key, parts in FACTORS.items()
    }


def test_every_relation_of_the_report_is_there_with_its_sign_and_place() -> None:
    held = shelf.get(MAP, "resilience").content

    assert {
        f"{one.source} {'>' if one.direction == 'to' else '='} {one.target}": (one.sign, one.places)
        for one in held.relations
    } == {
        said: (found.split()[0], places(" ".join(found.split()[1:])))
        for said, found in RELATIONS.items()
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_map_is_sound_and_its_strengths_stay_unknown(language: str) -> None:
    document = first_map("resilience", language)

    assert check(document) == ()
    assert {one.strength for one in document.relations} == {Strength.UNKNOWN}
    assert {one.source for one in document.relations if one.acts} == {
        "reflection-in-education",
        "intervision-and-supervision",
        "joint-approach",
    }, "only where the report says who can act"
    assert {one.acts for one in document.relations} == {Level.NOT_CHOSEN, Level.MESO}
    assert not any(one.confirmed for one in document.definitions)
    assert all(one.evidence for one in document.relations)


def test_its_place_is_said_as_the_report_has_it_in_the_language_of_the_reader() -> None:
    dutch, english = (first_map("resilience", one).factors[0].sources[0] for one in ("nl", "en"))

    assert isinstance(dutch, Evidence)
    assert "10 september 2024" in dutch.source
    assert (dutch.place, english.place) == (
        "2. Resultaten praktijkverkenning",
        "2. Results of the field exploration",
    )


def test_responsibility_carries_and_can_tip_over() -> None:
    document = first_map("resilience")
    (one,) = [one for one in document.relations if one.turns]

    assert (one.source, one.target, str(one.sign)) == ("responsibility", "resilience", "±")
    assert one.turns.startswith("Perfectionisme")
