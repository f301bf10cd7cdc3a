"""What Noor ticks for herself is hers: an organisation gets the same pages whatever she keeps."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.actions import board, promises
from hartlijn.paths.models import Promise, Side, Term, Tick
from hartlijn.paths.tests.conftest import Work
from hartlijn.paths.tests.factories import begun
from hartlijn.people.models import Person
from hartlijn.vault.tests.sealed import save

pytestmark = pytest.mark.django_db
TOKENS = re.compile(r'nonce="[^"]+"|(csrfmiddlewaretoken" value|data-csrf)="[^"]+"')


@pytest.fixture
def side(work: Work) -> Side:
    """Noor began forty days ago."""
    day = civil_day() - timedelta(days=40)
    return begun(work.template, work.noor, work.ines, unit=work.team, first_day=day)


def signed_in(person: Person) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(person)
    return client


def pages(work: Work, person: Person) -> list[tuple[int, str]]:
    """All that has to do with promises, as somebody gets it."""
    promise = Promise.objects.get(side__path__starter=work.noor)
    client = signed_in(person)
    addresses = [
        reverse("paths:promises"),
        reverse("paths:promise", args=[promise.pk]),
        reverse("paths:promise_change", args=[promise.pk]),
        reverse("paths:board", args=[work.organisation.pk]),
        reverse("paths:ticks"),
        "/",
    ]
    answers = [client.get(address) for address in addresses]
    return [(answer.status_code, TOKENS.sub("", answer.text)) for answer in answers]


def test_the_page_loads_one_script_and_allows_the_worker_alone(work: Work, side: Side) -> None:
    answer = signed_in(work.noor).get(reverse("paths:ticks"))

    assert re.search(r"trusted-types hartlijn-worker(;|$)", answer["Content-Security-Policy"])
    assert re.findall(r'dist/([\w-]+)\.js"', answer.text) == ["paths-pages"]
    assert "no-store" in answer["Cache-Control"]


def test_an_organisation_gets_the_same_pages_whatever_noor_seals(work: Work, side: Side) -> None:
    board.freeze_all()
    roles = (work.fatima, work.sam, work.ines)
    before = [pages(work, one) for one in roles]
    noor = signed_in(work.noor)

    noor.get(reverse("paths:ticks"))
    for _n in range(3):
        save(noor)

    assert [pages(work, one) for one in roles] == before
    assert not Tick.objects.exists()


def test_fatima_sees_what_was_sent_and_ines_still_no_single_promise(work: Work, side: Side) -> None:
    month = Term.objects.filter(promise__side=side)[0]
    board.freeze_all()
    fatima, ines = pages(work, work.fatima), pages(work, work.ines)

    promises.send({month.pk: "not_kept"}, by=work.noor)

    assert pages(work, work.fatima) != fatima
    assert pages(work, work.ines) == ines
