"""A team writes one page together; nobody's words are lost, and nobody else reads them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from conftest import SignIn
from hartlijn.agreements import actions
from hartlijn.agreements.models import TEXTS, Reading, Version, to_reread
from hartlijn.lib.verdict import Refused
from hartlijn.people.models import Membership, Person, Role, Unit
from hartlijn.people.tests.factories import a_person, a_place

EMPTY = dict.fromkeys(TEXTS, "")
CONSULT = EMPTY | {"consult": "Een dilemma waar je mee blijft lopen."}
WAITS = EMPTY | {"waits": "Vragen over verlof."}


@pytest.fixture(autouse=True)
def everybody(noor: Person, fatima: Person) -> None:
    """Both are in the team."""


def send(as_: SignIn, who: Person, team: Unit, texts: dict[str, str], after: Any) -> HttpResponse:
    there = reverse("agreements:write", args=[team.pk])
    return as_(who).post(there, texts | {"after": str(after)})  # type: ignore[return-value]


def page_of(as_: SignIn, who: Person, team: Unit, page: str = "agreement") -> str:
    return as_(who).get(reverse(f"agreements:{page}", args=[team.pk])).content.decode()


def test_any_member_writes_and_the_others_read(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    assert "Jullie schreven nog niets op." in page_of(as_, fatima, team)

    assert send(as_, noor, team, CONSULT, 0).status_code == 302
    assert send(as_, fatima, team, CONSULT | {"waits": "Alles."}, 1).status_code == 302

    page = page_of(as_, noor, team)
    assert "Een dilemma waar je mee blijft lopen." in page
    assert "door Fatima Yilmaz" in page
    assert "ook wie de computer beheert waar Hartlijn op draait" in page
    history = page_of(as_, fatima, team, "versions")
    assert "door Noor de Wit" in history
    assert [one.number for one in Version.objects.newest_first()] == [2, 1]


def test_two_who_write_at_once_see_both_texts(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    send(as_, noor, team, CONSULT, 0)

    late = send(as_, fatima, team, WAITS, 0)

    page = late.content.decode()
    assert late.status_code == 422
    assert "Iemand anders paste dit intussen ook aan." in page
    assert "Een dilemma waar je mee blijft lopen." in page
    assert "Vragen over verlof." in page
    assert Version.objects.count() == 1
    assert 'name="after" value="1"' in page

    assert send(as_, fatima, team, CONSULT | WAITS | {"consult": "Samen"}, 1).status_code == 302
    assert Version.objects.count() == 2


def test_the_same_text_is_no_new_version(as_: SignIn, noor: Person, team: Unit) -> None:
    send(as_, noor, team, CONSULT, 0)
    assert send(as_, noor, team, CONSULT, 0).status_code == 302

    assert Version.objects.count() == 1


@pytest.mark.parametrize("who", ["sam", "ines", "stranger", "otto", "joost"])
@pytest.mark.parametrize("page", ["agreement", "write", "versions", "read"])
def test_for_anybody_else_it_does_not_exist(
    as_: SignIn, team: Unit, noor: Person, who: str, page: str, request: pytest.FixtureRequest
) -> None:
    actions.write(team, CONSULT, after=0, by=noor)
    other = request.getfixturevalue(who)
    there = reverse(f"agreements:{page}", args=[team.pk])
    client = as_(other)

    assert client.post(there, CONSULT).status_code in {404, 405}
    assert client.get(there).status_code in {404, 405}
    with pytest.raises(Refused):
        actions.read(team, by=other)
    with pytest.raises(Refused):
        actions.write(team, WAITS, after=1, by=other)
    assert not Version.objects.visible_to(other)


def test_who_left_reads_it_no_more_and_is_named_no_more(
    as_: SignIn, noor: Person, fatima: Person, team: Unit, today: date
) -> None:
    send(as_, noor, team, CONSULT, 0)
    Membership.objects.filter(person=noor, unit=team).update(
        starts_on=today - timedelta(days=9), ends_on=today
    )

    assert as_(noor).get(reverse("agreements:agreement", args=[team.pk])).status_code == 404
    assert "Noor" not in page_of(as_, fatima, team)
    assert "door iemand die hier weg is" in page_of(as_, fatima, team, "versions")


def test_who_writes_has_read_it_and_each_other_is_asked_until_they_say_so(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    send(as_, noor, team, CONSULT, 0)
    assert not to_reread(noor)
    assert list(to_reread(fatima)) == [team]
    assert "Lees de afspraak van Team Oost nog eens door." in as_(fatima).get("/").content.decode()

    as_(fatima).post(reverse("agreements:read", args=[team.pk]))

    assert not to_reread(fatima)
    assert "Lees de afspraak" not in as_(fatima).get("/").content.decode()
    assert "Ik heb het gelezen" not in page_of(as_, fatima, team)


def test_when_somebody_starts_everybody_is_asked_again(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    actions.write(team, CONSULT, after=0, by=noor)
    actions.read(team, by=fatima)
    a_place(a_person("Milan"), team.organisation, Role.STARTER, unit=team)

    assert list(to_reread(noor)) == list(to_reread(fatima)) == [team]

    actions.read(team, by=noor)
    assert not to_reread(noor)
    assert list(to_reread(fatima)) == [team]


def test_who_begins_later_is_no_reason_yet(noor: Person, team: Unit, today: date) -> None:
    actions.write(team, CONSULT, after=0, by=noor)
    later = today + timedelta(days=7)
    a_place(a_person("Milan"), team.organisation, unit=team, starts_on=later)

    assert not to_reread(noor)


def test_without_an_agreement_there_is_nothing_to_read(
    noor: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert list(to_reread(noor)) == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (EMPTY, "Schrijf bij minstens één vraag iets op."),
        (EMPTY | {"call": "x" * 1001}, "1000"),
        (EMPTY | {"call": "bel\u202e mij"}, "Hier staat een onzichtbaar teken in."),
    ],
)
def test_what_is_wrong_gets_a_sentence_and_stays(
    as_: SignIn, noor: Person, team: Unit, wrong: dict[str, str], sentence: str
) -> None:
    response = send(as_, noor, team, wrong, 0)

    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert wrong["call"] in response.content.decode()
    assert not Version.objects.exists()


def test_a_forged_number_is_no_way_past_the_other(
    as_: SignIn, noor: Person, fatima: Person, team: Unit
) -> None:
    send(as_, noor, team, CONSULT, 0)
    for after in ("", "-1", "7", "x", "9" * 30):
        assert send(as_, fatima, team, WAITS, after).status_code == 422
    assert Version.objects.count() == 1


def test_of_one_team_the_room_is_its_page(as_: SignIn, noor: Person, team: Unit) -> None:
    there = reverse("agreements:agreements")
    assert as_(noor).get(there).headers["Location"] == reverse(
        "agreements:agreement", args=[team.pk]
    )
    assert "geen team of cohort" in as_(a_person("Alleen")).get(there).content.decode()


def test_with_the_account_the_name_goes_and_the_text_stays(
    noor: Person, fatima: Person, team: Unit
) -> None:
    actions.write(team, CONSULT, after=0, by=noor)
    noor.delete()

    assert Version.objects.get().written_by is None
    assert not Reading.objects.exists()


def test_who_left_keeps_no_trace_of_reading(
    noor: Person, fatima: Person, team: Unit, today: date
) -> None:
    actions.write(team, CONSULT, after=0, by=noor)
    actions.read(team, by=fatima)
    Membership.objects.filter(person=noor).update(
        starts_on=today - timedelta(days=9), ends_on=today
    )

    assert actions.forget_who_left() == 1
    assert Reading.objects.get().person == fatima


def test_only_so_many_versions_are_kept(
    noor: Person, team: Unit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "KEPT", 2)
    for number in range(4):
        actions.write(team, EMPTY | {"call": str(number)}, after=number, by=noor)

    assert [one.number for one in Version.objects.newest_first()] == [4, 3]


def test_what_somebody_wrote_and_read_goes_along(noor: Person, team: Unit) -> None:
    from hartlijn.agreements.portable import PARTS  # noqa: PLC0415

    actions.write(team, CONSULT, after=0, by=noor)
    written, read = (list(part.rows(noor)) for part in PARTS)

    assert written[0][0] == team.name
    assert CONSULT["consult"] in written[0]
    assert len(read) == 1
