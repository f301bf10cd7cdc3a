"""What a path asks this week stands on Vandaag: by name to its starter, of nobody to others."""

from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.models import Delivery
from hartlijn.paths.actions import templates
from hartlijn.paths.actions.notices import tell_what_waits
from hartlijn.paths.actions.reminders import remind_ahead
from hartlijn.paths.tests.conftest import Work, work
from hartlijn.paths.tests.factories import a_body, a_step, begun

__all__ = ["work"]
pytestmark = pytest.mark.django_db
SignIn = Callable[..., Client]


@pytest.fixture(autouse=True)
def first_day() -> Iterator[None]:
    """Tuesday, when Noor begins."""
    with time_machine.travel("2026-12-01T10:00:00+01:00", tick=False):
        yield


def vandaag(client: Client) -> str:
    answer = client.get("/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_starter_reads_which_steps_and_others_that_something_is_asked(
    as_: SignIn, work: Work
) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)

    own = vandaag(as_(work.noor))
    assert "Deze week op je traject: welcome, en meer." in own
    for other in (work.sam, work.fatima):
        shown = vandaag(as_(other))
        matter = shown.split('id="matters"')[1].split("</section>")[0]
        assert "Deze week vraagt een traject iets van je." in matter
        assert "Noor" not in matter
    assert "vraagt een traject" not in vandaag(as_(work.ines))


def test_a_reminder_of_a_path_is_no_letter(as_: SignIn, work: Work) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)
    remind_ahead()
    release(timezone.now())

    shown = vandaag(as_(work.sam))

    assert Delivery.objects.visible_to(work.sam).exists()
    assert "Er staat iets voor je klaar" not in shown


def test_it_costs_who_is_asked_no_question_more(
    as_: SignIn, work: Work, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = as_(work.fatima)
    vandaag(client)
    with django_assert_max_num_queries(12) as before:
        vandaag(client)
    begun(work.template, work.noor, work.ines, unit=work.team)

    with django_assert_max_num_queries(len(before)):
        vandaag(client)


def test_what_waits_for_an_answer_is_said_once_and_of_nobody(as_: SignIn, work: Work) -> None:
    begun(work.template, work.noor, work.ines, unit=work.team)
    templates.change(work.template, a_body(steps=[a_step("talk")]), by=work.ines)
    templates.publish(work.template, by=work.ines)
    templates.offer(work.template, by=work.ines)
    tell_what_waits()
    release(timezone.now())

    shown = vandaag(as_(work.noor))

    assert "Er is een nieuwere versie van je traject. Jij kiest." in shown
    assert "Er staat iets voor je klaar" not in shown
    assert "nieuwere versie" not in vandaag(as_(work.sam))
    assert "nieuwere versie" not in vandaag(as_(work.ines))
