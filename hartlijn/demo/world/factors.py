"""Rosa keeps a map in two versions, as research laid it down and as a dialogue left it; two findings.

The report of the dialogue names everything in the second version; the first holds what it gives
as results of literature and practice. Strengths are unknown, for the report gives none.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from django.utils.translation import override

from hartlijn.demo.cast import identity
from hartlijn.demo.world.dialogues import REAL
from hartlijn.demo.world.draft import Draft
from hartlijn.factors.definitions import PLACES
from hartlijn.factors.document import Evidence, MapDocument
from hartlijn.factors.models import ChangedBy, FactorMap, Finding, FindingVersion, MapVersion
from hartlijn.factors.shipped import first_map

MAP: Final = "resilience"
OF: Final = "delta"
BEFORE: Final = datetime(2024, 9, 3, 10, 0, tzinfo=UTC)
AFTER: Final = datetime(2024, 9, 13, 10, 0, tzinfo=UTC)
DIALOGUE: Final = f"dialogue:{identity('dialogue', REAL, 'dialogue')}"
Line = tuple[str, str, str, tuple[str, ...], str, str]
Version = tuple[str, str, ChangedBy, str, datetime]
FINDINGS: Final[tuple[Line, ...]] = (
    (
        "literature",
        "Zingeving speelt mee in wat starters raakt en in wat hen sterkt.",
        "Literatuuronderzoek, deel 1 van het verslag",
        ("Zingeving in werk", "Secundaire traumatisering", "Balans tussen werk en privé"),
        "Zingeving speelt mee in wat starters raakt en in wat hen sterkt. Het werkveld herkent dat, en noemt vooral secundaire traumatisering en de balans tussen werk en privé.",
        "In het gesprek was dit herkenbaar; deze twee sprongen eruit.",
    ),
    (
        "field",
        "Starters hebben een sterk arbeidsethos en voelen zich erg verantwoordelijk.",
        "Praktijkverkenning, deel 2 van het verslag",
        ("Verantwoordelijkheidsgevoel", "Sterk arbeidsethos", "Perfectionisme", "Loyaliteit"),
        "Het grote verantwoordelijkheidsgevoel van starters kan tot loyaliteit leiden, en vanuit perfectionisme doorslaan. Druk van buiten speelt daarin mee.",
        "In het gesprek kwam de keerzijde erbij, en wat er van buiten op drukt.",
    ),
)  # fmt: skip
"""Where it was found, the words of before, source, factors, and how it reads after the dialogue."""


def keep(draft: Draft) -> None:
    """The map of resilience at the school, public, and what was found."""
    organisation, rosa = draft.organisations[OF], draft.people["rosa"]
    with override("nl"):
        after = first_map(MAP)
        before = _before(after)
    map_ = draft.add(
        FactorMap(
            pk=identity("map", MAP),
            organisation=organisation,
            title=after.title,
            title_en=after.title_en,
            is_public=True,
            made_by=rosa,
            made_at=BEFORE,
        )
    )
    for number, document, by, because, reference, at in (
        (1, before, ChangedBy.STUDY, "Wat literatuur en praktijkverkenning lieten zien", "", BEFORE),
        (2, after, ChangedBy.DIALOGUE, "Wat er in het gesprek ontbrak, en wat onderwijs kan doen", DIALOGUE, AFTER),
    ):  # fmt: skip
        draft.add(
            MapVersion(
                pk=identity("map version", MAP, number),
                map=map_,
                number=number,
                body=document.body,
                because=because,
                changed_by=by,
                reference=reference,
                made_by=rosa,
                made_at=at,
            )
        )
    for number, line in enumerate(FINDINGS):
        _find(draft, map_, number, line)


def _before(after: MapDocument) -> MapDocument:
    """What the report gives as results, without what the room added."""
    with override("nl"):
        results = {str(PLACES[at]) for at in ("literature", "practice")}

    def found(sources: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(one for one in sources if one.place in results)

    factors = tuple(
        replace(one, sources=found(one.sources)) for one in after.factors if found(one.sources)
    )
    known = {one.key for one in factors}
    relations = tuple(
        replace(one, evidence=found(one.evidence))
        for one in after.relations
        if found(one.evidence) and {one.source, one.target} <= known
    )
    return replace(after, factors=factors, relations=relations)


def _find(draft: Draft, map_: FactorMap, number: int, line: Line) -> None:
    kind, text, source, factors, next_text, because = line
    finding = draft.add(
        Finding(
            pk=identity("finding", MAP, number),
            organisation=map_.organisation,
            map=map_,
            is_public=not number,
            made_by=map_.made_by,
            made_at=BEFORE,
        )
    )
    said: list[Version] = [
        (text, "Stond in het verslag van het onderzoek", ChangedBy.STUDY, "", BEFORE)
    ]
    if next_text:
        said.append((next_text, because, ChangedBy.DIALOGUE, DIALOGUE, AFTER))
    for place, (words, why, by, reference, at) in enumerate(said, 1):
        draft.add(
            FindingVersion(
                pk=identity("finding version", MAP, number, place),
                finding=finding,
                number=place,
                text=words,
                kind=kind,
                source=source,
                factors=list(factors),
                because=why,
                changed_by=by,
                reference=reference,
                made_by=map_.made_by,
                made_at=at,
            )
        )
