"""What is about an account is shown on every device of theirs, at any hour, and says nothing."""

from datetime import timedelta

import pytest

from hartlijn.delivery.actions.attempts import STAY, forget_past
from hartlijn.delivery.actions.knocking import warn
from hartlijn.delivery.actions.moving import plan_anew
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.actions.ways import remove_device
from hartlijn.delivery.models import Attempt
from hartlijn.delivery.tests.conftest import wants_letters, wants_signs
from hartlijn.delivery.tests.servers import PushService
from hartlijn.delivery.tests.test_signs import MONDAY, SATURDAY_NIGHT, arrives
from hartlijn.lib import public_post
from hartlijn.people.models import Person
from hartlijn.people.signals import account_warned, ways_changed

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

A_MINUTE = timedelta(minutes=1)
UNTIL = SATURDAY_NIGHT + timedelta(days=3)
State = Attempt.State


def test_at_night_on_each_device_at_once_and_empty(
    noor: Person, sam: Person, pushes: PushService
) -> None:
    for name in ("phone", "tablet"):
        wants_signs(noor, pushes.device(name))
    wants_signs(sam, pushes.device("of-sam"))
    wants_letters(noor)
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)

    assert send_signs(SATURDAY_NIGHT, pushes.rules) == 2
    assert send_signs(SATURDAY_NIGHT + A_MINUTE, pushes.rules) == 0

    assert sorted(pushes.asked) == ["/phone", "/tablet"]
    _path, headers, body = pushes.last
    assert body == b""
    assert "encryption" not in " ".join(headers)
    assert headers["topic"] == "hartlijn"  # as any other: its service cannot tell them apart
    assert headers["urgency"] == "normal"
    assert not Attempt.objects.letters().exists()  # the vault sends its own


def test_whoever_tells_of_it_need_not_know_of_devices(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    account_warned.send(Person, about=noor, until=UNTIL + timedelta(days=3650))

    one = Attempt.objects.get()
    assert (one.is_warning, one.state, one.receiver) == (True, State.PLANNED, noor)


def test_marked_first_and_never_made_again_when_uncertain(
    noor: Person, pushes: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_post.post, "__defaults__", (None, 0.3))
    wants_signs(noor, pushes.device("phone"))
    pushes.says_nothing("phone")
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)

    send_signs(SATURDAY_NIGHT, pushes.rules)
    send_signs(SATURDAY_NIGHT + timedelta(hours=1), pushes.rules)

    assert pushes.asked == ["/phone"]
    assert Attempt.objects.get().state == State.UNCERTAIN


def test_killed_while_it_went_out_it_is_not_made_again(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)
    Attempt.objects.update(state=State.ATTEMPTED, marked_at=SATURDAY_NIGHT)

    send_signs(SATURDAY_NIGHT + timedelta(hours=1), pushes.rules)

    assert pushes.asked == []
    assert Attempt.objects.get().state == State.UNCERTAIN


def test_a_service_that_is_away_is_asked_again_in_the_same_night(
    noor: Person, pushes: PushService
) -> None:
    wants_signs(noor, pushes.device("phone"))
    pushes.says("phone", 503)
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)
    assert send_signs(SATURDAY_NIGHT, pushes.rules) == 0
    plan_anew(noor.pk, SATURDAY_NIGHT)  # other working times do not put it off
    pushes.says("phone", 201)

    assert send_signs(SATURDAY_NIGHT + 5 * A_MINUTE, pushes.rules) == 1
    assert send_signs(UNTIL + A_MINUTE, pushes.rules) == 0


def test_it_takes_the_place_of_no_other_sign(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)
    warn(noor.pk, MONDAY, UNTIL)
    arrives(noor)

    assert send_signs(SATURDAY_NIGHT, pushes.rules) == 1
    assert send_signs(MONDAY, pushes.rules) == 2


def test_a_week_after_it_nothing_is_left(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    warn(noor.pk, SATURDAY_NIGHT, UNTIL)  # and never made
    forget_past(UNTIL + STAY)
    assert Attempt.objects.exists()
    forget_past(UNTIL + STAY + A_MINUTE)

    assert not Attempt.objects.exists()


def test_who_takes_a_device_away_is_told_of_to_the_floors_that_warn(
    noor: Person, sam: Person, pushes: PushService
) -> None:
    heard: list[Person] = []

    def hear(about: Person, **_: object) -> None:
        heard.append(about)

    device = wants_signs(noor, pushes.device("phone"))
    ways_changed.connect(hear)
    try:
        remove_device(device, by=sam)
        assert heard == []
        remove_device(device, by=noor)
        remove_device(device, by=noor)
    finally:
        ways_changed.disconnect(hear)

    assert heard == [noor]
