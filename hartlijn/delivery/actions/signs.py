"""Send the signs whose stretch it is: a few at a time, so that a slow service holds up few."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Final

from hartlijn.delivery.actions import attempts
from hartlijn.delivery.models import Attempt
from hartlijn.delivery.push import Answer, Ending, sign
from hartlijn.lib.public_fetch import Rules

AT_A_TIME: Final = 8
State = Attempt.State


def send_signs(at: datetime, rules: Rules | None = None) -> int:
    """Every sign that is due at ``at`` (aware); how many were taken. Tests bring their own rules."""
    attempts.begin(at)
    clock, taken = attempts.clock_from(at), 0
    until = at + timedelta(seconds=attempts.SECONDS)
    while clock() < until and (mine := list(_marked(clock))):
        # Only the talking happens in threads; the database is ours alone.
        with ThreadPoolExecutor(AT_A_TIME) as pool:
            asked = [
                (one, pool.submit(sign, one.device.endpoint, clock(), one.closes_at, rules))
                for one in mine
                if one.device and one.closes_at
            ]
            for one, answer in asked:
                taken += _conclude(one, answer.result(), clock())
    return taken


def _marked(clock: attempts.Clock) -> Iterator[Attempt]:
    due = Attempt.objects.due(clock()).signs().select_related("device")
    wanted = due.exclude(device__endpoint="").filter(receiver__is_active=True)
    for one in wanted.order_by("opens_at", "pk")[:AT_A_TIME]:
        if attempts.mark(one.pk, clock()):
            yield one


def _conclude(one: Attempt, answer: Answer, at: datetime) -> bool:
    """Write how it ended, with the attempt and with the device."""
    device = one.device_id
    assert device is not None  # noqa: S101 - tells the type checker
    if answer.ending is Ending.GOOD:
        attempts.conclude(one.pk, State.SENT)
        attempts.good(device, at)
    elif answer.ending is Ending.LATER:
        attempts.put_back(one.pk, at, answer.wait)
        attempts.failed(device, at)
    elif answer.ending is Ending.UNSURE:
        attempts.conclude(one.pk, State.UNCERTAIN)
        attempts.failed(device, at)
    else:
        attempts.conclude(one.pk, State.REFUSED)
        if answer.ending is Ending.GONE:
            attempts.gone(device)
        else:
            attempts.failed(device, at, is_refused=True)
    return answer.ending is Ending.GOOD
