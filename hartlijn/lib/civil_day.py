"""The day of the installation, for everything that begins or ends by day."""

from datetime import date

from django.utils import timezone


def civil_day() -> date:
    """Today here, whatever time zone the reader chose: a right ends for everybody at once."""
    return timezone.localdate(timezone=timezone.get_default_timezone())
