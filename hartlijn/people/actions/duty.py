"""Declare lines that are answered at any hour, and say who does when.

Whoever a change concerns is told so to the floors above in the same transaction: they can be
reached otherwise, for what cannot wait.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import Refused, require
from hartlijn.people import signals
from hartlijn.people.access import may_keep_duty, may_leave_duty, runs_desk
from hartlijn.people.models import DutyLine, DutyShift, Membership, Person, Role, Unit
from hartlijn.people.reachable import Duty

LINE_TAKEN: Final = _("Deze groep heeft al een lijn met deze naam. Kies een andere naam.")
NOT_OF_UNIT: Final = _("Deze persoon hoort niet meer bij dit team. Kies iemand anders.")
TAKEN: Final = _(
    "Er heeft dan al iemand dienst. Kies een andere tijd, of haal die dienst eerst weg."
)
GONE: Final = _("Deze lijn is er niet meer.")
MOST_SHIFTS: Final = 1_000
FULL: Final = _("Dit rooster is vol. Haal eerst diensten weg die niet meer nodig zijn.")


class TakenError(Refused):
    """Somebody has the line then; ``duty`` is the one that does not fit."""

    def __init__(self, duty: Duty) -> None:
        super().__init__(TAKEN)
        self.duty = duty


@transaction.atomic
def add_line(unit: Unit, name: str, phone: str, *, several: bool, by: Person) -> DutyLine:
    """Declare a line of a unit."""
    require(may_keep_duty(by, unit))
    try:
        with transaction.atomic():
            return DutyLine.objects.create(unit=unit, name=name, phone=phone, several=several)
    except IntegrityError as error:
        raise Refused(LINE_TAKEN) from error


@transaction.atomic
def change_line(line: DutyLine, name: str, phone: str, *, several: bool, by: Person) -> None:
    """Give a line another name or number. Duties that are there stay."""
    require(may_keep_duty(by, line.unit))
    line.name, line.phone, line.several = name, phone, several
    try:
        with transaction.atomic():
            line.save(update_fields=["name", "phone", "several"])
    except IntegrityError as error:
        raise Refused(LINE_TAKEN) from error


@transaction.atomic
def remove_line(line: DutyLine, *, by: Person) -> None:
    """Remove a line with its roster; nobody is reachable over it any more."""
    require(may_keep_duty(by, line.unit))
    there = DutyShift.objects.filter(line=line)
    ahead = there.not_over(timezone.localdate(timezone=line.zone))
    concerned = list(Person.objects.filter(pk__in=ahead.values("person")))
    with _told(set(there.values_list("person", flat=True))):
        DutyLine.objects.filter(pk=line.pk).delete()
    _say(signals.duty_ended, line, concerned, by)


@transaction.atomic
def put_on_duty(line: DutyLine, person: Person, duties: Iterable[Duty], *, by: Person) -> None:
    """Give somebody of the unit these duties, beside those that are there."""
    require(may_keep_duty(by, line.unit))
    _fill(_held(line), person, duties, by)
    _say(signals.duty_given, line, [person], by)


@transaction.atomic
def replace_duties(line: DutyLine, person: Person, duties: Iterable[Duty], *, by: Person) -> None:
    """Give somebody these duties instead of those ahead; when one does not fit, all stays."""
    require(may_keep_duty(by, line.unit))
    line = _held(line)
    today = timezone.localdate(timezone=line.zone)
    DutyShift.objects.filter(line=line, person=person, starts_on__gte=today).delete()
    ahead = [duty for duty in duties if duty.start.date() >= today]
    _fill(line, person, ahead, by)
    _say(signals.duty_changed, line, [person], by)


@transaction.atomic
def take_off_duty(shift: DutyShift, *, by: Person) -> None:
    """Take a duty out of the roster: whoever makes it does, and whoever it is about."""
    require(may_leave_duty(by, shift))
    with _told({shift.person_id}):
        gone, _tables = DutyShift.objects.filter(pk=shift.pk).delete()
    if gone:
        _say(signals.duty_ended, shift.line, [shift.person], by)


def _held(line: DutyLine) -> DutyLine:
    """As it is now; two who fill its roster at once wait for each other."""
    found = DutyLine.objects.select_for_update(of=("self",), no_key=True).filter(pk=line.pk)
    now = found.select_related("unit__organisation").first()
    if now is None:
        raise Refused(GONE)
    return now


def _fill(line: DutyLine, person: Person, duties: Iterable[Duty], by: Person) -> None:
    if not Membership.objects.active().filter(person=person, unit=line.unit).exists():
        raise Refused(NOT_OF_UNIT)
    there = [(one.person_id, one.duty) for one in DutyShift.objects.filter(line=line)]
    fresh = sorted(set(duties))
    if len(there) + len(fresh) > MOST_SHIFTS:
        raise Refused(FULL)
    for duty in fresh:
        for whose, other in there:
            if duty.overlaps(other) and (whose == person.pk or not line.several):
                raise TakenError(duty)
        there.append((person.pk, duty))
    with _told({person.pk}):
        DutyShift.objects.bulk_create(_row(line, person, duty, by) for duty in fresh)


def _row(line: DutyLine, person: Person, duty: Duty, by: Person) -> DutyShift:
    return DutyShift(
        line=line,
        person=person,
        put_by=by,
        starts_on=duty.start.date(),
        starts_at=duty.start.time(),
        ends_on=duty.end.date(),
        ends_at=duty.end.time(),
    )


def _say(did: Signal, line: DutyLine, abouts: list[Person], by: Person) -> None:
    """Tell what was done with people's duties, by whom, and as what: leader or coordinator."""
    place = line.unit.organisation
    role = Role.COORDINATOR if runs_desk(by, place) else Role.TEAM_LEADER
    did.send(DutyLine, abouts=abouts, by=by, organisation=place, role=role)


@contextmanager
def _told(people: set[UUID]) -> Iterator[None]:
    """Hold these people still, and tell afterwards that they can be reached otherwise."""
    still = Person.objects.filter(pk__in=people).order_by("pk")
    held = list(still.select_for_update(no_key=True))
    yield
    for person in held:
        signals.times_changed.send(Person, about=person)
