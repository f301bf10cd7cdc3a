"""The protected hours on somebody's own path: what was promised, and where they fall."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from hartlijn.paths.days.protected import Block, Hours, blocks
from hartlijn.paths.models import Change, Side, Term
from hartlijn.people.known_times import known_times
from hartlijn.people.models import Person

KINDS: Final = ("onboarding_time", "reflection_time")
AHEAD: Final = timedelta(weeks=12)


def protected_time(person: Person, today: date) -> list[Block]:
    """From the day ``today`` on for twelve weeks, within the own working times."""
    until = today + AHEAD
    promised = list(_promised(person, today, until))
    if not promised:
        return []
    first = today - timedelta(days=today.weekday())
    times = known_times(person, first, days=(until - first).days).rule
    return list(blocks(promised, times, today, until))


def _promised(person: Person, today: date, until: date) -> Iterator[Hours]:
    """Month by month; what both agreed anew holds from its month on."""
    terms = Term.objects.filter(
        promise__side__path__starter=person,
        promise__side__in=Side.objects.running(),
        promise__measure="hours_a_week",
        promise__kind__in=KINDS,
        ends_on__gte=today - timedelta(days=today.weekday()),
        starts_on__lt=until,
    ).select_related("promise")
    found = list(terms)
    agreed = Change.objects.agreed().filter(promise__in={one.promise_id for one in found})
    changes = list(agreed.order_by("from_on", "agreed_on", "pk")) if found else []
    for term in found:
        amount = term.promise.amount or 0
        for change in changes:
            if change.promise_id == term.promise_id and change.from_on <= term.starts_on:
                amount = change.amount or 0
        yield Hours(term.starts_on, term.ends_on, amount)
