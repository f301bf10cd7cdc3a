"""The pages: who may write to Noor, and her circles."""

import pytest
from django.test import Client

from conftest import SignIn
from hartlijn.people.actions import reaching
from hartlijn.people.models import Block, Circle, Person
from hartlijn.people.reach import within_reach_of

pytestmark = pytest.mark.django_db


def page(client: Client, address: str) -> str:
    """What somebody reads there."""
    return client.get(address).content.decode()


def test_noor_reads_who_may_write_and_by_which_tie(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    shown = page(as_(noor), "/me/reach/")

    for words in (sam.name, "werkbegeleider", fatima.name, "Team Oost"):
        assert words in shown


def test_who_has_nobody_reads_what_to_do(as_: SignIn, stranger: Person) -> None:
    shown = page(as_(stranger), "/me/reach/")

    assert "kan niemand je schrijven" in shown
    assert "/companions/" in shown


def test_noor_wants_no_messages_and_later_she_does(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    client = as_(noor)
    answer = client.post("/me/reach/", {"person": fatima.pk}, follow=True)

    assert "schrijft je niet meer" in answer.content.decode()
    assert not within_reach_of(fatima)
    assert noor.name not in page(as_(fatima), "/me/reach/")

    client.post(f"/me/reach/{Block.objects.get().pk}/unblock/")
    assert list(within_reach_of(fatima)) == [noor]


def test_nobody_else_takes_a_block_away(as_: SignIn, noor: Person, fatima: Person) -> None:
    reaching.block(fatima, by=noor)

    assert as_(fatima).post(f"/me/reach/{Block.objects.get().pk}/unblock/").status_code == 404


def test_who_is_out_of_reach_cannot_be_chosen(as_: SignIn, noor: Person, stranger: Person) -> None:
    for somebody in (stranger.pk, noor.pk, "iemand", ""):
        assert as_(noor).post("/me/reach/", {"person": somebody}).status_code == 422
    assert not Block.objects.exists()


def test_a_circle_from_beginning_to_end(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    begun = as_(noor).post("/circles/", {"name": "Vrijdagkring"})
    address = begun["Location"]
    assert as_(sam).get(address).status_code == 404

    as_(noor).post(address, {"person": sam.pk})
    assert "nodigt je uit voor Vrijdagkring" in page(as_(sam), "/circles/")
    assert "gevraagd door Noor" in page(as_(noor), address)
    assert "Ja, ik doe mee" in page(as_(sam), address)
    assert as_(fatima).get(address).status_code == 404

    as_(sam).post(f"{address}join/")
    assert "Iemand uitnodigen" in page(as_(sam), address)

    assert "Uit Vrijdagkring gaan?" in page(as_(sam), f"{address}leave/")
    as_(sam).post(f"{address}leave/")
    assert as_(sam).get(address).status_code == 404
    as_(noor).post(f"{address}leave/")
    assert not Circle.objects.exists()


def test_who_rather_not_is_gone_from_the_circle(as_: SignIn, noor: Person, sam: Person) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.invite_to_circle(circle, sam, by=noor)
    address = f"/circles/{circle.pk}/"

    assert "Liever niet meedoen met Kring?" in page(as_(sam), f"{address}leave/")
    as_(sam).post(f"{address}leave/")

    assert sam.name not in page(as_(noor), f"{address}leave/")


def test_only_who_said_yes_invites(as_: SignIn, noor: Person, sam: Person) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.invite_to_circle(circle, sam, by=noor)

    shown = page(as_(sam), f"/circles/{circle.pk}/")

    assert "Iemand uitnodigen" not in shown


@pytest.mark.parametrize("name", ["", " ", "a" * 61, "Kring\u202e"])
def test_a_name_that_is_no_name_is_refused(as_: SignIn, noor: Person, name: str) -> None:
    answer = as_(noor).post("/circles/", {"name": name})

    assert answer.status_code == 422
    assert not Circle.objects.exists()


def test_the_circle_is_consulted_in_one_press_by_whoever_said_yes(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    circle = reaching.make_circle("Late dienst", by=noor)
    reaching.invite_to_circle(circle, sam, by=noor)
    address = f"/circles/{circle.pk}/"
    assert "about=consult" not in page(as_(noor), address)  # there is nobody else yet
    reaching.join_circle(circle, by=sam)
    reaching.invite_to_circle(circle, fatima, by=noor)

    wish = f"#about=consult&amp;to={sam.pk}"
    assert f'/together/write/{wish}"' in page(as_(noor), address)
    assert "about=consult" not in page(as_(fatima), address)


def test_whom_noor_may_write_to_she_asks_in_one_press(
    as_: SignIn, noor: Person, sam: Person, stranger: Person
) -> None:
    for place in ("/me/reach/", "/companions/"):
        shown = page(as_(noor), place)
        for about in ("consult", "help"):
            assert f"/together/write/#about={about}&amp;to={sam.pk}" in shown
        assert str(stranger.pk) not in shown
