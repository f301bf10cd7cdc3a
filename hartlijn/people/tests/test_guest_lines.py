"""What is wrong with a row, in words that say what to write instead."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hartlijn.people.guest_lines import ROLES, Row, judge
from hartlijn.people.guest_list import Line
from hartlijn.people.models import Role
from hartlijn.people.unit_names import UnitNames

TODAY = date(2026, 8, 20)
UNITS = UnitNames(
    {
        1: ("Middelburg",),
        2: ("Middelburg", "Team Oost"),
        3: ("Goes",),
        4: ("Goes", "Team Oost"),
        5: ("Goes", "Team West"),
    }
)
ANNA = Line(2, "Anna de Boer", "anna@thuis.example", "starter", "Team West", "1-9-2026", "")


def judged(**typed: Any) -> Row:
    """Anna's row, with something else typed in it."""
    return judge([replace(ANNA, **typed)], UNITS, TODAY)[0]


def said(row: Row) -> str:
    """What is wrong, as somebody reads it."""
    return " ".join(map(str, row.problems))


def test_a_good_row_is_understood() -> None:
    row = judged(email="Anna@Thuis.example")

    assert not row.problems
    assert (row.email, row.role, row.unit) == ("anna@thuis.example", "starter", 5)
    assert (row.starts_on, row.ends_on) == (date(2026, 9, 1), None)


@pytest.mark.parametrize("typed", ["1-9-2026", "01-09-2026", "2026-09-01", "2026-9-1"])
def test_a_day_may_be_written_in_three_ways(typed: str) -> None:
    assert judged(starts_on=typed).starts_on == date(2026, 9, 1)


@pytest.mark.parametrize(
    "typed", ["9/1/2026", "31-2-2026", "1-9-26", "morgen", "٣-9-2026", "1" * 99]
)
def test_another_day_is_asked_for_as_1_9_2026(typed: str) -> None:
    assert "Schrijf hem als 1-9-2026." in said(judged(starts_on=typed))


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("", "starter"),
        ("Starter", "starter"),
        ("coördinator", "coordinator"),
        ("Coordinator", "coordinator"),
        ("Team Leader", "team_leader"),
        ("team_leader", "team_leader"),
        ("medewerker", "member"),
        ("docent", "teacher"),
        ("researcher", "researcher"),
    ],
)
def test_a_role_may_be_written_in_both_languages(typed: str, role: str) -> None:
    assert judged(role=typed).role == role


def test_every_role_can_be_written() -> None:
    assert set(ROLES.values()) == set(Role.values)
    assert {judged(role=str(role.label)).role for role in Role} == set(Role.values)


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("", None),
        ("middelburg", 1),
        ("Goes > Team Oost", 4),
        (" goes>team  oost ", 4),
        ("team west", 5),
    ],
)
def test_a_unit_is_found_by_its_name(typed: str, unit: int | None) -> None:
    row = judged(unit=typed.strip())

    assert not row.problems
    assert row.unit == unit


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"email": ""}, "Het e-mailadres ontbreekt."),
        ({"email": "anna@"}, "‘anna@’ is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."),
        ({"email": f"{'a' * 250}@b.nl"}, "is geen e-mailadres"),
        ({"name": "A" * 81}, "hoogstens 80 tekens"),
        ({"role": "baas"}, "De rol ‘baas’ kennen we niet. Schrijf starter, docent,"),
        ({"role": "—"}, "De rol ‘—’ kennen we niet."),
        ({"unit": "Team Oost"}, "Er is meer dan één ‘Team Oost’. Schrijf een van deze: Goes >"),
        ({"unit": "Team Noord"}, "‘Team Noord’ kennen we niet. Schrijf een van deze: Goes,"),
        ({"ends_on": "1-9-2026"}, "‘Tot’ ligt niet na ‘vanaf’."),
        ({"starts_on": "", "ends_on": "20-8-2026"}, "‘Tot’ is al voorbij."),
        ({"starts_on": "1-9-2062"}, "meer dan tien jaar weg"),
        ({"name": "Anna\u202e"}, "onleesbaar teken"),
        ({"name": "Anna \ufffd"}, "onleesbaar teken"),
        ({"name": "Anna;anna@thuis.example\nBas"}, "aanhalingsteken"),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(typed: dict[str, str], sentence: str) -> None:
    assert sentence in said(judged(**typed))


def test_without_units_the_column_stays_empty() -> None:
    row = judge([ANNA], UnitNames({}), TODAY)[0]

    assert "Er zijn nog geen onderdelen." in said(row)


def test_an_address_that_stands_there_twice_is_named_with_its_row() -> None:
    rows = judge([ANNA, replace(ANNA, number=7, email="ANNA@thuis.example")], UNITS, TODAY)

    assert [said(row) for row in rows] == [
        "",
        "Dit adres staat ook in rij 2. Haal één van de twee weg.",
    ]


def test_two_rows_without_an_address_are_no_copies() -> None:
    rows = judge([replace(ANNA, email=""), replace(ANNA, number=3, email="")], UNITS, TODAY)

    assert "rij 2" not in said(rows[1])


@settings(max_examples=300, deadline=None)
@given(st.builds(Line, st.just(2), *(st.text(max_size=90) for _ in range(6))))
def test_nothing_typed_breaks_it(line: Line) -> None:
    row = judge([line], UNITS, TODAY)[0]

    assert row.problems or "@" in row.email
    assert all(str(problem).endswith(".") or "…" in str(problem) for problem in row.problems)
