"""A demonstration stays on this machine: everybody may be anybody in it."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.db import OperationalError, connection

from hartlijn.demo.models import World
from hartlijn.people.models import Person

LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}


def refusal() -> str:
    """Why a demonstration does not run with these settings; empty when it may."""
    if settings.HOST not in LOOPBACK:
        return (
            f'A demonstration stays on this machine, and HOST is "{settings.HOST}". '
            "Write HOST=127.0.0.1, or HARTLIJN_DEMO=no."
        )
    if urlsplit(settings.SITE_URL).hostname not in LOOPBACK:
        return (
            f'A demonstration stays on this machine, and HARTLIJN_URL is "{settings.SITE_URL}". '
            "Leave HARTLIJN_URL out, or write HARTLIJN_DEMO=no."
        )
    if settings.BEHIND_PROXY:
        return (
            "A demonstration stays on this machine, and HARTLIJN_BEHIND_PROXY is yes. "
            "Write HARTLIJN_BEHIND_PROXY=no, or HARTLIJN_DEMO=no."
        )
    return _about_real_people()


def everybody_is_invented() -> bool:
    """Whether this is a demonstration, and its world is what fills the database."""
    return bool(settings.DEMO) and World.objects.exists()


def _about_real_people() -> str:
    """Asked before the tables are made or brought up to date, so they may not be there yet."""
    try:
        tables = set(connection.introspection.table_names())
    except OperationalError:
        return ""  # another check says that the database does not answer
    if Person._meta.db_table not in tables or not Person.objects.exists():
        return ""
    if World._meta.db_table in tables and World.objects.exists():
        return ""
    return (
        "There are people in this database, and a demonstration could hurt them. "
        "Write HARTLIJN_DEMO=no, or HARTLIJN_DATA=… or DATABASE_URL=… with an empty one."
    )


@register
def demonstration_stays_here(**_: Any) -> list[CheckMessage]:
    """Part of ``hartlijn check``, and of the start of ``hartlijn serve``."""
    reason = refusal() if settings.DEMO else ""
    return [Error(reason, id="demo.E001")] if reason else []
