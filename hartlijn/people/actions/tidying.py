"""Forget what signing in leaves behind: where from, with what, and how often tried."""

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone


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
