"""Forget that something arrived, a month later."""

from datetime import timedelta
from typing import Final

from hartlijn.delivery.models import Delivery
from hartlijn.lib.civil_day import civil_day

ARRIVED_STAYS: Final = timedelta(days=30)
"""So long a message that is planned twice still arrives once."""


def forget_arrived() -> int:
    """Remove what arrived longer ago; what was delivered stays where it is."""
    old = Delivery.objects.filter(arrived_on__lt=civil_day() - ARRIVED_STAYS)
    count, _tables = old.delete()
    return int(count)
