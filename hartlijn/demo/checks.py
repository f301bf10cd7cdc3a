"""A demonstration stays on this machine: everybody may be anybody in it."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

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
    return ""


@register
def demonstration_stays_here(**_: Any) -> list[CheckMessage]:
    """Part of ``hartlijn check``, and of the start of ``hartlijn serve``."""
    reason = refusal() if settings.DEMO else ""
    return [Error(reason, id="demo.E001")] if reason else []
