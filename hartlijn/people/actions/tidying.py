"""Forget what has had its use: traces of signing in, old letters, and times long past."""

from datetime import timedelta
from typing import Final

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import DutyShift, Invitation, Seat
from hartlijn.people.models.working_times import (
    HolidayChoice,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
)

LETTERS_STAY: Final = timedelta(days=30)
"""After an invitation was used or withdrawn, or has expired. Until then it can be sent again."""
TIMES_STAY: Final = timedelta(days=366)
"""After the day itself. Nothing looks further back."""


def forget_ended_sessions() -> int:
    """Remove sessions whose time is over, with the device and address noted beside them."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    ended = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
    count, _tables = ended.delete()
    return int(count)


def forget_old_tries() -> int:
    """Remove counts of tries that no longer count; they hold network addresses."""
    table = connection.ops.quote_name(str(settings.CACHES["default"]["LOCATION"]))
    now = connection.ops.adapt_datetimefield_value(timezone.now().replace(microsecond=0))
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE expires < %s", [now])  # noqa: S608
        return int(cursor.rowcount)


def forget_old_invitations() -> int:
    """Remove invitations a month after they stopped working, with name and address."""
    before = timezone.now() - LETTERS_STAY
    ended = Q(used_at__lt=before) | Q(withdrawn_at__lt=before) | Q(expires_at__lt=before)
    count, _tables = Invitation.objects.filter(ended).delete()
    return int(count)


def forget_past_times() -> None:
    """Remove shifts, duties, leave and other days a year after they passed; the usual week stays."""
    before = civil_day() - TIMES_STAY
    ToldDay.objects.filter(day__lt=before).delete()
    LeavePeriod.objects.filter(last__lt=before).delete()
    HolidayChoice.objects.filter(day__lt=before).delete()
    SkippedWeek.objects.filter(monday__lt=before).delete()
    RosterShift.objects.filter(ends_on__lt=before).delete()
    RosterSpan.objects.filter(last__lt=before).delete()
    DutyShift.objects.filter(ends_on__lt=before).delete()
    Roster.objects.filter(spans=None, shifts=None).delete()


def forget_past_seats() -> None:
    """Who sat at a table of which the day is over; nothing is given there any more."""
    Seat.objects.filter(until__lte=civil_day()).delete()
