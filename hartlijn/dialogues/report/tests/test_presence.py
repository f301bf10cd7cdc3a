"""From the numbers in a report nobody can work out how many there were of a kind of few."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

import pytest

from hartlijn.dialogues.report.attending import who
from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.groups import large
from hartlijn.dialogues.report.meeting import Marks, Meeting, PerspectiveMarks, Presence
from hartlijn.dialogues.report.presence import divided
from hartlijn.dialogues.report.tests.meetings import WHO, meeting
from hartlijn.dialogues.small_groups import SMALLEST

Sizes = tuple[int, ...]
MANY: Final = {1: 12, 2: 20, 3: 18, 4: 14}
"""Kinds of people, and the largest meeting that is tried."""


def held(sizes: Sizes, *, people: int | None = -1) -> Meeting:
    """A meeting of which each kind counts so many, and all of them marked the findings."""
    total = sum(sizes) if people == -1 else people
    kinds = tuple(zip(WHO, sizes, strict=False))
    marks = tuple(PerspectiveMarks(kind, Marks(many, 0, 0)) for kind, many in kinds)
    base = meeting(sum(sizes), 0)
    return replace(
        base,
        people=total,
        who=tuple(Presence(kind, number=many) for kind, many in kinds),
        findings=tuple(replace(one, marks=marks) for one in base.findings),
        leads=(),
    )


def told(one: Meeting) -> str:
    """What the report says of who was there."""
    return " ".join(s.text("nl") for paragraph in who(one) for s in paragraph.sentences)


def worlds(people: int, kinds: int) -> Iterator[Sizes]:
    """Each way in which so many people can be of so many kinds."""
    if kinds == 1:
        yield (people,)
        return
    for first in range(1, people - kinds + 2):
        for rest in worlds(people - first, kinds - 1):
            yield (first, *rest)


@pytest.mark.parametrize("kinds", MANY)
def test_who_knows_the_rules_and_all_numbers_cannot_work_out_a_few(kinds: int) -> None:
    """Of all meetings that give the same text, no two agree on the size of a kind of few."""
    for people in range(kinds, MANY[kinds] + 1):
        alike: dict[str, list[Sizes]] = defaultdict(list)
        for sizes in worlds(people, kinds):
            alike[told(held(sizes))].append(sizes)
        for text, those in alike.items():
            named = [place for place, kind in enumerate(WHO[:kinds]) if is_named(text, kind)]
            for place in named:
                sizes_of_it = {sizes[place] for sizes in those}
                assert len(sizes_of_it) > 1 or min(sizes_of_it) >= SMALLEST, (text, those)


def is_named(text: str, kind: str) -> bool:
    """Whether the text says that this kind was there."""
    words = {"student": "studenten", "starter": "starters", "experienced": "professionals"}
    return words.get(kind, "leidinggevenden") in text


@pytest.mark.parametrize(
    "sizes", [(18, 14, 12, 3), (8, 7, 5, 1), (14, 6, 1, 1), (14, 6, 1), (9, 3)]
)
def test_told_numbers_and_marks_lead_to_no_few(sizes: Sizes) -> None:
    """The case of the review: told kinds taken off who answered."""
    one = held(sizes)
    found = divided(one.who, one.people)
    whole = " ".join(s.text("nl") for s in draft(one).sentences)

    told_apart = sum(one.number or 0 for one in found.apart)
    assert sum(sizes) - told_apart >= SMALLEST
    assert found.rest == sum(sizes) - told_apart
    assert "en ook" not in whole


def test_without_a_total_no_number_stands_beside_a_few() -> None:
    text = told(held((9, 9, 2), people=None))

    assert text == "Aan tafel zaten studenten, starters en ervaren professionals."


def test_people_of_no_kind_are_no_few_either() -> None:
    assert "negen" not in told(held((9,), people=11))
    assert "elf mensen mee: studenten en anderen" in told(held((9,), people=11))


def test_words_name_no_kind_that_is_told_together_with_others() -> None:
    one = held((14, 6, 3))

    assert divided(one.who, one.people).apart == one.who[:1]
    assert large(one) == {"student"}


def test_everybody_of_one_kind_is_told_once() -> None:
    assert told(held((12,))).startswith("Er deden twaalf studenten mee.")


def test_a_larger_meeting_never_tells_less_than_five() -> None:
    for few, more in pairwise(range(1, 9)):
        found = divided(held((20, more, few)).who, 20 + more + few)
        assert found.rest == 0 or found.rest >= SMALLEST


def test_a_difference_names_no_kind_that_is_told_together_with_others() -> None:
    """Marks may divide people in another way; two divisions of the same people tell a few."""
    one = held((14, 6, 6, 3))
    said = (Marks(0, 14), Marks(3, 3), Marks(6), Marks(1, 2))
    marks = tuple(PerspectiveMarks(kind, mark) for kind, mark in zip(WHO, said, strict=True))
    findings = tuple(replace(finding, marks=marks) for finding in one.findings)
    whole = " ".join(s.text("nl") for s in draft(replace(one, findings=findings)).sentences)

    assert large(one) == {"student", "starter"}
    assert "De anderen herkenden dit vaker dan studenten." in whole
    assert "professionals herkenden" not in whole.lower()
