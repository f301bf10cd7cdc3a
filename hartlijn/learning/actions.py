"""Say for oneself what one did; plan the learning line of a cohort; have it in a calendar."""

import secrets
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef

from hartlijn.learning.access import may_plan
from hartlijn.learning.models import OwnWord, PlanAddress, Planned, units_of
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.people.models import Membership, Person, Unit
from hartlijn.people.models.invitation import digest


@transaction.atomic
def say(assignment: str, words: Iterable[str], *, by: Person) -> None:
    """These words hold of an assignment, and no others. Nobody hears of it."""
    own, wanted = OwnWord.objects.visible_to(by).filter(assignment=assignment), set(words)
    own.exclude(word__in=wanted).delete()
    OwnWord.objects.bulk_create(
        [OwnWord(person=by, assignment=assignment, word=word) for word in sorted(wanted)],
        ignore_conflicts=True,  # said already, or pressed twice
    )


@transaction.atomic
def plan(unit: Unit, assignment: str, *, on: date, by: Person) -> None:
    """Put an assignment on a day; one that is planned already moves."""
    require(may_plan(by, unit))
    Planned.objects.update_or_create(unit=unit, assignment=assignment, defaults={"on_day": on})


@transaction.atomic
def take_off(planned: Planned, *, by: Person) -> None:
    """Not planned any more."""
    require(may_plan(by, planned.unit))
    planned.delete()


@transaction.atomic
def open_address(unit: Unit, *, by: Person) -> str:
    """A new secret address for this plan, shown once; the one of before stops working."""
    token = secrets.token_urlsafe(32)
    PlanAddress.objects.update_or_create(
        person=by, unit=unit, defaults={"token_digest": digest(token), "made_on": civil_day()}
    )
    return token


def close_address(unit: Unit, *, by: Person) -> None:
    """The address stops working."""
    PlanAddress.objects.visible_to(by).filter(unit=unit).delete()


def address_of(token: str) -> PlanAddress | None:
    """What an address stands for, as long as its owner is in that cohort."""
    found = PlanAddress.objects.filter(token_digest=digest(token), person__is_active=True)
    address = found.select_related("person", "unit").first()
    if address is None or not units_of(address.person).filter(pk=address.unit_id).exists():
        return None
    return address


def forget_who_left() -> int:
    """Remove addresses of who is no longer in the cohort: they would open nothing."""
    there = Membership.objects.active().filter(unit=OuterRef("unit"), person=OuterRef("person"))
    count, _tables = PlanAddress.objects.filter(~Exists(there)).delete()
    return int(count)
