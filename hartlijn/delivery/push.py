"""One sign to one device, by its push service (RFC 8030). It is empty: there is nothing to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import Enum, auto
from http import HTTPStatus
from typing import Final

from hartlijn.delivery.vapid import authorization
from hartlijn.lib.public_fetch import FetchError, Rules
from hartlijn.lib.public_post import NoAnswerError, post

LONGEST_WAIT: Final = timedelta(days=1)
NOT_NOW: Final = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS})
NO_MORE: Final = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
NOTHING_THERE: Final = frozenset({"address", "inside"})


class Ending(Enum):
    """How an attempt ended."""

    GOOD = auto()
    GONE = auto()
    LATER = auto()
    REFUSED = auto()
    UNSURE = auto()


@dataclass(frozen=True)
class Answer:
    """What a push service said; ``wait`` is how long it asked us to stay away."""

    ending: Ending
    wait: timedelta | None = None


def sign(endpoint: str, at: datetime, until: datetime, rules: Rules | None = None) -> Answer:
    """Ask for a sign on a device. A device that is off until then gets none: it would be too late.

    Both instants are aware.
    """
    headers = {
        "Authorization": authorization(endpoint, at),
        "TTL": str(max(0, int((until - at).total_seconds()))),
        "Topic": "hartlijn",  # the next takes the place of one that still waits
        "Urgency": "normal",
        "Content-Length": "0",
    }
    try:
        status, said = post(endpoint, headers, rules)
    except FetchError as error:
        return Answer(Ending.REFUSED if error.why in NOTHING_THERE else Ending.LATER)
    except NoAnswerError:
        return Answer(Ending.UNSURE)
    return answer(status, said, at)


def answer(status: int, headers: Mapping[str, str], at: datetime) -> Answer:
    """What an answer means."""
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Answer(Ending.GOOD)
    if status in NO_MORE:
        return Answer(Ending.GONE)
    if status in NOT_NOW or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Answer(Ending.LATER, _wait(headers, at))
    return Answer(Ending.REFUSED)


def _wait(headers: Mapping[str, str], at: datetime) -> timedelta | None:
    """What Retry-After says, in seconds or as a moment; at most a day."""
    said = {name.lower(): value for name, value in headers.items()}.get("retry-after", "").strip()
    if said.isdecimal():
        return min(timedelta(seconds=int(said[:9])), LONGEST_WAIT)
    try:
        then = parsedate_to_datetime(said)
        return min(max(then - at, timedelta(0)), LONGEST_WAIT)
    except (TypeError, ValueError):
        return None
