"""A file laid on a map: names find each other, and what the file cannot hold stays."""

from dataclasses import replace

import pytest

from hartlijn.factors.checking import check
from hartlijn.factors.document import Factor, MapDocument, Relation
from hartlijn.factors.formats import Format, read, write
from hartlijn.factors.merging import onto
from hartlijn.factors.shipped import first_map
from hartlijn.factors.tests.factories import CALM, HELPS, SMALL, TIME, TURNS, WORK
from hartlijn.factors.words import Level, Sign, Strength


def laid(text: str, before: MapDocument = SMALL) -> MapDocument:
    made = onto(before, read("anders.csv", text.encode()).document)
    assert check(made) == ()
    return made


@pytest.mark.parametrize("kind", [Format.CSV, Format.XLSX, Format.GRAPHML])
@pytest.mark.parametrize("which", ["small", "shipped"])
def test_a_maps_own_file_changes_nothing(kind: Format, which: str) -> None:
    before = SMALL if which == "small" else first_map("resilience")

    assert onto(before, read(f"x.{kind}", write(before, kind)).document) == before


def test_only_what_differs_in_the_file_is_another() -> None:
    text = ",Rust,ONBOARDING TIME,Steun\nRust,0,0,0\nONBOARDING TIME,-0.5,0,0\nSteun,1,0,0\n"

    made = laid(text)

    support = Factor("steun", Level.NOT_CHOSEN, "Steun")
    assert made == replace(
        SMALL,
        factors=(TIME, CALM, support),
        relations=(
            replace(HELPS, sign=Sign.LESS, strength=Strength.MEDIUM),
            Relation("steun-rust", "steun", "rust", sign=Sign.MORE, strength=Strength.VERY_STRONG),
        ),
    )


def test_a_mutual_relation_that_is_not_as_strong_both_ways_becomes_two() -> None:
    text = ",Inwerktijd,Rust,Werkdruk\nInwerktijd,0,0,0\nRust,0,0,-0.1\nWerkdruk,0,-0.9,0\n"

    there, back = laid(text).relations

    assert (there.key, there.source, there.strength) == (TURNS.key, "druk", Strength.VERY_STRONG)
    assert (back.key, back.source, back.strength) == ("rust-druk", "rust", Strength.VERY_WEAK)
    assert there.directed
    assert back.directed
    assert there.turns == back.turns == TURNS.turns


def test_a_new_factor_takes_no_key_that_is_there() -> None:
    text = ",Tijd\nTijd,0\n"

    (factor,) = laid(text).factors

    assert factor == Factor("tijd-2", Level.NOT_CHOSEN, "Tijd")


def test_two_names_of_one_factor_are_not_both_that_factor() -> None:
    text = ",Rust,Calm\nRust,0,1\nCalm,0,0\n"

    made = laid(text)

    assert [one.name for one in made.factors] == ["Rust", "Calm"]
    assert [one.key for one in made.factors] == ["rust", "calm"]
    assert WORK not in made.factors
