"""What had its use goes: what never gathered enough, who is no starter here, and old signals."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction

from hartlijn.signalling.actions.gathering import forget_who_is_no_starter
from hartlijn.signalling.models import TO_ANSWER, Signal

STAYS: Final = timedelta(days=2 * 365)
"""After it left."""


@transaction.atomic
def tidy(today: date) -> None:
    """Once a day; the pages say beforehand what goes when."""
    waiting = Signal.objects.filter(left_on=None)
    # `gathers_until` in SQL: fourteen days before the day of the answer.
    waiting.filter(answer_by__lt=today + TO_ANSWER).delete()
    for one in Signal.objects.gathering():
        forget_who_is_no_starter(one)
    old = Signal.objects.left().filter(left_on__lt=today - STAYS)
    old.delete()
    Signal.objects.filter(key_until__lt=today).update(key_digest="", key_until=None)
    unanswered = Signal.objects.left().filter(answered_on=None, answer_by__lt=today - STAYS / 2)
    unanswered.update(to_address="")
