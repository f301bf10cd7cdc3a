"""No page asks the database more than twelve questions, whoever opens it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import SignIn
from hartlijn.consent.register import register
from hartlijn.consent.tests.oracle import pages
from hartlijn.consent.tests.targets import targets
from hartlijn.consent.tests.world import build
from hartlijn.people import signals
from hartlijn.people.models import Organisation, Person, Unit
from hartlijn.people.tests.factories import a_person, a_place, walking_along

pytestmark = [pytest.mark.django_db, pytest.mark.once]

MOST = 12
READERS = [
    "Noor, starter",
    "Fatima, own team leader",
    "Ines, own coordinator at work",
    "Otto, operator",
]


@pytest.mark.parametrize("reader", READERS)
def test_no_page_asks_more_than_twelve_questions(reader: str) -> None:
    world = build()
    client = Client()
    client.force_login(world.people[reader])
    client.get("/")  # what is remembered between pages is remembered
    counted = {}
    for page in pages(register(), targets(world)):
        with CaptureQueriesContext(connection) as queries:
            client.get(page.address)
        counted[page.address] = len(queries)

    too_many = {address: number for address, number in counted.items() if number > MOST}
    assert not too_many, f"{reader}: {too_many}"


def asked(client: Client, address: str) -> int:
    """How many questions one page asks the database."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_the_own_log_asks_as_much_for_one_line_as_for_three(
    as_: SignIn, noor: Person, ines: Person, employer: Organisation
) -> None:
    client = as_(noor)
    looked = {"abouts": [noor], "by": ines, "organisation": employer}
    signals.looked_at.send(Person, what="list", **looked)
    once = asked(client, "/my-data/log/")
    signals.looked_at.send(Person, what="membership", **looked)
    signals.exported.send(Person, what="list", **looked)

    assert asked(client, "/my-data/log/") == once


def test_who_sees_what_asks_as_much_for_one_reader_as_for_many(
    as_: SignIn, noor: Person, sam: Person, employer: Organisation, team: Unit
) -> None:
    client = as_(noor)
    few = asked(client, "/who-sees-what/")
    for name in ("Milan", "Tess", "Daan"):
        walking_along(noor, a_person(name))
        a_place(a_person(name), employer, unit=team)

    assert asked(client, "/who-sees-what/") == few


def test_keeping_the_own_name_takes_at_most_six_statements(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.get("/me/")
    form = {"name": "Noor van der Wit", "language": "nl", "time_zone": "Europe/Amsterdam"}

    with CaptureQueriesContext(connection) as queries:
        assert client.post("/me/", form).status_code == 302

    assert len(queries) <= 6, [query["sql"][:80] for query in queries]
