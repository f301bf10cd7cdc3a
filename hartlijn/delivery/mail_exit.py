"""The only way by which mail leaves. `config` plugs it in behind Django's mail interface.

Who writes a letter says why it may go at any hour. Delivery's own letter needs no reason: it kept
working time, and nobody else makes one.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from hartlijn.delivery.own_letters import OwnLetter
from hartlijn.people.letter_reasons import HEADER, REASONS


class NoReasonError(RuntimeError):
    """Something tried to send a letter past delivery: it would not keep quiet hours."""


class Backend(BaseEmailBackend):
    """Passes letters with a reason on to the real backend, and stops any other."""

    def __init__(self, **options: Any) -> None:
        super().__init__(fail_silently=options.get("fail_silently", False))
        self._carrier = get_connection(settings.DELIVERY_MAIL_CARRIER, **options)

    def open(self) -> bool | None:
        """Reach the mail server."""
        return self._carrier.open()

    def close(self) -> None:
        """Let the mail server go."""
        self._carrier.close()

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send those that say why; raises NoReasonError for one that does not, and sends none."""
        for letter in email_messages:
            if not _may_leave(letter):
                message = f"“{letter.subject}” does not say why it may be sent now"
                raise NoReasonError(message)
        with _without_reasons(email_messages):
            return self._carrier.send_messages(email_messages) or 0


def _may_leave(letter: EmailMessage) -> bool:
    """Whether it may go at any hour, or is the one that delivery sends in working time."""
    return type(letter) is OwnLetter or letter.extra_headers.get(HEADER) in REASONS


@contextmanager
def _without_reasons(letters: Sequence[EmailMessage]) -> Iterator[None]:
    """The reason stays inside; it is there again afterwards, for a letter that is tried once more."""
    reasons = [(letter, letter.extra_headers.pop(HEADER, None)) for letter in letters]
    try:
        yield
    finally:
        for letter, reason in reasons:
            if reason is not None:
                letter.extra_headers[HEADER] = reason
