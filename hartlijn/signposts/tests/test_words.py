"""The signposts and leaflets that come with Hartlijn, and those somebody writes."""

import re
from datetime import date
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from django.conf import settings as installed
from django.utils import timezone
from pytest_django import Settings

from hartlijn.library import shelf
from hartlijn.library.tests.conftest import Write, own, shipped
from hartlijn.signposts.definitions import Signpost
from hartlijn.signposts.models import OwnSignpost
from hartlijn.signposts.phone import dialled, is_phone

__all__ = ["own", "shipped"]  # fixtures of the library

GOOD = """
urgency = "later"
for_whom = "employee"
order = 5
title.nl = "De pastor"
title.en = "The chaplain"
what_for.nl = "Als je wilt praten."
what_for.en = "When you want to talk."
reachable.nl = "Op dinsdag"
reachable.en = "On Tuesdays"
checked = "2026-11-27"
source = "Ines"
licence = "CC-BY-4.0"
phones = ["0118 123 456"]
"""


def too_old(today: date) -> list[str]:
    """The shipped signposts that nobody looked up for a year."""
    found = shelf.every("signpost")
    return [one.key for one in found if (today - one.content.checked_on).days > 365]


@pytest.fixture
def only_shipped(settings: Settings, tmp_path: Path) -> None:
    settings.CONTENT = [installed.CONTENT[0], tmp_path]


@pytest.mark.usefixtures("only_shipped")
def test_every_signpost_was_looked_up_in_the_past_year() -> None:
    old = too_old(timezone.localdate())

    assert not old, f"Look these up again and change `checked` in content/signposts/: {old}"


@pytest.mark.usefixtures("only_shipped")
def test_after_a_year_the_maintainer_hears_of_it() -> None:
    assert set(too_old(date(2027, 11, 28))) == {one.key for one in shelf.every("signpost")}
    assert too_old(date(2027, 11, 27)) == []


@pytest.mark.usefixtures("only_shipped")
def test_nothing_was_checked_in_the_future() -> None:
    assert all(one.content.checked_on <= timezone.localdate() for one in shelf.every("signpost"))


@pytest.mark.usefixtures("only_shipped")
def test_whom_to_call_now_are_112_and_113() -> None:
    now = [one.content for one in shelf.every("signpost") if one.content.urgency == "now"]

    assert [one.phones for one in now] == [("112",), ("113", "0800-0113")]
    assert now[1].site == "https://www.113.nl"
    assert {one.for_whom for one in now} == {"everyone"}


@pytest.mark.usefixtures("only_shipped")
def test_each_that_an_organisation_can_fill_in_is_there_once() -> None:
    own = [one.content.own for one in shelf.every("signpost") if one.content.own]

    assert sorted(own) == sorted(OwnSignpost.Kind.values)
    words = get_args(get_args(get_type_hints(Signpost)["own"])[0])
    assert set(words) == set(OwnSignpost.Kind.values)


@pytest.mark.usefixtures("only_shipped")
def test_the_leaflet_names_its_sources_no_illness_and_asks_for_no_story() -> None:
    leaflet = shelf.get("leaflet", "after-an-event")
    said = str({name: one for name, one in leaflet.body.items() if name != "source"})

    assert "Impact/ARQ" in leaflet.content.source
    assert "Nog niet nagekeken door een bedrijfsarts" in leaflet.content.source
    assert not re.search(r"ptss|ptsd|stoornis|disorder|diagnos|depress|trauma", said, re.IGNORECASE)
    assert "113" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"0118 123 456"', '"bel maar"', "“bel maar” is geen telefoonnummer."),
        ('"0118 123 456"', '"11"', "“11” is geen telefoonnummer."),
        ('"2026-11-27"', '"gisteren"', "Schrijf de dag als"),
        ('"2026-11-27"', '"2026-02-30"', "Schrijf de dag als"),
        ('"later"', '"soon"', "now, later"),
        ('"employee"', '"boss"', "everyone, employee, student"),
        ("order = 5", "order = 0", "van 1 tot en met 1000"),
        ("order = 5", 'order = 5\nsite = "javascript:alert(1)"', "https://"),
        ("order = 5", 'order = 5\nsite = "https://x.nl/?q=1"', "https://"),
        ("order = 5", 'order = 5\nown = "priest"', "occupational_physician"),
    ],
)
def test_a_broken_signpost_is_refused(own: Write, old: str, new: str, said: str) -> None:
    text = GOOD.replace(old, new)
    own("signposts/chaplain.toml", text)

    (found,) = shelf.refusals()

    assert said in str(found)
    assert found.line == text[: text.index(new.rsplit("\n", 1)[-1])].count("\n") + 1


def test_an_installation_has_signposts_of_its_own(own: Write) -> None:
    own("signposts/chaplain.toml", GOOD)

    assert shelf.get("signpost", "chaplain").content.phones == ("0118 123 456",)


def test_a_heading_without_anything_under_it_is_refused(own: Write) -> None:
    own(
        "leaflets/x.toml",
        'title.nl = "A"\ntitle.en = "A"\nabout.nl = "A"\nabout.en = "A"\nsource = "x"\n'
        'licence = "x"\n[[sections]]\nname.nl = "Leeg"\nname.en = "Empty"\n',
    )

    (found,) = shelf.refusals()

    assert "een “text”, of “points”" in str(found)
    assert found.line == 7


@pytest.mark.parametrize(
    ("shown", "number"),
    [("112", "112"), ("0800-0113", "08000113"), ("+31 (0)118 12", "+3111812"), ("(0118) 1", "")],
)
def test_a_number_is_dialled_without_what_makes_it_readable(shown: str, number: str) -> None:
    assert is_phone(shown) == bool(number)
    assert not number or dialled(shown) == number
