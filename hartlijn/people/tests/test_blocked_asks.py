"""Whoever was blocked asks again and again: it looks as always, and the other is left in peace."""

import pytest
from django.core import mail
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from conftest import SignIn
from hartlijn.people.actions import reaching
from hartlijn.people.models import CirclePlace, Companionship, Invitation, Person
from hartlijn.people.tests.factories import a_person
from hartlijn.people.tests.ways_in import Answer

pytestmark = pytest.mark.django_db


def ask(client: Client, **data: object) -> Answer:
    return client.post(
        "/companions/ask/", {"kind": "buddy", "companion": "", "email": "", **data}, follow=True
    )


def said(answer: Answer, *names: str) -> tuple[int, str]:
    """What the page says, without what differs from name to name."""
    text = " ".join(str(one) for one in answer.context["messages"])
    for name in names:
        text = text.replace(name, "…")
    return answer.status_code, text


def test_a_question_is_answered_alike_and_never_comes(
    as_: SignIn, noor: Person, sam: Person, fatima: Person
) -> None:
    before = said(ask(as_(noor), companion=sam.pk), sam.name)
    reaching.block(noor, by=fatima)

    for _time in range(3):
        assert said(ask(as_(noor), companion=fatima.pk), fatima.name) == before
        tie = Companionship.objects.get(starter=noor, companion=fatima, ended_on=None)
        assert noor.name not in as_(fatima).get("/companions/").content.decode()
        assert as_(fatima).post(f"/companions/{tie.pk}/accept/").status_code == 404
        as_(noor).post(f"/companions/{tie.pk}/end/")


def test_a_question_that_waited_is_gone_for_whoever_blocks(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    ask(as_(noor), companion=fatima.pk)
    assert noor.name in as_(fatima).get("/companions/").content.decode()
    reaching.block(noor, by=fatima)

    assert noor.name not in as_(fatima).get("/companions/").content.decode()
    assert fatima.name in as_(noor).get("/companions/").content.decode()


def test_no_letter_goes_and_the_page_says_the_same(
    as_: SignIn,
    noor: Person,
    fatima: Person,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    reaching.block(noor, by=fatima)
    with django_capture_on_commit_callbacks(execute=True):
        other = said(ask(as_(noor), email="wie@voorbeeld.nl"), "wie@voorbeeld.nl")
        for address in (fatima.email, fatima.email.upper()):
            assert said(ask(as_(noor), email=address), fatima.email) == other

    assert [letter.to for letter in mail.outbox] == [["wie@voorbeeld.nl"]]
    assert Invitation.objects.filter(email__iexact=fatima.email).count() == 1


def test_a_circle_refuses_them_like_anybody_out_of_reach(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    circle = reaching.make_circle("Kring", by=noor)
    reaching.block(noor, by=fatima)
    pages = [
        as_(noor).post(f"/circles/{circle.pk}/", {"person": one.pk})
        for one in (fatima, a_person("Vreemde"))
    ]

    assert [one.status_code for one in pages] == [422, 422]
    errors = [one.context["form"].errors for one in pages]
    assert errors[0] == errors[1]
    assert CirclePlace.objects.count() == 1


def test_an_invitation_that_waited_is_gone_for_whoever_blocks(
    as_: SignIn, noor: Person, fatima: Person
) -> None:
    circle = reaching.make_circle("Vrijdagkring", by=noor)
    reaching.invite_to_circle(circle, fatima, by=noor)
    assert circle.name in as_(fatima).get("/circles/").content.decode()
    before = as_(noor).get(f"/circles/{circle.pk}/").context["invited"]

    reaching.block(noor, by=fatima)

    assert circle.name not in as_(fatima).get("/circles/").content.decode()
    assert as_(noor).get(f"/circles/{circle.pk}/").context["invited"] == before
