"""One link in two browsers at once: one place, the other reads a sentence."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.dialogues.models import Dialogue, Invited, Seat
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models.invitation import digest
from hartlijn.people.tests.test_invitations import at_the_same_time

# On SQLite in memory writers share one connection, so there is no "at once" to test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.once]


def test_a_link_opens_one_place(hall: Dialogue) -> None:
    hall.open_until = civil_day() + timedelta(days=9)
    hall.save()
    Invited.objects.create(dialogue=hall, email="noor@voorbeeld.nl", token_digest=digest("sleutel"))
    there, codes = reverse("dialogues:invited", args=["sleutel"]), list[int]()

    def come() -> None:
        codes.append(Client().post(there, {"perspective": "starter"}).status_code)

    at_the_same_time(come, come)

    assert sorted(codes) == [302, 410]
    assert Seat.objects.count() == 1
