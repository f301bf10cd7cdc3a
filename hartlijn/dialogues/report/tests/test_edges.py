"""Small and lopsided dialogues, which real ones often are: what is said of them is true and reads."""

from dataclasses import replace
from typing import Final

import pytest

from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import (
    Both,
    Contribution,
    Lead,
    Marks,
    Meeting,
    PerspectiveMarks,
    PutFinding,
    Theme,
)
from hartlijn.dialogues.report.tests.meetings import meeting

BUSY: Final = Theme("busy", Both("de drukte van de dag", "the rush of the day"))


def held(*marks: Marks, people: int = 20, said: tuple[Contribution, ...] = ()) -> Meeting:
    """A dialogue about as many findings as there are marks."""
    findings = tuple(
        PutFinding(
            number,
            "field",
            Both(f"Wie {number} zegt, gaat door.", f"Those who say {number} go on."),
            Both(f"onderwerp {number}", f"subject {number}"),
            marks=(PerspectiveMarks(None, one),),
        )
        for number, one in enumerate(marks, 1)
    )
    empty = replace(meeting(people, 0), who=(), leads=(), themes=(BUSY,))
    return replace(empty, findings=findings, contributions=said)


def told(one: Meeting, *keys: str) -> str:
    """The sentences whose key begins like this, in Dutch."""
    return " ".join(s.text("nl") for s in draft(one).sentences if s.key.startswith(keys or ("",)))


def reason(number: int, **more: object) -> Contribution:
    """A reason for the first finding."""
    base = Contribution(number, "finding", f"Dat is hier ook zo, {number}.", finding=1)
    return replace(base, mark="recognised", **more)  # type: ignore[arg-type] # fields of it


def test_what_few_marked_is_never_called_wide_or_divided() -> None:
    one = held(Marks(18, 2, 0), Marks(7, 1, 0), Marks(1, 3, 0))
    summary = told(one, "summary/")

    assert "vond er één brede herkenning: onderwerp 1." in summary
    assert "Op onderwerp 2 en onderwerp 3 reageerden te weinig mensen" in summary
    assert "verdeeld" not in summary
    assert "meeste aanwezigen" not in told(one, "field/opening")


def test_most_of_those_who_responded_are_not_most_of_those_present() -> None:
    opening = told(held(Marks(8, 4, 0), Marks(8, 4, 0)), "field/opening")
    assert opening == "Wie reageerde, herkende de resultaten van de praktijkverkenning meestal."

    opening = told(held(Marks(14, 4, 0), Marks(12, 4, 0)), "field/opening")
    assert "voor de meeste aanwezigen herkenbaar" in opening


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ([Marks(20)], "De bevinding over onderwerp 1 werd breed herkend."),
        ([Marks(2, 9, 9)], "De bevinding over onderwerp 1 werd niet breed herkend."),
        ([Marks(20)] * 2, "Beide bevindingen vonden brede herkenning: onderwerp 1 en onderwerp 2."),
        ([Marks(20)] * 3, "Alle drie bevindingen vonden brede herkenning: onderwerp 1,"),
        ([Marks(20)] * 4, "Alle vier bevindingen vonden brede herkenning, onderwerp 1,"),
        ([Marks(20)] * 2 + [Marks(0, 0, 20)], "Hooguit deels herkend werd onderwerp 3."),
        ([Marks(9, 9), Marks(0, 20)], "Meer verdeeld waren de aanwezigen over onderwerp 1."),
    ],
)
def test_the_summary_counts_as_people_do(marks: list[Marks], said: str) -> None:
    assert said in told(held(*marks), "summary/")


def test_of_one_finding_only_its_own_sentences_speak() -> None:
    one = held(Marks(0, 0, 20))

    assert told(one, "field/opening") == ""
    assert told(one, "finding-1/marks") == "Niemand van de twintig herkende dit."
    assert told(one, "finding-1/others") == ""


def test_one_voice_is_one_voice() -> None:
    one = held(Marks(18, 2), said=(reason(1, theme="busy"),))
    assert told(one, "finding-1/themes") == "Eén toelichting ging over de drukte van de dag."

    several = tuple(reason(n, theme="busy") for n in (1, 2))
    found = told(held(Marks(18, 2), said=several), "finding-1/themes")
    assert found == "Wie dit herkende, noemde als reden de drukte van de dag."


