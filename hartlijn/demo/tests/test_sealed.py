"""The ten have lines: sealed by a program of its own, kept like any other."""

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from pytest_django import Settings

from hartlijn.consent.models import Grant
from hartlijn.demo.cast import BY_KEY, CAST
from hartlijn.demo.templatetags.demo import demo_words
from hartlijn.demo.world import sealed
from hartlijn.journal.models import Due
from hartlijn.journal.tests.waiting import a_letter
from hartlijn.people.models import Person
from hartlijn.vault.models import (
    Envelope,
    KeyHolder,
    LogLine,
    Recovery,
    TrustedContact,
    WrappedKey,
)
from hartlijn.vault.trust import stopped

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LIST = Path(__file__).resolve().parents[3] / "frontend" / "seal" / "words.json"


@pytest.fixture
def lines(settings: Settings) -> None:
    """The world as `make run` makes it; ten passphrases take seconds."""
    settings.DEMO, settings.HOST = True, "127.0.0.1"
    settings.SITE_URL, settings.BEHIND_PROXY = "http://localhost:8000", False
    call_command("demo", verbosity=0)


@pytest.mark.usefixtures("lines")
@pytest.mark.nightly  # ten times scrypt; every journey begins with it
def test_the_ten_have_keys_and_letters_and_some_are_given_answered_or_come_back() -> None:
    noor, sam = (Person.objects.get(pk=BY_KEY[key].id) for key in ("noor", "sam"))

    assert KeyHolder.objects.published().count() == LogLine.objects.count() == len(CAST)
    ways = Counter(WrappedKey.objects.values_list("way", flat=True))
    assert ways == {"words": len(CAST), "contact": 1}
    trust = TrustedContact.objects.get()
    assert (trust.owner, trust.contact, trust.days) == (noor, sam, 3)
    assert stopped(noor, [trust])[trust.pk] is None
    assert not Recovery.objects.exists()
    written = Counter(Envelope.objects.values_list("author_id", flat=True))
    assert written.pop(noor.pk) == 13 + 2 + 1 + 2 * 2  # wrote, gave, the contents; two messages
    assert written.pop(sam.pk) == 3 + 2 + 1 + 2 * 2  # wrote, answered, the contents; two messages
    assert set(written.values()) == {3 + 1}
    given = Grant.objects.open().filter(owner=noor, reader=sam)
    assert sorted(one.until is None for one in given) == [False, False, False, True]
    assert Grant.objects.open().filter(owner=sam, reader=noor).count() == 1 + 2
    assert Due.objects.visible_to(noor).count() == 2
    days = Envelope.objects.filter(author=noor).values_list("written_on", flat=True)
    assert (max(days) - min(days)).days > 90
    assert demo_words() == sealed.WORDS


def test_what_was_parked_comes_back_on_its_day(noor: Person) -> None:
    parked, moment = a_letter(noor), a_letter(noor)
    rows: list[sealed.Row] = [
        {"id": str(parked.pk), "due": "2026-11-30"},
        {"id": str(moment.pk), "due": None},
        {"id": str(moment.pk)},
    ]

    sealed.let_come_back(rows, noor)

    row = Due.objects.get()
    assert (row.pk, row.owner, row.due_on) == (parked.pk, noor, date(2026, 11, 30))


def test_the_words_are_in_the_list() -> None:
    listed = json.loads(LIST.read_text(encoding="utf-8"))

    assert set(sealed.WORDS.split()) <= set(listed)
    assert len(sealed.WORDS.split()) == 6


def test_words_are_only_shown_where_they_open_something(demo: date, client: Client) -> None:
    page = client.get("/account/login/").content.decode()

    assert demo_words() == ""
    assert sealed.WORDS not in page
