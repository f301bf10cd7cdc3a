"""Letters that a demonstration does not send can be read in it."""

from datetime import date
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from hartlijn.demo.models import World
from hartlijn.demo.post import letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def mailbox(settings: Settings, tmp_path: Path) -> Path:
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return tmp_path / "mail"


def send(*subjects: str, body: str = "Hallo") -> None:
    connection = get_connection("django.core.mail.backends.filebased.EmailBackend")
    connection.send_messages(
        [EmailMessage(subject, body, to=["noor@post.example"]) for subject in subjects]
    )


def test_without_letters_the_page_says_how_to_get_one(
    demo: date, mailbox: Path, client: Client
) -> None:
    assert "Nog niets" in client.get(reverse("demo:post")).content.decode()


def test_the_link_in_an_invitation_can_be_followed(
    demo: date, mailbox: Path, client: Client
) -> None:
    send("Er ligt een uitnodiging", body="Hé Zoë,\n\nhttp://localhost:8000/invitations/abc_-x/\n")

    page = client.get(reverse("demo:post")).content.decode()

    assert 'href="http://localhost:8000/invitations/abc_-x/"' in page
    assert "Hé Zoë" in page
    assert "noor@post.example" in page


def test_beside_real_people_no_letter_is_shown(demo: date, mailbox: Path, client: Client) -> None:
    send("Er ligt een uitnodiging")
    World.objects.all().delete()

    assert client.get(reverse("demo:post")).status_code == 404


def test_the_newest_letter_comes_first(mailbox: Path) -> None:
    send("eerste", "tweede")

    assert [letter.subject for letter in letters(mailbox)] == ["tweede", "eerste"]


def test_no_more_than_fifty_are_shown(mailbox: Path) -> None:
    send(*(f"brief {number}" for number in range(60)))

    found = letters(mailbox)

    assert len(found) == 50
    assert found[0].subject == "brief 59"


def test_a_letter_cannot_bring_a_script(demo: date, mailbox: Path, client: Client) -> None:
    send("<b>hoi</b>", body="<script>alert(1)</script>")

    page = client.get(reverse("demo:post")).content.decode()

    assert "<script>alert" not in page
    assert "<b>hoi" not in page
