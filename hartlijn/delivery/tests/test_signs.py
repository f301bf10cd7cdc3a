"""An empty sign to a device: what a push service can answer, and what its owner reads."""

import base64
import json
from datetime import date, timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.models import Attempt, PushDevice
from hartlijn.delivery.push import Ending, answer, sign
from hartlijn.delivery.queue import tried
from hartlijn.delivery.tests.conftest import wants_signs
from hartlijn.delivery.tests.servers import PushService
from hartlijn.delivery.vapid import public_key
from hartlijn.lib import public_post
from hartlijn.lib.public_fetch import Rules
from hartlijn.people.models import Person
from hartlijn.people.tests.times_told import local

SATURDAY_NIGHT = local("2026-11-21T23:40")
MONDAY = local("2026-11-23T08:30")
CLOSES = local("2026-11-23T17:00")
TUESDAY = local("2026-11-24T08:30")
AN_HOUR = timedelta(hours=1)
State = Attempt.State


def arrives(*people: Person) -> None:
    plan(uuid4(), people, at=SATURDAY_NIGHT)
    release(MONDAY)


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_an_empty_sign_once_and_it_is_no_use_after_work(noor: Person, pushes: PushService) -> None:
    device = wants_signs(noor, pushes.device("phone"))
    arrives(noor)
    arrives(noor)

    assert send_signs(SATURDAY_NIGHT, pushes.rules) == 0
    assert send_signs(MONDAY, pushes.rules) == 1
    assert send_signs(MONDAY + AN_HOUR, pushes.rules) == 0

    path, headers, body = pushes.last
    assert (pushes.asked, path, body) == (["/phone"], "/phone", b"")
    # Undelivered when work ends, it goes no more: a phone that is switched on at night stays calm.
    assert 0 < int(headers["ttl"]) <= (CLOSES - MONDAY).total_seconds()
    device.refresh_from_db()
    assert device.last_good_on == date(2026, 11, 23)


def test_the_signature_is_for_that_service_and_by_the_key_the_page_shows(
    noor: Person, pushes: PushService
) -> None:
    sign(pushes.device("phone"), MONDAY, CLOSES, pushes.rules)

    said = pushes.last[1]["authorization"]
    token, key = said.removeprefix("vapid t=").split(", k=")
    signed, _, signature = token.rpartition(".")
    claims = json.loads(bytes_of(signed.split(".")[1]))
    assert claims["aud"] == pushes.site
    assert MONDAY.timestamp() < claims["exp"] <= MONDAY.timestamp() + 24 * 3600
    assert key == public_key()
    raw = bytes_of(signature)
    der = utils.encode_dss_signature(int.from_bytes(raw[:32]), int.from_bytes(raw[32:]))
    point = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(key))
    point.verify(der, signed.encode(), ec.ECDSA(hashes.SHA256()))


@pytest.mark.parametrize("status", [404, 410])
def test_a_device_that_is_gone_gets_none_and_its_owner_reads_so(
    noor: Person, pushes: PushService, status: int
) -> None:
    device = wants_signs(noor, pushes.device("phone"))
    pushes.says("phone", status)
    arrives(noor)

    assert send_signs(MONDAY, pushes.rules) == 0
    device.refresh_from_db()
    assert (device.is_gone, device.is_silent(MONDAY.date())) == (True, True)
    arrives(noor)
    assert send_signs(MONDAY + AN_HOUR, pushes.rules) == 0
    assert pushes.asked == ["/phone"]


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [(429, {"Retry-After": "7200"}, 7200), (500, {}, 60), (503, {"Retry-After": "soon"}, 60)],
)
def test_a_service_that_is_busy_is_asked_again_later(
    noor: Person, pushes: PushService, status: int, headers: dict[str, str], pause: int
) -> None:
    wants_signs(noor, pushes.device("phone"))
    pushes.says("phone", status, **headers)
    arrives(noor)

    assert send_signs(MONDAY, pushes.rules) == 0
    again = Attempt.objects.get().again_at
    assert again is not None
    assert pause <= (again - MONDAY).total_seconds() < pause + 30
    pushes.says("phone", 201)
    assert send_signs(MONDAY + timedelta(seconds=pause - 30), pushes.rules) == 0
    assert send_signs(MONDAY + timedelta(seconds=pause + 30), pushes.rules) == 1


