"""In a demonstration one can be anybody; nowhere else, and from nowhere else."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.checks import run_checks
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import Settings

from hartlijn.consent.access import lacks_second_factor
from hartlijn.demo.cast import CAST
from hartlijn.demo.middleware import only_here
from hartlijn.demo.models import World
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db


def who(client: Client) -> str:
    return str(client.session.get("_auth_user_id", ""))


def test_one_can_be_each_of_the_ten_one_after_the_other(demo: date, client: Client) -> None:
    for one in CAST:
        response = client.post(reverse("demo:sign_in"), {"person": one.key})
        assert response["Location"] == reverse("today:today")
        assert who(client) == str(one.id)


def test_a_session_of_the_demonstration_is_in_the_list_of_sessions(
    demo: date, client: Client
) -> None:
    client.post(reverse("demo:sign_in"), {"person": "noor"})

    assert UserSession.objects.filter(user=CAST[0].id).count() == 1


@pytest.mark.parametrize("key", ["", "niemand", "\x00", "🙂" * 300, "../noor"])
def test_nobody_else_comes_in(demo: date, client: Client, key: str) -> None:
    response = client.post(reverse("demo:sign_in"), {"person": key}, follow=True)

    assert who(client) == ""
    assert "Kies iemand uit de lijst" in response.content.decode()


def test_who_left_is_no_longer_offered(demo: date, client: Client) -> None:
    Person.objects.filter(pk=CAST[0].id).delete()

    client.post(reverse("demo:sign_in"), {"person": "noor"})

    assert who(client) == ""
    assert "Noor de Wit" not in pick()
    assert "Sam Jansen" in pick()


def pick() -> str:
    return render_to_string("demo/pick.html", request=RequestFactory().get("/"))


def test_the_sign_in_page_offers_the_ten(demo: date) -> None:
    shown = pick()

    assert all(part.name in shown and str(part.sentence) in shown for part in CAST)


def test_outside_a_demonstration_nobody_is_offered_and_the_door_is_shut(
    demo: date, client: Client, settings: Settings
) -> None:
    settings.DEMO = False

    with pytest.raises(Exception, match="demo"):
        reverse("demo:sign_in", urlconf="config.urls")
    assert client.post("/demo/sign-in/", {"person": "noor"}).status_code == 404
    assert client.get("/demo/post/").status_code == 404
    assert who(client) == ""


def test_without_the_mark_of_the_world_the_door_is_shut(demo: date, client: Client) -> None:
    World.objects.all().delete()

    assert client.post(reverse("demo:sign_in"), {"person": "noor"}).status_code == 404


def test_nobody_comes_in_by_a_link(demo: date, client: Client) -> None:
    assert client.get(reverse("demo:sign_in"), {"person": "noor"}).status_code == 405


def answer(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse("open")


@pytest.mark.parametrize(
    ("meta", "status"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "::1"}, 200),
        ({"REMOTE_ADDR": "::ffff:127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "192.168.1.20"}, 403),
        ({"REMOTE_ADDR": "::ffff:192.168.1.20"}, 403),
        ({"REMOTE_ADDR": "2001:db8::1"}, 403),
        ({"REMOTE_ADDR": ""}, 403),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "10.0.0.8"}, 403),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=10.0.0.8"}, 403),
    ],
)
def test_a_demonstration_answers_this_machine_only(
    settings: Settings, meta: dict[str, str], status: int
) -> None:
    settings.DEMO = True

    request = RequestFactory().get("/")
    request.META.update(meta)

    response = only_here(answer)(request)

    assert response.status_code == status


def test_a_real_hartlijn_does_not_carry_the_guard_of_the_demonstration(
    settings: Settings,
) -> None:
    settings.DEMO = False

    with pytest.raises(MiddlewareNotUsed):
        only_here(answer)


def test_the_settings_of_a_demonstration_are_checked(settings: Settings) -> None:
    settings.DEMO, settings.HOST = True, "0.0.0.0"
    assert [found.id for found in run_checks() if found.id == "demo.E001"]

    settings.DEMO = False
    assert not [found.id for found in run_checks() if found.id == "demo.E001"]


def test_a_demonstration_does_not_open_among_real_people(settings: Settings, noor: Person) -> None:
    settings.DEMO = True
    assert [found.id for found in run_checks() if found.id == "demo.E001"]

    World.objects.create(pk=1, seed=1, made_on="2026-01-01")
    assert not [found.id for found in run_checks() if found.id == "demo.E001"]


def test_an_operator_needs_a_second_factor_unless_everybody_is_invented(
    settings: Settings, otto: Person
) -> None:
    Authenticator.objects.filter(user=otto).delete()
    settings.DEMO = True
    assert lacks_second_factor(otto)

    World.objects.create(pk=1, seed=1, made_on="2026-01-01")
    assert not lacks_second_factor(otto)

    settings.DEMO = False
    assert lacks_second_factor(otto)
