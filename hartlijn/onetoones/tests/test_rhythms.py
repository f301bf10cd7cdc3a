"""The own rhythm: only who leads or walks along has one, nobody else sees it, nothing stays of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.lib.verdict import Refused
from hartlijn.onetoones import actions
from hartlijn.onetoones.models import Rhythm
from hartlijn.onetoones.nearby import near
from hartlijn.onetoones.portable import PARTS
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Companionship, Membership, Person, Unit
from hartlijn.people.tests.factories import a_person, a_place, walking_along

pytestmark = pytest.mark.django_db
PAGE = "/one-to-ones/"


@pytest.fixture
def rhythm(fatima: Person, noor: Person, today: date) -> Rhythm:
    """Fatima wants to talk with Noor every three weeks."""
    return actions.keep(noor, weeks=3, next_on=today, by=fatima)


def typed(someone: Person, **other: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=7)
    return {"person": someone.pk, "weeks": 3, "next_on": day.isoformat(), **other}


# ----------------------------------------------------------------- who may


def test_fatima_has_her_team_near_and_sam_his_starter(
    fatima: Person, sam: Person, noor: Person, joost: Person, ines: Person
) -> None:
    assert list(near(fatima)) == [noor]
    assert list(near(sam)) == [noor]
    for person in (noor, joost, ines):
        assert not near(person).exists()


def test_a_peer_a_question_and_an_ended_tie_are_not_near(noor: Person) -> None:
    mila, els, piet = a_person("Mila"), a_person("Els"), a_person("Piet")
    walking_along(noor, mila, Companionship.Kind.PEER)
    walking_along(noor, piet, accepted=False)
    tie = walking_along(noor, els)
    tie.ended_on = tie.asked_on
    tie.save()

    for person in (mila, els, piet):
        assert not near(person).exists()


def test_who_leads_nobody_and_walks_along_with_nobody_has_no_page(
    as_: SignIn, noor: Person, joost: Person, ines: Person, otto: Person, stranger: Person
) -> None:
    for person in (noor, joost, ines, otto, stranger):
        assert as_(person).get(PAGE).status_code == 404
        assert as_(person).post(PAGE, typed(noor)).status_code == 404


def test_a_leader_of_an_empty_team_has_the_cards(as_: SignIn, fatima: Person) -> None:
    assert as_(fatima).get(PAGE).status_code == 200


def test_somebody_from_elsewhere_cannot_be_in_a_rhythm(
    as_: SignIn, fatima: Person, noor: Person, stranger: Person
) -> None:
    answer = as_(fatima).post(PAGE, typed(stranger))

    assert answer.status_code == 422
    assert "Kies iemand uit je team" in answer.content.decode()
    assert stranger.name not in answer.content.decode()
    with pytest.raises(Refused):
        actions.keep(stranger, weeks=3, next_on=date(2026, 12, 1), by=fatima)
    with pytest.raises(Refused):
        actions.keep(fatima, weeks=3, next_on=date(2026, 12, 1), by=fatima)


# ----------------------------------------------------------------- keeping one


def test_fatima_keeps_a_rhythm_with_noor(as_: SignIn, fatima: Person, noor: Person) -> None:
    client = as_(fatima)

    assert client.post(PAGE, typed(noor)).status_code == 302

    page = client.get(PAGE).content.decode()
    assert "Noor de Wit" in page
    assert "Elke 3 weken" in page


def test_a_second_rhythm_with_noor_changes_the_first(
    as_: SignIn, fatima: Person, noor: Person, rhythm: Rhythm
) -> None:
    as_(fatima).post(PAGE, typed(noor, weeks=6))

    assert Rhythm.objects.get().weeks == 6


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": ""},
        {"person": "everybody"},
        {"person": "00000000-0000-4000-8000-000000000000"},
        {"weeks": "0"},
        {"weeks": "13"},
        {"weeks": "-1"},
        {"weeks": "often"},
        {"next_on": ""},
        {"next_on": "maandag"},
        {"next_on": "2020-01-01"},
        {"next_on": "9999-12-31"},
        {"next_on": "2026-02-30"},
        {"next_on": "\x00"},
    ],
)
def test_what_cannot_be_is_refused_and_the_rest_stays_typed(
    as_: SignIn, fatima: Person, noor: Person, wrong: dict[str, str]
) -> None:
    answer = as_(fatima).post(PAGE, typed(noor, **wrong))

    assert answer.status_code == 422
    assert not Rhythm.objects.exists()
    if "person" not in wrong:
        assert f'value="{noor.pk}" selected' in answer.content.decode()


def test_the_database_keeps_the_promise_too(fatima: Person, noor: Person, rhythm: Rhythm) -> None:
    for fields in ({"person": noor}, {"person": fatima}, {"person": a_person(), "weeks": 13}):
        row = Rhythm(**{"owner": fatima, "weeks": 3, "next_on": date(2026, 12, 1), **fields})
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


# ----------------------------------------------------------------- one press


def press(client: Any, rhythm: Rhythm, verb: str) -> int:
    status: int = client.post(reverse(f"onetoones:{verb}", args=[rhythm.pk])).status_code
    return status


def test_held_moves_on_and_twice_is_once(
    as_: SignIn, fatima: Person, rhythm: Rhythm, today: date
) -> None:
    client = as_(fatima)

    assert press(client, rhythm, "held") == press(client, rhythm, "held") == 302

    assert Rhythm.objects.get().next_on == today + timedelta(weeks=3)


def test_a_week_later_counts_from_today_when_the_day_has_passed(
    as_: SignIn, fatima: Person, rhythm: Rhythm, today: date
) -> None:
    Rhythm.objects.update(next_on=today - timedelta(days=40))

    press(as_(fatima), rhythm, "put_off")
    assert Rhythm.objects.get().next_on == today + timedelta(weeks=1)

    press(as_(fatima), rhythm, "put_off")
    assert Rhythm.objects.get().next_on == today + timedelta(weeks=2)


def test_a_day_that_passed_is_no_reproach(as_: SignIn, fatima: Person, rhythm: Rhythm) -> None:
    Rhythm.objects.update(next_on=timezone.localdate() - timedelta(days=40))

    page = as_(fatima).get(PAGE).content.decode()

    assert "volgende keer deze week" in page


def test_a_rhythm_can_stop(as_: SignIn, fatima: Person, rhythm: Rhythm) -> None:
    assert press(as_(fatima), rhythm, "stop") == 302
    assert press(as_(fatima), rhythm, "stop") == 404
    assert not Rhythm.objects.exists()


@pytest.mark.parametrize("verb", ["held", "put_off", "stop"])
def test_only_the_owner_presses(
    as_: SignIn,
    noor: Person,
    sam: Person,
    ines: Person,
    otto: Person,
    rhythm: Rhythm,
    verb: str,
    today: date,
) -> None:
    for person in (noor, sam, ines, otto):
        assert press(as_(person), rhythm, verb) == 404
        assert as_(person).get(reverse(f"onetoones:{verb}", args=[rhythm.pk])).status_code == 405
    assert Rhythm.objects.get().next_on == today


# ----------------------------------------------------------------- nobody else, and no trace


def test_noor_and_the_organisation_see_nothing_of_it(
    as_: SignIn, noor: Person, sam: Person, ines: Person, otto: Person, rhythm: Rhythm
) -> None:
    for person in (noor, sam, ines, otto):
        assert not Rhythm.objects.visible_to(person).exists()
    assert "kort gesprek met" not in as_(noor).get("/").content.decode()
    assert not any(list(part.rows(noor)) for part in PARTS)


def test_nothing_of_past_talks_is_kept() -> None:
    assert {one.name for one in Rhythm._meta.fields} == {
        "id", "owner", "person", "weeks", "next_on",
    }  # fmt: skip


def test_where_the_tie_ends_the_rhythm_ends(
    as_: SignIn, fatima: Person, noor: Person, rhythm: Rhythm, today: date
) -> None:
    Membership.objects.filter(person=noor, unit__isnull=False).update(
        starts_on=today - timedelta(days=9), ends_on=today
    )

    assert "Noor de Wit" not in as_(fatima).get(PAGE).content.decode()
    assert press(as_(fatima), rhythm, "held") == 404

    actions.forget_loose_rhythms()
    assert not Rhythm.objects.exists()


def test_tidying_leaves_what_still_holds(rhythm: Rhythm) -> None:
    actions.forget_loose_rhythms()

    assert Rhythm.objects.exists()


def test_it_goes_along_with_the_owner(fatima: Person, rhythm: Rhythm, today: date) -> None:
    (part,) = PARTS

    assert list(part.rows(fatima)) == [("Noor de Wit", 3, today)]


@pytest.mark.parametrize("who", ["fatima", "noor"])
def test_it_goes_when_one_of_the_two_leaves(
    who: str, fatima: Person, noor: Person, rhythm: Rhythm
) -> None:
    erase({"fatima": fatima, "noor": noor}[who])

    assert not Rhythm.objects.exists()


def test_the_page_asks_as_much_for_many_as_for_one(
    as_: SignIn, fatima: Person, rhythm: Rhythm, team: Unit, today: date
) -> None:
    client = as_(fatima)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for _number in range(5):
        other = a_person("Nabij")
        a_place(other, team.organisation, unit=team)
        actions.keep(other, weeks=2, next_on=today, by=fatima)
    with CaptureQueriesContext(connection) as many:
        client.get(PAGE)

    assert len(many) == len(few)
