"""Workers are killed while letters and signs go out: none is ever sent twice.

A push service and a mail server on this machine count. The clocks of the workers differ: one is set
back an hour, another stood still for six.
"""

import os
import random
import time
from collections import Counter

import pytest
from django.db import connections
from pytest_django import Settings

from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.models import Attempt
from hartlijn.delivery.tests.conftest import over_smtp, wants_letters, wants_signs
from hartlijn.delivery.tests.servers import MailServer, PushService, mail_server, push_service
from hartlijn.delivery.tests.test_kills import SATURDAY_NIGHT, kill, shared  # noqa: F401
from hartlijn.people.tests.factories import a_person
from hartlijn.people.tests.times_told import local

EACH = 3  # people before each kill
CLOCKS = [local(f"2026-11-23T{hour}") for hour in ("10:00", "09:00", "16:00")]
LAST = [local(f"2026-11-23T16:{minute}") for minute in range(30, 60)]
A_MOMENT = 0.001  # seconds


def a_worker(dice: random.Random, pushes: PushService) -> int:
    """A process of its own that sends what is due by its own clock, until it is killed; its id."""
    at = dice.choice(CLOCKS)
    connections.close_all()
    parent = os.getpid()
    if pid := os.fork():
        return pid
    try:
        while os.getppid() == parent:
            release(at)
            send_letters(at)
            send_signs(at, pushes.rules)
            time.sleep(A_MOMENT)
    finally:
        os._exit(1)


def send_under_fire(post: MailServer, pushes: PushService, *, kills: int, seed: int) -> None:
    """Two workers; one after the other is killed at a random instant."""
    dice = random.Random(seed)
    post.pause = 0.003
    names = []
    workers = [a_worker(dice, pushes), a_worker(dice, pushes)]
    try:
        for number in range(kills):
            for one in range(EACH):
                name = f"p{number}x{one}"
                person = a_person(name)
                wants_letters(person, f"{name}@thuis.example")
                wants_signs(person, pushes.device(name))
                plan(person.pk, [person], at=SATURDAY_NIGHT)
                names.append(name)
            time.sleep(dice.uniform(0, 0.08))  # the random instant is what we try out
            kill(workers.pop(0))
            workers.append(a_worker(dice, pushes))
    finally:
        for worker in workers:
            kill(worker)
    for at in LAST:
        release(at)
        send_letters(at)
        send_signs(at, pushes.rules)
    _each_went_once_or_is_uncertain(post, pushes, names)


def _each_went_once_or_is_uncertain(
    post: MailServer, pushes: PushService, names: list[str]
) -> None:
    letters = Counter(to for receivers, _letter in post.letters for to in receivers)
    signs = Counter(pushes.asked)
    state = Attempt.State
    tried = list(Attempt.objects.select_related("receiver", "device"))
    assert len(tried) == 2 * len(names)  # one letter and one sign for everybody
    for one in tried:
        name = one.receiver.name
        came = signs[f"/{name}"] if one.device else letters[f"{name}@thuis.example"]
        if one.state == state.SENT:
            assert came == 1
        else:
            assert one.state in {state.ATTEMPTED, state.UNCERTAIN}
            assert came <= 1
    # A kill costs what was under way, and no more: most went out.
    assert sum(one.state == state.SENT for one in tried) > len(names)


def told_by_servers(settings: Settings, *, kills: int, seed: int) -> None:
    with mail_server() as post, push_service() as pushes:
        over_smtp(settings, post.port)
        send_under_fire(post, pushes, kills=kills, seed=seed)


@pytest.mark.usefixtures("shared")
def test_killed_thirty_times_no_letter_and_no_sign_goes_twice(settings: Settings) -> None:
    told_by_servers(settings, kills=30, seed=1)


@pytest.mark.nightly
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("seed", range(10))
def test_killed_a_thousand_times_no_letter_and_no_sign_goes_twice(
    settings: Settings, seed: int
) -> None:
    told_by_servers(settings, kills=100, seed=seed)
