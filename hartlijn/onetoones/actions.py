"""Keep, move and stop a rhythm. Nothing of past talks is kept: no day, no count, no skipping."""

from datetime import date, timedelta

from django.db import transaction

from hartlijn.lib.verdict import require
from hartlijn.onetoones.access import may_keep_a_rhythm
from hartlijn.onetoones.models import Rhythm
from hartlijn.onetoones.nearby import near
from hartlijn.people.models import Person

A_WEEK = timedelta(weeks=1)


@transaction.atomic
def keep(person: Person, *, weeks: int, next_on: date, by: Person) -> Rhythm:
    """Have a short talk with somebody every so many weeks; a second time changes the first."""
    require(may_keep_a_rhythm(by, person))
    said = {"weeks": weeks, "next_on": next_on}
    row, _new = Rhythm.objects.update_or_create(owner=by, person=person, defaults=said)
    return row


@transaction.atomic
def held(rhythm: Rhythm, *, on: date) -> None:
    """The talk was there: the next one is a rhythm away. Pressed twice on a day is once."""
    locked = Rhythm.objects.select_for_update(of=("self",)).get(pk=rhythm.pk)
    Rhythm.objects.filter(pk=locked.pk).update(next_on=on + locked.weeks * A_WEEK)


@transaction.atomic
def put_off(rhythm: Rhythm, *, on: date) -> None:
    """Not this week: a week after the day it stood on, or after today when that passed."""
    locked = Rhythm.objects.select_for_update(of=("self",)).get(pk=rhythm.pk)
    Rhythm.objects.filter(pk=locked.pk).update(next_on=max(on, locked.next_on) + A_WEEK)


def stop(rhythm: Rhythm) -> None:
    """No rhythm with this person any more."""
    rhythm.delete()


def forget_loose_rhythms() -> None:
    """Remove rhythms with people whom somebody no longer leads or walks along with."""
    owners = Person.objects.filter(pk__in=Rhythm.objects.values("owner"))
    for owner in owners.iterator():
        Rhythm.objects.filter(owner=owner).exclude(person__in=near(owner)).delete()
