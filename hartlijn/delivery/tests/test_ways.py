"""The page on which somebody chooses how they hear; it works without mail and without push."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from conftest import SignIn
from hartlijn.delivery.actions import ways
from hartlijn.delivery.models import CalendarAddress, MailWay, PushDevice
from hartlijn.delivery.portable_ways import WAYS
from hartlijn.delivery.tests.conftest import PRIVATE, wants_letters, wants_signs
from hartlijn.people.actions.erasure import erase
from hartlijn.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

PAGE = "/me/ways/"
PHONE = "https://push.voorbeeld.nl/phone"


def test_without_a_choice_nothing_but_hartlijn_itself(as_: SignIn, noor: Person) -> None:
    page = as_(noor).get(PAGE)
    html = page.content.decode()

    assert "tenzij jij het hier kiest" in html
    assert "Nee, geen brief" in html
    assert "trusted-types htmx hartlijn-push" in page.headers["Content-Security-Policy"]
    assert not MailWay.objects.exists()


def test_a_private_address_stands_before_the_one_of_work(as_: SignIn, noor: Person) -> None:
    for email, primary in ((noor.email, True), (PRIVATE, False)):
        EmailAddress.objects.create(user=noor, email=email, verified=True, primary=primary)
    EmailAddress.objects.create(user=noor, email="niet@bewezen.example", verified=False)

    html = as_(noor).get(PAGE).content.decode()

    assert html.index(PRIVATE) < html.index(noor.email)
    assert "niet@bewezen.example" not in html


def test_choose_a_letter_and_choose_it_away(as_: SignIn, noor: Person) -> None:
    address = EmailAddress.objects.create(user=noor, email=PRIVATE, verified=True)

    told = as_(noor).post(f"{PAGE}letters/", {"address": address.pk}, follow=True)
    assert f"Je krijgt voortaan een brief op {PRIVATE}." in told.content.decode()
    assert MailWay.objects.get().address == address

    told = as_(noor).post(f"{PAGE}letters/", {"address": ""}, follow=True)
    assert "Je krijgt geen brief." in told.content.decode()
    assert not MailWay.objects.exists()


@pytest.mark.parametrize("typed", ["999999", "abc", "\x00", "1.5"])
def test_an_address_of_nobody_or_of_another_is_refused(
    as_: SignIn, noor: Person, sam: Person, typed: str
) -> None:
    other = EmailAddress.objects.create(user=sam, email="sam@thuis.example", verified=True)

    for key in (typed, other.pk):
        answer = as_(noor).post(f"{PAGE}letters/", {"address": key})
        assert answer.status_code == 422
        assert "Kies een adres uit de lijst." in answer.content.decode()
    assert not MailWay.objects.exists()


def test_an_address_that_is_removed_gets_no_letters(noor: Person) -> None:
    wants_letters(noor).delete()

    assert not MailWay.objects.exists()


def test_a_device_is_added_renewed_and_removed(as_: SignIn, noor: Person, client: Client) -> None:
    typed = {"endpoint": PHONE, "label": "Mijn telefoon"}
    renewal = as_(noor).post(f"{PAGE}devices/", typed).json()["renewal"]
    assert "Mijn telefoon" in as_(noor).get(PAGE).content.decode()

    moved = {"renewal": renewal, "endpoint": f"{PHONE}-2"}
    assert client.post(f"{PAGE}devices/renew/", moved).status_code == 204
    device = PushDevice.objects.get()
    assert device.endpoint == f"{PHONE}-2"

    assert as_(noor).post(f"{PAGE}devices/{device.pk}/remove/").status_code == 302
    assert not PushDevice.objects.exists()
    assert client.post(f"{PAGE}devices/renew/", moved).status_code == 404


def test_a_device_that_fell_silent_is_told_and_can_be_renewed(as_: SignIn, noor: Person) -> None:
    renewal = ways.add_device(PHONE, "Mijn telefoon", by=noor)
    PushDevice.objects.update(endpoint="")

    assert "Hier komt niets meer aan." in as_(noor).get(PAGE).content.decode()
    assert renewal
    ways.renew_device(renewal, PHONE)
    assert "Hier komt niets meer aan." not in as_(noor).get(PAGE).content.decode()


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://push.voorbeeld.nl/a",
        "https://push.voorbeeld.nl:8443/a",
        "https://iemand@push.voorbeeld.nl/a",
        "file:///etc/passwd",
        "https://push.voorbeeld.nl/a b",
        "https://[::1",
        f"https://push.voorbeeld.nl/{'a' * 1000}",
    ],
)
def test_an_address_we_would_not_go_to_is_refused_with_a_sentence(
    as_: SignIn, noor: Person, endpoint: str
) -> None:
    answer = as_(noor).post(f"{PAGE}devices/", {"endpoint": endpoint, "label": "Telefoon"})

    assert answer.status_code == 422
    assert answer.json()["sentence"]
    assert not PushDevice.objects.exists()
    renewal = ways.add_device(PHONE, "Telefoon", by=noor)
    wrong = {"endpoint": endpoint, "renewal": renewal}
    assert as_(noor).post(f"{PAGE}devices/renew/", wrong).status_code == 422


def test_a_device_without_a_name_is_refused_with_a_sentence(as_: SignIn, noor: Person) -> None:
    answer = as_(noor).post(f"{PAGE}devices/", {"endpoint": PHONE, "label": " "})

    assert answer.json() == {"sentence": "Geef dit apparaat een naam."}


def test_ten_devices_and_no_more(as_: SignIn, noor: Person) -> None:
    for number in range(10):
        wants_signs(noor, f"{PHONE}{number}")

    answer = as_(noor).post(f"{PAGE}devices/", {"endpoint": PHONE, "label": "Telefoon"})

    assert answer.status_code == 422
    assert "Haal er eerst een weg." in answer.json()["sentence"]


def test_a_device_that_somebody_else_uses_now_is_theirs(noor: Person, sam: Person) -> None:
    ways.add_device(PHONE, "Tablet van de groep", by=noor)
    ways.add_device(PHONE, "Tablet van de groep", by=sam)

    assert PushDevice.objects.get().person == sam


def test_the_address_of_a_calendar_is_shown_once(as_: SignIn, noor: Person) -> None:
    shown = as_(noor).post(f"{PAGE}calendar/").content.decode()
    kept = CalendarAddress.objects.get()

    assert ".ics" not in as_(noor).get(PAGE).content.decode()
    token = shown.partition(".ics")[0].rpartition("/calendar/")[2]
    assert len(token) > 40
    assert token not in kept.token_digest


def test_what_is_chosen_goes_along_and_goes_away(as_: SignIn, noor: Person) -> None:
    wants_letters(noor)
    wants_signs(noor, PHONE)
    ways.open_calendar(by=noor)

    rows = list(WAYS[0].rows(noor))
    assert [row[:2] for row in rows] == [
        ("letter", PRIVATE),
        ("sign", "Mijn telefoon push.voorbeeld.nl"),
        ("calendar", ""),
    ]
    erase(noor)
    for table in (MailWay, PushDevice, CalendarAddress):
        assert not table.objects.exists()


def test_an_address_of_before_leads_nowhere(as_: SignIn, client: Client, noor: Person) -> None:
    first = ways.open_calendar(by=noor)
    second = ways.open_calendar(by=noor)

    def found(token: str) -> int:
        return client.get(reverse("today:calendar", args=[token])).status_code

    assert [found(token) for token in (first, second, "x", "\x00é", "a" * 500)] == [
        404, 200, 404, 404, 404,
    ]  # fmt: skip
    as_(noor).post(f"{PAGE}calendar/close/")
    assert found(second) == 404
