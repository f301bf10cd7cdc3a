"""Three at a table: Noor holds the screen, each promises by name and day, all three agree."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from conftest import SignIn
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused
from hartlijn.paths.actions import meeting as actions
from hartlijn.paths.actions.beginning import end
from hartlijn.paths.meeting_people import table_of
from hartlijn.paths.models import Agreed, Meeting, MeetingYes, Side
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import FIRST_DAY, a_body, a_step, a_template, begun
from hartlijn.people.models import Organisation, Person, Role
from hartlijn.people.tests.factories import a_person, a_place, a_unit, an_organisation

pytestmark = pytest.mark.django_db

SOON = str(civil_day() + timedelta(days=14))


@dataclass(frozen=True)
class AtTable:
    """Noor, her teacher Joost and her work mentor Sam."""

    meeting: Meeting
    joost: Person
    lotte: Person
    school: Side


@pytest.fixture
def at_table(work: Work) -> AtTable:
    begun(work.template, work.noor, work.ines, unit=work.team)
    home = an_organisation("HZ", Organisation.Kind.EDUCATION)
    cohort = a_unit(home, "Social Work 2026")
    joost, lotte = a_person("Joost"), a_person("Lotte")
    a_place(lotte, home, Role.COORDINATOR)
    a_place(joost, home, Role.TEACHER, unit=cohort)
    when = {"unit": "days", "number": 0, "anchor": "placement"}
    body = a_body(
        world="education",
        anchors=["placement"],
        roles=["starter", "teacher"],
        steps=[
            a_step("ours", who=["teacher"], when=when),
            a_step("joint", who=["teacher"], when=when, seen_by="both"),
        ],
        promises=[],
    )
    template = a_template(home, lotte, body)
    school = begun(template, work.noor, lotte, unit=cohort, placement=FIRST_DAY)
    table = table_of(work.noor)
    assert table is not None
    meeting = actions.begin(table, joost, work.sam, civil_day(), by=work.noor)
    return AtTable(meeting, joost, lotte, school)


def screen(client: Client, at_table: AtTable) -> str:
    answer = client.get(f"/paths/meetings/{at_table.meeting.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def post(client: Client, at_table: AtTable, **said: Any) -> int:
    return client.post(f"/paths/meetings/{at_table.meeting.pk}/", said).status_code


def test_the_day_of_today_stands_in_the_field_as_a_browser_reads_it(
    at_table: AtTable, work: Work, as_: SignIn
) -> None:
    del at_table
    page = as_(work.noor).get("/paths/meetings/begin/").content.decode()

    assert f'type="date" name="day" value="{civil_day().isoformat()}"' in page


def test_noor_sets_it_down_and_writes_what_each_promises(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    noor = as_(work.noor)
    chosen = {"teacher": at_table.joost.pk, "guide": work.fatima.pk, "day": SOON}

    assert noor.post("/paths/meetings/begin/", chosen).status_code == 302
    assert post(noor, at_table, whose="brought", words="Mijn eerste huisbezoek") == 302
    assert post(noor, at_table, whose="work", words="Elke week een uur samen", by_on=SOON) == 302
    assert post(noor, at_table, needs="Dat jullie elkaar bellen") == 302

    for reader in (work.noor, at_table.joost, work.sam):
        html = screen(as_(reader), at_table)
        for said in ("Mijn eerste huisbezoek", "Elke week een uur samen", "elkaar bellen"):
            assert said in html
        assert "<strong>Sam</strong>: Elke week" in html


def test_the_outcome_is_agreed_by_all_three_and_a_change_asks_again(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    actions.write(at_table.meeting, "work", "Een uur samen", civil_day(), by=work.noor)
    for person in (work.noor, at_table.joost, work.sam):
        client = as_(person)
        html = screen(client, at_table)
        assert "Jullie zeiden alle drie ja" not in html
        reading = html.split('name="reading" value="')[1].split('"')[0]
        client.post(f"/paths/meetings/{at_table.meeting.pk}/agree/", {"reading": reading})
    assert "Jullie zeiden alle drie ja" in screen(as_(work.noor), at_table)

    actions.need(at_table.meeting, "Rust", by=work.noor)

    assert not MeetingYes.objects.exists()
    assert "Jullie zeiden alle drie ja" not in screen(as_(work.sam), at_table)


def test_nobody_says_yes_to_what_they_did_not_read(work: Work, at_table: AtTable) -> None:
    meeting = at_table.meeting
    with pytest.raises(Refused, match="nog niets beloofd"):
        actions.agree(meeting, actions.as_it_reads(meeting), by=work.sam)
    actions.write(meeting, "work", "Een uur samen", civil_day(), by=work.noor)
    reading = actions.as_it_reads(meeting)
    actions.write(meeting, "school", "Een bezoek", civil_day(), by=work.noor)

    with pytest.raises(Refused, match="net iets veranderd"):
        actions.agree(meeting, reading, by=work.sam)


def test_only_noor_writes(work: Work, at_table: AtTable, as_: SignIn) -> None:
    line = {"whose": "work", "words": "Iets", "by_on": SOON}

    for person in (work.sam, at_table.joost):
        client = as_(person)
        assert post(client, at_table, **line) == 403
        assert post(client, at_table, needs="Iets") == 403
        gone = client.post(f"/paths/meetings/{at_table.meeting.pk}/drop/")
        assert gone.status_code == 403
    assert not Agreed.objects.exists()


def test_only_the_three_see_it(
    work: Work, at_table: AtTable, stranger: Person, as_: SignIn
) -> None:
    for nobody in (work.fatima, work.ines, at_table.lotte, stranger):
        assert not Meeting.objects.visible_to(nobody).exists()
        address = f"/paths/meetings/{at_table.meeting.pk}/"
        assert as_(nobody).get(address).status_code == 404


def test_each_sees_of_the_other_what_is_for_both(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    assert "ours" in screen(as_(work.noor), at_table)
    html = screen(as_(work.sam), at_table)
    assert "joint" in html
    assert "ours" not in html
    assert "welcome" not in screen(as_(at_table.joost), at_table)


def test_after_the_side_is_over_its_guest_sees_it_no_more(work: Work, at_table: AtTable) -> None:
    end(at_table.school, by=at_table.lotte)

    assert not Meeting.objects.visible_to(at_table.joost).exists()
    assert Meeting.objects.visible_to(work.noor).exists()
    assert Meeting.objects.visible_to(work.sam).exists()


def test_a_promise_has_a_day_and_nothing_typed_is_lost(
    work: Work, at_table: AtTable, as_: SignIn
) -> None:
    noor = as_(work.noor)
    address = f"/paths/meetings/{at_table.meeting.pk}/"

    answer = noor.post(address, {"whose": "work", "words": "Elke week een uur"})
    gone_by = noor.post(address, {"whose": "work", "words": "Iets", "by_on": "2020-01-01"})

    assert answer.status_code == gone_by.status_code == 422
    assert "Een belofte heeft een dag" in answer.content.decode()
    assert "Elke week een uur" in answer.content.decode()
    assert "vanaf vandaag" in gone_by.content.decode()


def test_lines_can_go_and_the_whole_meeting_too(work: Work, at_table: AtTable, as_: SignIn) -> None:
    noor = as_(work.noor)
    actions.write(at_table.meeting, "brought", "Dit", None, by=work.noor)
    line = Agreed.objects.get()

    noor.post(f"/paths/meetings/{at_table.meeting.pk}/{line.pk}/remove/")
    assert not Agreed.objects.exists()
    noor.post(f"/paths/meetings/{at_table.meeting.pk}/drop/")
    assert not Meeting.objects.exists()


def test_without_school_and_work_together_there_is_no_table(
    work: Work, stranger: Person, as_: SignIn
) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)

    for person in (work.noor, stranger):
        html = as_(person).get("/paths/meetings/begin/").content.decode()
        assert "allebei een traject" in html
