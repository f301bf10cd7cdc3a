"""Name the usual week and the clock of an organisation, for people who have not said their own."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import may_manage
from hartlijn.people.actions.working_times import one_at_a_time
from hartlijn.people.bounded_week import is_too_long_a_week, too_long_days
from hartlijn.people.known_times import Hours
from hartlijn.people.models import DefaultHours, DefaultWeek, Organisation, Person

Days = Mapping[int, tuple[Hours, ...]]
TOO_MUCH: Final = _("Een gewone week heeft hoogstens 12 uur op een dag en 60 uur samen.")


@transaction.atomic
def set_default_times(organisation: Organisation, days: Days, zone: str, *, by: Person) -> None:
    """Say the week by weekday (0 is Monday; without any hours: no fixed times), and the clock.

    Nothing of anybody's own changes. Tell those it concerns afterwards (``tell``).
    """
    require(may_manage(by, organisation))
    if too_long_days(days) or is_too_long_a_week(days):
        raise Refused(TOO_MUCH)  # the form says on which day
    _keep_zone(organisation, zone)
    week, _made = DefaultWeek.objects.get_or_create(organisation=organisation)
    week.hours.all().delete()
    DefaultHours.objects.bulk_create(
        DefaultHours(week=week, weekday=weekday, start=start, end=end)
        for weekday, hours in days.items()
        for start, end in dict.fromkeys(hours)
    )


@transaction.atomic
def forget_default_week(organisation: Organisation, *, by: Person) -> None:
    """Name no week any more: for whom has none of their own, that of the installation counts."""
    require(may_manage(by, organisation))
    DefaultWeek.objects.filter(organisation=organisation).delete()


def tell(people: Iterable[UUID]) -> None:
    """Tell the floors above of each of these that they can be reached otherwise now."""
    for pk in people:
        with transaction.atomic():
            person = Person.objects.filter(pk=pk).first()
            if person is not None:
                one_at_a_time(person)
                signals.times_changed.send(Person, about=person)


def _keep_zone(organisation: Organisation, zone: str) -> None:
    held = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    held.time_zone = organisation.time_zone = zone
    held.save(update_fields=["time_zone"])
