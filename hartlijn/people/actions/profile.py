"""What somebody says about themselves."""

from collections.abc import Collection

from django.db import transaction

from hartlijn.people import signals
from hartlijn.people.actions.working_times import one_at_a_time
from hartlijn.people.models import Person


@transaction.atomic
def keep_profile(person: Person, changed: Collection[str]) -> None:
    """Keep these fields; in another time zone one is reached at other instants."""
    one_at_a_time(person)
    person.save(update_fields=changed)
    if "time_zone" in changed:
        signals.times_changed.send(Person, about=person)
