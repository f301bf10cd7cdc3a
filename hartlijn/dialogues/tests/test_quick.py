"""No page of a dialogue asks more of the database for more people, findings or words."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conftest import SignIn
from hartlijn.consent.tests.growth.dialogues import dialogues as grow
from hartlijn.consent.tests.world import build
from hartlijn.consent.tests.world.dialogues import ROSA
from hartlijn.dialogues.models import Dialogue, Seat
from hartlijn.people.models.invitation import digest

pytestmark = pytest.mark.django_db
MOST = 12
OF_WHO_LEADS = [
    "dialogue",
    "about",
    "findings",
    "people",
    "screen",
    "screen_now",
    "themes",
    "changes",
    "paper",
    "report",
]


def asked(client: Client, address: str) -> int:
    """How many questions a page asks."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200, address
    return len(queries)


def test_pages_of_who_leads_ask_the_same_for_more(as_: SignIn) -> None:
    world = build()
    dialogue, led = world.things["dialoog"], as_(world.people[ROSA])
    addresses = [reverse("dialogues:dialogues")] + [
        reverse(f"dialogues:{name}", args=[dialogue.pk]) for name in OF_WHO_LEADS
    ]
    list(grow(world, 1))
    led.get("/")
    few = {one: asked(led, one) for one in addresses}
    for number in range(2, 6):
        list(grow(world, number))

    many = {one: asked(led, one) for one in addresses}

    assert {one: (few[one], many[one]) for one in addresses if many[one] > few[one]} == {}
    assert {one: number for one, number in many.items() if number > MOST} == {}


def test_the_phone_asks_little_however_much_there_is(
    hall: Dialogue, enter: object, client: Client
) -> None:
    assert callable(enter)
    phone = enter("student")
    hall.put.create(order=3, text="Nog een.")
    for number in range(4, 12):
        hall.put.create(order=number, text=f"Nog {number}.")
        Seat.objects.create(
            dialogue=hall, key_digest=digest(str(number)), perspective="starter"
        ).contributions.create(dialogue=hall, number=number, kind="missing", text="Mist")

    many = {place: asked(phone, f"/room/now/?part={place}") for place in range(1, 6)}

    assert max(many.values()) <= 5
