"""How often somebody may do something; holds across processes and keeps no name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Person
from hartlijn.vault.models import Turn
from hartlijn.vault.refusals import TooOften


@dataclass(frozen=True)
class Limit:
    """So many times in each hour or day of the clock."""

    name: str
    most: int
    period: timedelta
    sentence: str | Promise


STORE: Final = Limit(
    "store",
    600,
    timedelta(hours=1),
    _("Je bewaarde dit uur al heel veel. Wacht een uur, dan kan het weer."),
)
WRAPS: Final = Limit(
    "wraps",
    60,
    timedelta(days=1),
    _("Je opende vandaag al zestig keer. Morgen kan het weer."),
)
CHANGE: Final = Limit(
    "change",
    60,
    timedelta(days=1),
    _("Je veranderde vandaag al zestig keer hoe je lijn opengaat. Morgen kan het weer."),
)
ASK: Final = Limit(
    "ask",
    3,
    timedelta(days=1),
    _("Je vroeg het vandaag al drie keer. Morgen kan het weer."),
)
PUBLISH: Final = Limit(
    "publish",
    10,
    timedelta(days=1),
    _("Je veranderde vandaag al tien keer je sleutels. Morgen kan het weer."),
)
EXPORT: Final = Limit(
    "export",
    3,
    timedelta(days=1),
    _("Je nam vandaag al drie keer alles mee. Morgen kan het weer."),
)


def take_a_turn(limit: Limit, *, by: Person) -> None:
    """Use one turn; refuses when there is none left. Costs one statement but for the first."""
    now = timezone.now()
    ends_at = _end(limit, now)
    name = f"{limit.name}:{by.pk}:{ends_at.isoformat()}"
    key = salted_hmac("hartlijn.vault.turn", name, algorithm="sha256").hexdigest()
    if not (_count(limit, key) or _begin(key, ends_at) or _count(limit, key)):
        raise TooOften(limit.sentence)


def _end(limit: Limit, now: datetime) -> datetime:
    """Periods are those of the wall clock, so that "tomorrow" is true."""
    local = timezone.localtime(now, timezone.get_default_timezone())
    start = local.replace(minute=0, second=0, microsecond=0)
    return (start if limit.period < timedelta(days=1) else start.replace(hour=0)) + limit.period


def _count(limit: Limit, key: str) -> bool:
    left = Turn.objects.filter(pk=key, taken__lt=limit.most)
    return bool(left.update(taken=F("taken") + 1))


def _begin(key: str, ends_at: datetime) -> bool:
    """False when the count is full, or somebody began it this instant."""
    try:
        with transaction.atomic():
            Turn.objects.create(pk=key, ends_at=ends_at)
    except IntegrityError:
        return False
    return True


def forget_turns() -> None:
    """Remove counts whose time is over."""
    Turn.objects.filter(ends_at__lt=timezone.now()).delete()
