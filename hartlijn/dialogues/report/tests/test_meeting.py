"""A meeting as data."""

from datetime import date

from hartlijn.dialogues.report.meeting import Both, Contribution, Marks, Meeting, Theme


def test_a_text_nobody_translated_is_empty_in_the_other_language() -> None:
    text = Both(nl="Meer uit het hoofd")

    assert (text.of("nl"), text.of("en")) == ("Meer uit het hoofd", "")
    assert text
    assert not Both()


def test_marks_of_two_groups_are_one_sum() -> None:
    assert (Marks(3, 1, 0) + Marks(2, 0, 2)) == Marks(5, 1, 2)
    assert Marks(5, 1, 2).total == 8


def test_a_meeting_finds_its_themes_and_contributions() -> None:
    missing = Contribution(1, "missing", "Sociale media", theme="media")
    meeting = Meeting(
        title=Both("Dialoog"),
        occasion=Both("weerbaarheid"),
        day=date(2024, 9, 10),
        place="Vlissingen",
        contributions=(missing, Contribution(2, "education", "Intervisie")),
        themes=(Theme("media", Both("sociale media")),),
    )

    assert list(meeting.of_kind("missing")) == [missing]
    assert meeting.theme("media") == meeting.themes[0]
    assert meeting.theme(None) is None
