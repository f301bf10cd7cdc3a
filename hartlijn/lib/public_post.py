"""Knock at a public https address that a stranger chose: a request without a body.

The same rules as for fetching: no address inside the network, and the connection goes to the very
address that was looked up. No redirect is followed, nothing of an answer is read but its head.
"""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPException
from time import monotonic
from typing import Final

from hartlijn.lib.public_fetch import FetchError, Line, Rules, parts_of, reachable

SECONDS: Final = 10.0


class NoAnswerError(Exception):
    """It was asked and did not answer: nobody knows whether it was heard."""


def post(
    url: str, headers: Mapping[str, str], rules: Rules | None = None, seconds: float = SECONDS
) -> tuple[int, Mapping[str, str]]:
    """The status and headers of the answer.

    Raises FetchError when nothing was handed over, NoAnswerError when something may have been.
    """
    rules = rules or Rules()
    host, path = parts_of(url, rules)
    line = Line(host, reachable(host, rules), rules, monotonic() + seconds)
    # However slowly an answer drips in, after so many seconds the connection ends.
    timer = threading.Timer(seconds, _end, [line])
    timer.daemon = True
    timer.start()
    try:
        try:
            line.connect()
        except (OSError, HTTPException) as error:
            raise FetchError("silent") from error
        try:
            line.request("POST", path, headers={"User-Agent": "Hartlijn", **headers})
            answer = line.getresponse()
            answer.close()
        except (OSError, HTTPException) as error:
            raise NoAnswerError from error
        return answer.status, dict(answer.headers.items())
    finally:
        timer.cancel()
        line.close()


def _end(line: Line) -> None:
    found = line.sock
    if found is not None:
        with suppress(OSError):
            found.shutdown(socket.SHUT_RDWR)
