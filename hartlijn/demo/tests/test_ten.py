"""Each of the ten comes in and finds a Vandaag of their own, in Dutch and in English."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from hartlijn.demo.cast import CAST

pytestmark = pytest.mark.django_db

SAYS = {
    "noor": ("gevraagd op", "asked on"),
    "mila": ("Noor de Wit vraagt of je wilt meelopen", "Noor de Wit asks whether"),
    "sam": ("als werkbegeleider sinds", "as work mentor since"),
    "marijke": ("als supervisor sinds", "as supervisor since"),
    "fatima": ("Wie er nu zijn", "Who is here now"),
    "joost": ("Eigen adres toevoegen", "Add my own address"),
    "lotte": ("1 student", "1 student"),
    "ines": ("1 starter", "1 starter"),
    "rosa": ("Wat starters houdt", "What keeps starters"),
    "otto": ("Alle taken zijn gelukt", "All tasks succeeded"),
}


def words(client: Client) -> str:
    """What stands on the page between the navigation and the foot."""
    page = client.get(reverse("today:today")).content.decode()
    found = re.search(r"<main.*</main>", page, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found.group()).split())


def test_each_of_the_ten_finds_the_own_today_in_dutch_and_in_english(
    demo: date, client: Client
) -> None:
    assert set(SAYS) == {part.key for part in CAST}
    dutch: dict[str, str] = {}
    english: dict[str, str] = {}
    for part in CAST:
        client.post(reverse("demo:sign_in"), {"person": part.key})
        for language, pages in (("nl", dutch), ("en", english)):
            client.post(reverse("people:language"), {"language": language})
            pages[part.key] = words(client)

    for part in CAST:
        assert part.name.split()[0] in dutch[part.key]
        in_dutch, in_english = SAYS[part.key]
        assert in_dutch in dutch[part.key]
        assert in_english in english[part.key]
        assert dutch[part.key] != english[part.key]
    assert len(set(dutch.values())) == len(CAST)


def test_every_page_says_demo(demo: date, client: Client) -> None:
    client.post(reverse("demo:sign_in"), {"person": "noor"})

    for route in ("today:today", "line:data", "people:times", "demo:post"):
        page = client.get(reverse(route)).content.decode()
        assert re.search(r"<title>[^<]*DEMO", page), f"{route} does not say DEMO in its title"
        assert "<strong>DEMO</strong>" in page
