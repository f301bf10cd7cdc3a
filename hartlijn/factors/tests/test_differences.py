"""What differs between two versions, said fact by fact."""

from dataclasses import replace

from django.utils.translation import override

from hartlijn.factors.document import Evidence, Factor
from hartlijn.factors.telling.differences import differences
from hartlijn.factors.tests.factories import CALM, HELPS, REPORT, SMALL, TIME, TURNS
from hartlijn.factors.words import Kind, Level, Strength


def test_nothing_differs_from_itself() -> None:
    assert not differences(SMALL, SMALL).any


def test_what_came_went_and_changed() -> None:
    study = Evidence(Kind.STUDY, "Rapport")
    after = replace(
        SMALL,
        title="Begin",
        title_en="",
        factors=(
            replace(TIME, note="Anders", sources=(REPORT, study)),
            CALM,
            Factor("steun", Level.MESO, "Steun"),
        ),
        relations=(replace(HELPS, strength=Strength.WEAK),),
        definitions=(),
    )

    with override("nl"):
        found = differences(SMALL, after)

    assert found.title == ("Starten", "Begin")
    factors, relations, definitions = found.parts
    assert (factors.added, factors.removed) == (["Steun"], ["Werkdruk"])
    assert factors.changed[0].facts == [
        ("Toelichting", "Als die er is.", "Anders"),
        ("Bron", "", "onderzoek: Rapport"),
    ]
    assert relations.removed == ["Werkdruk en Rust werken op elkaar"]
    assert relations.changed[0].facts == [("Sterkte", "sterk", "zwak")]
    assert definitions.removed == ["transformerend"]


def test_what_changed_in_the_other_language_is_said() -> None:
    after = replace(SMALL, relations=(HELPS, replace(TURNS, turns_en="Nights")))

    with override("nl"):
        changed = differences(SMALL, after).parts[0].changed

    assert changed[0].facts == [("In de andere taal", "", "aangepast")]
