"""Send the letters whose stretch it is. One connection for each look; when it fails, all wait."""

from contextlib import suppress
from datetime import datetime, timedelta
from smtplib import (
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)
from typing import Final
from uuid import UUID

from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from hartlijn.delivery.actions import attempts
from hartlijn.delivery.models import Attempt
from hartlijn.delivery.own_letters import letter_for
from hartlijn.people.mail_server import NO_MAIL_SERVER

PORTION: Final = 50
"""Over one connection; mail servers end a connection that goes on and on."""
FOR_GOOD: Final = 500
State = Attempt.State


def send_letters(at: datetime) -> int:
    """Everything by mail that is due at ``at`` (aware); how many letters went out."""
    attempts.begin(at)
    clock, sent = attempts.clock_from(at), 0
    until = at + timedelta(seconds=attempts.SECONDS)
    while clock() < until and (due := _due(clock())):
        took = _over_one_connection(due, clock)
        if took is None:
            break
        sent += took
    return sent


def _due(at: datetime) -> list[UUID]:
    due = Attempt.objects.due(at).letters().order_by("opens_at", "pk")
    return list(due.values_list("pk", flat=True)[:PORTION])


def _over_one_connection(due: list[UUID], clock: attempts.Clock) -> int | None:
    """How many went out; None when the server is away, and the rest waits."""
    server = mail.get_connection()
    try:
        server.open()
    except NO_MAIL_SERVER:
        attempts.put_off(due, clock())
        return None
    sent = 0
    try:
        for number, pk in enumerate(due):
            if not attempts.mark(pk, clock()):
                continue
            state = _hand_over(pk, server, clock)
            if state is State.UNCERTAIN:
                attempts.put_off(due[number + 1 :], clock())
                return None
            sent += state is State.SENT
    finally:
        with suppress(*NO_MAIL_SERVER):
            server.close()
    return sent


def _hand_over(pk: UUID, server: BaseEmailBackend, clock: attempts.Clock) -> State:
    """Send one that was marked, and say how it ended."""
    letter = letter_for(Attempt.objects.select_related("receiver").get(pk=pk))
    if letter is None:
        attempts.drop(pk)
        return State.REFUSED
    try:
        taken = server.send_messages([letter])
    except (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError) as error:
        return _refused(pk, _code(error), clock())  # an answer: nothing was taken
    except NO_MAIL_SERVER:
        attempts.conclude(pk, State.UNCERTAIN)
        return State.UNCERTAIN
    if not taken:
        attempts.put_back(pk, clock())
        return State.PLANNED
    attempts.conclude(pk, State.SENT)
    return State.SENT


def _refused(pk: UUID, code: int, at: datetime) -> State:
    if code < FOR_GOOD:
        attempts.put_back(pk, at)
        return State.PLANNED
    attempts.conclude(pk, State.REFUSED)
    return State.REFUSED


def _code(error: SMTPResponseException | SMTPRecipientsRefused) -> int:
    if isinstance(error, SMTPRecipientsRefused):
        return max(code for code, _words in error.recipients.values())
    return error.smtp_code
