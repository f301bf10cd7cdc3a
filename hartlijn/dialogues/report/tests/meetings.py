"""Meetings of any size, always the same for the same numbers."""

from datetime import date
from typing import Final

from hartlijn.dialogues.report.meeting import (
    Both,
    Contribution,
    ContributionKind,
    Lead,
    Mark,
    Marks,
    Meeting,
    Perspective,
    PerspectiveMarks,
    Presence,
    PutFinding,
    Theme,
)

KINDS: Final[tuple[ContributionKind, ...]] = (
    "finding", "missing", "education", "practice", "together", "other",
)  # fmt: skip
MARKS: Final[tuple[Mark, ...]] = ("recognised", "recognised", "partly", "not")
WHO: Final[tuple[Perspective, ...]] = ("student", "starter", "experienced", "leader")


def meeting(people: int, contributions: int, *, text: str = "Wat er gezegd werd") -> Meeting:
    """A dialogue of so many people who left so many contributions, one in three not to quote."""
    share = [people // 4 + (place < people % 4) for place in range(4)]
    findings = tuple(_finding(number, share) for number in range(1, 5))
    said = tuple(_said(number, text) for number in range(1, contributions + 1))
    return Meeting(
        title=Both("Een dialoog", "A dialogue"),
        occasion=Both("het eerste werkjaar", "the first year at work"),
        day=date(2026, 3, 17),
        place="Goes",
        people=people,
        who=tuple(Presence(who, Both(), number) for who, number in zip(WHO, share, strict=True)),
        findings=findings,
        contributions=said,
        themes=tuple(
            Theme(f"theme-{number}", Both(f"thema {number}", f"theme {number}"))
            for number in range(12)
        ),
        leads=(
            Lead(
                "plan",
                "together",
                Both("Zij schrijven één plan", "They write one plan"),
                name=Both("één plan", "one plan"),
                taken=True,
                owners=("Hogeschool Delta",),
                due=date(2026, 9, 1),
                contributions=tuple(one.number for one in said if one.kind == "together")[:2],
            ),
        ),
    )


def _finding(number: int, share: list[int]) -> PutFinding:
    marks = tuple(
        PerspectiveMarks(who, Marks(many - many // number, many // number, 0))
        for who, many in zip(WHO, share, strict=True)
    )
    return PutFinding(
        number=number,
        kind="literature" if number % 2 else "field",
        text=Both(f"Bevinding nummer {number} als zin.", f"Finding number {number} as a sentence."),
        name=Both(f"onderwerp {number}", f"subject {number}"),
        marks=marks,
    )


def _said(number: int, text: str) -> Contribution:
    kind = KINDS[number % len(KINDS)]
    return Contribution(
        number=number,
        kind=kind,
        text=f"{text}, bijdrage {number} zo.",
        finding=1 + number % 4 if kind == "finding" else None,
        mark=MARKS[number // 6 % 4] if kind == "finding" else None,
        perspective=WHO[number % 4],
        may_quote=number % 3 != 0,
        theme=f"theme-{number * number % 17}" if number % 5 else None,
        translation=f"What was said, contribution {number} so." if number % 2 else "",
        retold=Both(f"Zin {number} van de onderzoeker") if number % 11 == 0 else Both(),
    )
