"""No page asks the database more than twelve questions, nor more for more rows."""

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import SignIn
from hartlijn.consent.register import register
from hartlijn.consent.tests.growth import grow
from hartlijn.consent.tests.oracle import one_of_each, pages
from hartlijn.consent.tests.targets import targets
from hartlijn.consent.tests.world import World, build
from hartlijn.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.once]

MOST = 12
READERS = range(1, 18)
"""Everybody in the world with an account, by place."""
BY_DAY = (1,)
"""A starter. A coordinator's desk and the operator's have tests of their own."""
ONE_EACH = {
    "delivery.CalendarAddress",
    "delivery.MailWay",
    "demo.World",
    "people.DefaultWeek",
    "people.WeeklyPattern",
    "vault.KeyHolder",
    "vault.Turn",
}
"""Of these there is one at most, for the whole, an organisation or a person; turns end within the minute."""


def asked(client: Client, addresses: list[str]) -> dict[str, int]:
    """How many questions each page asks the database."""
    counted = {}
    for address in addresses:
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        counted[address] = len(queries)
    return counted


@pytest.mark.parametrize(
    "reader",
    [pytest.param(one, marks=[] if one in BY_DAY else pytest.mark.nightly) for one in READERS],
)
def test_no_page_asks_more_for_more_rows_nor_more_than_twelve_questions(reader: int) -> None:
    world = build()
    grow(world, range(2))
    name = list(world)[reader]
    client = Client()
    client.force_login(world.people[name])
    found = one_of_each(world, name, pages(register(), targets(world)))
    addresses = [page.address for page in found]
    client.get("/")  # what is remembered between pages is remembered

    few = asked(client, addresses)
    grow(world, range(2, 5))
    many = asked(client, addresses)

    more = {
        address: (few[address], many[address]) for address in few if few[address] < many[address]
    }
    assert not more, f"{name} asks more where there is more: {more}"
    too_many = {address: number for address, number in many.items() if number > MOST}
    assert not too_many, f"{name}: {too_many}"


def rows() -> dict[str, int]:
    """How much there is in each table of ours."""
    ours = [one for one in apps.get_models() if one.__module__.startswith("hartlijn.")]
    return {
        model._meta.label: model._default_manager.count()
        for model in ours
        if model._meta.app_label != "background"
    }


def test_every_table_grows(db: None) -> None:
    world: World = build()
    grow(world, range(2))
    few = rows()
    grow(world, range(2, 5))

    same = {name for name, number in rows().items() if number == few[name]}
    assert same - ONE_EACH == set(), f"Let these grow in tests/growth/: {same - ONE_EACH}"


def test_keeping_the_own_name_takes_at_most_six_statements(as_: SignIn, noor: Person) -> None:
    client = as_(noor)
    client.get("/me/")
    form = {"name": "Noor van der Wit", "language": "nl", "time_zone": "Europe/Amsterdam"}

    with CaptureQueriesContext(connection) as queries:
        assert client.post("/me/", form).status_code == 302

    assert len(queries) <= 6, [query["sql"][:80] for query in queries]
