"""The report that writes itself."""

from dataclasses import replace

import pytest

from hartlijn.dialogues.report.draft import draft
from hartlijn.dialogues.report.meeting import Both, Contribution, Edit, Meeting
from hartlijn.dialogues.report.saying import LANGUAGES, as_name
from hartlijn.dialogues.report.tests.meetings import meeting
from hartlijn.dialogues.report.text import Report

SIZES = [(1, 1), (3, 4), (12, 20), (60, 300), (200, 5000)]


def told(report: Report, language: str) -> str:
    return " ".join(one.text("en" if language == "en" else "nl") for one in report.sentences)


@pytest.mark.parametrize(("people", "contributions"), SIZES)
def test_every_contribution_can_be_traced(people: int, contributions: int) -> None:
    report = draft(meeting(people, contributions))
    openings = ("opening", "summary/", "conclusion/next", "/named")
    behind = {
        number
        for one in report.sentences
        if not any(word in one.key for word in openings)
        for number in one.contributions
    }

    assert behind == set(range(1, contributions + 1))


@pytest.mark.parametrize(("people", "contributions"), SIZES)
def test_every_sentence_rests_on_something_or_says_what_all_knew(
    people: int, contributions: int
) -> None:
    known = ("meeting/", "who/", "reading/", "/nothing", "lead-plan", "conclusion/")
    bare = [
        one.key
        for one in draft(meeting(people, contributions)).sentences
        if not (one.contributions or one.findings) and not any(k in one.key for k in known)
    ]

    assert bare == []


@pytest.mark.parametrize(("people", "contributions"), SIZES)
def test_nobody_is_quoted_who_refused(people: int, contributions: int) -> None:
    held = meeting(people, contributions)
    report = draft(held)
    whole = told(report, "nl") + told(report, "en")
    refused = [one.text for one in held.contributions if not one.may_quote]

    assert [text for text in refused if text.rstrip(".") in whole] == []
    allowed = {one.number for one in held.contributions if one.may_quote}
    assert {number for one in report.sentences for number in one.quotes} <= allowed


def test_nobody_is_quoted_twice() -> None:
    quoted = [n for one in draft(meeting(60, 300)).sentences for n in one.quotes]

    assert quoted
    assert len(quoted) == len(set(quoted))


def test_the_same_meeting_gives_the_same_report_and_every_key_once() -> None:
    first, second = draft(meeting(60, 300)), draft(meeting(60, 300))
    keys = [one.key for one in first.sentences]

    assert first == second
    assert len(keys) == len(set(keys))


def test_a_large_meeting_stays_a_report() -> None:
    assert len(told(draft(meeting(200, 5000)), "nl").split()) < 2500


def test_without_people_the_report_says_so() -> None:
    report = draft(meeting(0, 0))

    assert "Er deed niemand mee." in told(report, "nl")
    assert "Nobody took part." in told(report, "en")
    assert {one.key for one in report.sections} == {"meeting", "who"}


def test_a_small_meeting_gives_no_numbers_of_marks_and_names_no_role() -> None:
    report = draft(meeting(3, 4))
    whole = told(report, "nl")

    assert "van de drie" not in whole
    assert "een student" not in whole.replace("als een student", "")


def test_no_sentence_has_an_open_slot_or_a_hidden_sign() -> None:
    hostile = "=1+1 \u202eomgekeerd\x07 {voice} <b>vet</b> \x00"
    report = draft(meeting(12, 40, text=hostile))
    for language in LANGUAGES:
        whole = told(report, language)

        assert "{" not in whole.replace("{voice}", "")
        assert not {"\u202e", "\x07", "\x00"} & set(whole)
        assert "<b>vet</b>" in whole


def test_what_was_not_translated_is_marked_with_its_language() -> None:
    report = draft(meeting(12, 40))
    gaps = {run.language for one in report.sentences for run in one.en if run.is_gap}
    own = {run.language for one in report.sentences for run in one.nl if run.is_gap}

    assert (gaps, own) == ({"nl"}, set())


def test_an_edit_keeps_what_the_sentence_rests_on() -> None:
    held = meeting(12, 40)
    before = next(one for one in draft(held).sentences if one.key == "missing/opening")
    edit = Edit("missing/opening", "nl", "Er ontbrak veel.", over=before.text("nl"))
    after = next(
        one for one in draft(replace(held, edits=(edit,))).sentences if one.key == "missing/opening"
    )

    assert after.text("nl") == "Er ontbrak veel."
    assert after.text("en") == before.text("en")
    assert after.contributions == before.contributions
    assert after.edited == {"nl"}
    assert not after.moved_on


def test_an_edit_says_when_what_it_was_written_over_changed() -> None:
    edit = Edit("missing/opening", "nl", "Er ontbrak veel.", over="Een oude zin.")
    report = draft(replace(meeting(12, 40), edits=(edit,)))
    sentence = next(one for one in report.sentences if one.key == "missing/opening")

    assert sentence.moved_on == {"nl"}


def test_an_empty_edit_takes_the_sentence_out() -> None:
    edit = Edit("who/contributions", "nl", "")
    report = draft(replace(meeting(12, 40), edits=(edit,)))
    sentence = next(one for one in report.sentences if one.key == "who/contributions")

    assert sentence.text("nl") == ""


def test_an_edit_of_a_sentence_that_is_gone_changes_nothing() -> None:
    held = meeting(12, 40)

    assert draft(replace(held, edits=(Edit("gone", "nl", "Weg."),))) == draft(held)


def test_who_sees_it_otherwise_is_kept_however_few() -> None:
    held = meeting(60, 300)
    lonely = Contribution(
        301, "missing", "Alles ging over starters en niets over wie blijft.", may_quote=True
    )
    themes = tuple(
        one for one in held.contributions if one.kind != "missing" or held.theme(one.theme)
    )
    report = draft(replace(held, contributions=(*themes, lonely)))

    assert "niets over wie blijft" in told(report, "nl")


def test_a_recorded_meeting_counts_nothing() -> None:
    recorded = replace(meeting(60, 300), recorded=True, people=None, who=(), organisations=())
    words = told(draft(replace(recorded, findings=_unmarked(recorded))), "nl")

    assert "van de 60" not in words
    assert "bijdragen gingen" not in words
    assert "Hoeveel mensen er waren" in words


def _unmarked(held: Meeting) -> tuple:  # type: ignore[type-arg] # of findings
    return tuple(replace(one, marks=None) for one in held.findings)


def test_an_empty_title_does_no_harm() -> None:
    assert draft(replace(meeting(3, 4), title=Both())).title.text("nl") == ""


def test_an_occasion_that_is_a_sentence_stands_by_itself() -> None:
    said = Both(
        "Het onderzoek ging over de vraag hoe starters blijven", "It asked how starters stay."
    )

    words = told(draft(replace(meeting(8, 4), occasion=said)), "nl")

    assert (
        "een dialoog plaats. De aanleiding: Het onderzoek ging over de vraag hoe starters blijven."
        in words
    )


def test_an_occasion_stands_inside_its_sentence() -> None:
    told = as_name(Both("Het onderzoek naar een goede start.", "Hartlijn in practice"))

    assert told == Both("het onderzoek naar een goede start", "Hartlijn in practice")