def test_busy_until_the_end_of_work_it_is_asked_the_next_day(
    noor: Person, pushes: PushService
) -> None:
    wants_signs(noor, pushes.device("phone"))
    pushes.says("phone", 500)
    arrives(noor)
    send_signs(CLOSES - timedelta(minutes=2), pushes.rules)
    pushes.says("phone", 200)

    assert send_signs(CLOSES + AN_HOUR, pushes.rules) == 0
    assert send_signs(TUESDAY, pushes.rules) == 1


def test_one_that_never_answers_is_uncertain_and_holds_up_no_other(
    noor: Person, sam: Person, pushes: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_post.post, "__defaults__", (None, 0.3))
    device = wants_signs(noor, pushes.device("phone"))
    wants_signs(sam, pushes.device("tablet"))
    pushes.says_nothing("phone")
    arrives(noor, sam)

    assert send_signs(MONDAY, pushes.rules) == 1
    assert send_signs(MONDAY + AN_HOUR, pushes.rules) == 0

    assert sorted(pushes.asked) == ["/phone", "/tablet"]
    assert tried(MONDAY, by_mail=False).uncertain == 1
    device.refresh_from_db()
    assert not device.is_silent(MONDAY.date())
    assert device.is_silent(MONDAY.date() + timedelta(days=15))


def test_one_that_refuses_is_told_to_its_owner(noor: Person, pushes: PushService) -> None:
    device = wants_signs(noor, pushes.device("phone"))
    pushes.says("phone", 403)
    arrives(noor)
    send_signs(MONDAY, pushes.rules)

    device.refresh_from_db()
    assert device.is_silent(MONDAY.date())
    assert Attempt.objects.get().state == State.REFUSED


def test_a_service_inside_the_network_is_never_asked(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    arrives(noor)

    send_signs(MONDAY, Rules(port=pushes.rules.port, trust=pushes.rules.trust))

    assert pushes.asked == []
    assert Attempt.objects.get().state == State.REFUSED


def test_a_service_that_is_away_is_asked_again(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, f"https://localhost:{pushes.rules.port}/phone")
    arrives(noor)
    closed = Rules(pushes.rules.may_reach, pushes.rules.port)  # its certificate is not trusted

    send_signs(MONDAY, closed)

    assert Attempt.objects.get().state == State.PLANNED
    assert tried(MONDAY + AN_HOUR, by_mail=False).away is not None
    assert send_signs(MONDAY + AN_HOUR, pushes.rules) == 1


def test_more_devices_than_are_asked_at_a_time(noor: Person, pushes: PushService) -> None:
    for number in range(20):
        wants_signs(noor, pushes.device(f"phone{number}"))
    arrives(noor)

    assert send_signs(MONDAY, pushes.rules) == 20
    assert len(set(pushes.asked)) == 20


def test_a_device_removed_meanwhile_gets_none(noor: Person, pushes: PushService) -> None:
    wants_signs(noor, pushes.device("phone"))
    arrives(noor)
    PushDevice.objects.all().delete()

    assert send_signs(MONDAY, pushes.rules) == 0
    assert not Attempt.objects.exists()


def test_a_moment_to_come_back_is_kept_up_to_a_day() -> None:
    def wait(said: str) -> timedelta | None:
        return answer(503, {"retry-after": said}, MONDAY).wait

    assert wait("Mon, 23 Nov 2026 08:30:00 GMT") == AN_HOUR
    assert wait("Mon, 23 Nov 2026 05:30:00 GMT") == timedelta(0)
    assert wait("99999999999") == timedelta(days=1)
    assert answer(302, {}, MONDAY).ending is Ending.REFUSED
