"""What goes into rows comes out of them as the same meeting."""

from dataclasses import replace

import pytest

from hartlijn.dialogues.models import Contribution, Dialogue, PutFinding
from hartlijn.dialogues.recording import recorded
from hartlijn.dialogues.report.groups import large, named
from hartlijn.dialogues.report.meeting import Marks, Meeting
from hartlijn.dialogues.shipped import meeting_from
from hartlijn.dialogues.telling import told
from hartlijn.people.models import Organisation

pytestmark = pytest.mark.django_db


def kept(meeting: Meeting, organisation: Organisation) -> Dialogue:
    """Write the rows of a meeting."""
    rows = recorded(meeting, organisation)
    for row in rows:
        row.save()
    return Dialogue.objects.get(pk=rows.dialogue.pk)


def without_keys(meeting: Meeting) -> Meeting:
    """Themes, threads and leads have other keys in rows; what they say is the same."""
    names = {one.key: one.name.nl for one in meeting.themes}
    return replace(
        meeting,
        themes=tuple(replace(one, key="") for one in meeting.themes),
        threads=tuple(replace(one, key="") for one in meeting.threads),
        leads=tuple(replace(one, key="") for one in meeting.leads),
        contributions=tuple(
            replace(one, theme=names.get(one.theme or "")) for one in meeting.contributions
        ),
    )


def test_the_real_case_comes_out_as_it_went_in(school: Organisation) -> None:
    meeting = meeting_from("vlissingen-2024")

    assert without_keys(told(kept(meeting, school))) == without_keys(meeting)


@pytest.mark.parametrize("key", ["invented-sixty", "invented-twelve"])
def test_an_invented_one_keeps_its_words_and_its_totals(key: str, school: Organisation) -> None:
    meeting = meeting_from(key)

    found = told(kept(meeting, school))

    assert [one.text for one in found.contributions] == [one.text for one in meeting.contributions]
    for before, after in zip(meeting.findings, found.findings, strict=True):
        total = sum((one.marks for one in before.marks or ()), Marks())
        assert sum((one.marks for one in after.marks or ()), Marks()) == total
    allowed = {None, *large(found)}
    assert {named(one, large(found)) for one in found.contributions} <= allowed


def test_what_is_hidden_or_not_revealed_stays_out(
    dialogue: Dialogue, hall: Dialogue, first: PutFinding
) -> None:
    for number, (text, hidden) in enumerate([("Mag", False), ("Met een naam", True)], 1):
        Contribution.objects.create(
            dialogue=hall, number=number, kind="finding", put=first, text=text, hidden=hidden
        )
    assert told(hall).contributions == ()

    first.revealed_at, first.shown = "2026-01-01T00:00:00Z", {"counts": [0, 0, 0], "blocks": []}
    first.save()

    assert [one.text for one in told(hall).contributions] == ["Mag"]