def test_reasons_follow_those_who_gave_them() -> None:
    against = reason(2, may_quote=True)
    said = (reason(1, may_quote=True), replace(against, mark="not"), reason(3))
    keys = [s.key for s in draft(held(Marks(15, 3, 2), said=said)).sentences]
    order = ["marks", "quote-1", "themes-loose", "others", "other/quote-2"]

    places = [keys.index(f"finding-1/{one}") for one in order]
    assert places == sorted(places)


def test_nobody_restates_what_was_not_stated() -> None:
    said = tuple(reason(number, may_quote=True, perspective="starter") for number in range(1, 9))
    one = held(*[Marks(20)] * 8, people=20)
    spread = tuple(replace(c, finding=c.number, show_perspective=True) for c in said)

    quoted = told(replace(one, contributions=spread), "finding-")
    assert quoted.count("starter") == 8
    assert "Of, zoals" not in quoted


@pytest.mark.parametrize(
    ("many", "themed", "text"),
    [
        (1, 1, "nog ontbrak. Die ging over de drukte van de dag."),
        (3, 3, "nog ontbrak. Die gingen allemaal over de drukte van de dag."),
        (3, 2, "nog ontbrak. Twee daarvan gingen over de drukte van de dag."),
    ],
)
def test_a_theme_is_no_part_of_itself(many: int, themed: int, text: str) -> None:
    said = tuple(
        Contribution(n, "missing", "Te druk", theme="busy" if n <= themed else None)
        for n in range(1, many + 1)
    )
    assert text in told(held(Marks(20), said=said), "missing/")


def test_one_card_is_counted_once() -> None:
    one = held(Marks(20), said=(Contribution(1, "missing", "Te druk om na te denken."),))

    assert told(one, "missing/") == "Eén bijdrage ging over wat in de resultaten nog ontbrak."
    assert "één punt genoemd dat ontbrak." in told(one, "summary/missing")


def test_only_the_lead_most_was_said_about_is_the_main_one() -> None:
    said = tuple(Contribution(n, "education", "Oefen het", weight=2) for n in (1, 2))
    leads = tuple(
        Lead(f"l{n}", "education", Both("Zij doen het"), Both(f"doen {n}"), contributions=(n,))
        for n in (1, 2)
    )
    one = replace(held(Marks(20), said=said), leads=leads)
    assert "ligt een aanknopingspunt bij doen 1." in told(one, "summary/education")

    heavier = (replace(said[0], weight=3), said[1])
    one = replace(one, contributions=heavier)
    assert "ligt het belangrijkste aanknopingspunt bij doen 1." in told(one, "summary/education")


def test_inside_marks_a_text_keeps_its_capital() -> None:
    one = held(Marks(20), Marks(20))
    findings = tuple(replace(f, name=Both()) for f in one.findings)

    text = told(replace(one, findings=findings), "summary/recognised")
    assert "‘Wie 1 zegt, gaat door’ en ‘Wie 2 zegt, gaat door’" in text


def test_a_reason_is_no_quotation_without_its_finding() -> None:
    said = tuple(reason(n, may_quote=True) for n in (1, 2))
    keys = {s.key for s in draft(held(Marks(20), said=said)).sentences}

    assert "finding-1/quote-1" in keys
    assert "quote-2" not in keys


def test_one_card_of_several_is_nothing_above_all() -> None:
    said = (
        Contribution(1, "education", "Oefen het", theme="busy"),
        Contribution(2, "education", "Vertel het", theme=None),
    )
    text = told(held(Marks(20), said=said), "education/")

    assert "Eén daarvan ging over de drukte van de dag." in text
    assert "Vooral" not in text


def test_what_who_led_adds_is_not_said_to_come_out_of_the_dialogue() -> None:
    said = (Contribution(1, "education", "Oefen het"),)
    leads = tuple(
        Lead(f"l{n}", "education", Both("Zij doen het."), Both(f"doen {n}"), contributions=numbers)
        for n, numbers in enumerate(((), (1,), ()), 1)
    )
    one = replace(held(Marks(20), said=said), leads=leads)
    keys = [s.key for s in draft(one).sentences if "lead-l" in s.key or "added" in s.key]

    assert "leverde de dialoog één aanknopingspunt op" in told(one, "education/opening")
    assert "voegt daar zelf twee aanknopingspunten aan toe" in told(one, "education/added")
    assert keys.index("lead-l2") < keys.index("education/added") < keys.index("lead-l1")

    alone = replace(one, leads=leads[:1])
    assert told(alone, "education/opening") == ""
    assert "stelt voor de opleiding zelf één aanknopingspunt voor" in told(alone, "education/added")
