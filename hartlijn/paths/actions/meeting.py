"""Hold a meeting of three: begin it, write on the screen, and agree."""

from datetime import date, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import YES, Refused, Verdict, no, require
from hartlijn.library.canonical import digest
from hartlijn.paths.actions import notices
from hartlijn.paths.meeting_people import Table
from hartlijn.paths.models import Agreed, Meeting, MeetingYes, Path
from hartlijn.people.actions import reaching
from hartlijn.people.models import Person, Seat

MOST: Final = 12
"""Lines on the screen: with the longest words they still print on one page."""
TOGETHER: Final = timedelta(days=98)
"""After the day: as long as what somebody gave on it can be read."""


def may_write(person: Person, meeting: Meeting) -> Verdict:
    """The screen is held by the starter."""
    if Meeting.objects.of(person).filter(pk=meeting.pk).exists():
        return YES
    return no(_("Alleen de starter schrijft op dit scherm. Zeg het, dan komt het erop."))


@transaction.atomic
def begin(table: Table, teacher: Person, guide: Person, day: date, *, by: Person) -> Meeting:
    """Set a meeting down with who sits at the table."""
    if by.pk != table.school.path.starter_id:
        raise Refused(_("Alleen wie het traject loopt, begint een driehoeksgesprek."))
    if teacher not in table.teachers or guide not in table.guides:
        raise Refused(_("Kies iemand die nu met je meeloopt of je team of klas leidt."))
    path = Path.objects.get(pk=table.school.path_id)
    meeting = Meeting.objects.create(
        path=path, school=table.school, work=table.work, teacher=teacher, guide=guide, day=day
    )
    reaching.seat(meeting.pk, (by, teacher, guide), max(day, civil_day()) + TOGETHER)
    return meeting


@transaction.atomic
def write(meeting: Meeting, whose: str, words: str, by_on: date | None, *, by: Person) -> None:
    """One line more; who had said yes says it again."""
    held = _held(meeting)
    require(may_write(by, held))
    there = held.agreed.count()
    if there >= MOST:
        raise Refused(_("Er staat al veel op dit scherm. Haal eerst iets weg."))
    promised = None if whose == Agreed.Whose.BROUGHT else by_on
    last = held.agreed.last()
    Agreed.objects.create(
        meeting=held,
        whose=whose,
        words=words,
        by_on=promised,
        place=last.place + 1 if last else 0,
    )
    _ask_again(held)


@transaction.atomic
def remove(line: Agreed, *, by: Person) -> None:
    """Take a line off the screen."""
    held = _held(line.meeting)
    require(may_write(by, held))
    Agreed.objects.filter(pk=line.pk).delete()
    _ask_again(held)


@transaction.atomic
def need(meeting: Meeting, words: str, *, by: Person) -> None:
    """What the starter needs of the two others, in one place."""
    held = _held(meeting)
    require(may_write(by, held))
    if held.needs != words:
        held.needs = words
        held.save(update_fields=["needs"])
        _ask_again(held)


@transaction.atomic
def agree(meeting: Meeting, reading: str, *, by: Person) -> None:
    """Say yes to the screen as one read it; when it changed meanwhile, one reads it first."""
    held = _held(meeting)
    if not Meeting.objects.visible_to(by).filter(pk=held.pk).exists():
        raise Refused(_("Alleen wie aan tafel zit, zegt ja."))
    if not held.agreed.exclude(whose=Agreed.Whose.BROUGHT).exists():
        raise Refused(_("Er is nog niets beloofd. Schrijf eerst op wat iemand doet."))
    if reading != as_it_reads(held):
        raise Refused(_("Er is net iets veranderd. Lees het eerst, en zeg dan ja."))
    MeetingYes.objects.get_or_create(meeting=held, person=by)
    notices.let_go(held.pk, of=by)


@transaction.atomic
def drop(meeting: Meeting, *, by: Person) -> None:
    """The starter takes the whole meeting away."""
    held = _held(meeting)
    require(may_write(by, held))
    notices.let_go(held.pk)
    reaching.rise(Seat.objects.filter(table=held.pk), civil_day() + TOGETHER)
    held.delete()


@transaction.atomic
def rise() -> None:
    """Once a day: who sits at no table any more is not within reach for a meeting far ahead."""
    until = civil_day() + TOGETHER
    far = Seat.objects.filter(until__gt=until)
    reaching.rise(far.exclude(table__in=Meeting.objects.values("pk")), until)
    for one in Meeting.objects.filter(pk__in=far.values("table")).select_related(
        "teacher", "guide"
    ):
        for guest in (one.teacher, one.guide):
            if guest and not Meeting.objects.visible_to(guest).filter(pk=one.pk).exists():
                reaching.rise(Seat.objects.filter(table=one.pk, person=guest), until)


def as_it_reads(meeting: Meeting) -> str:
    """A word that is another one as soon as anything on the screen is."""
    lines = [[str(one.pk), one.whose, one.words, str(one.by_on)] for one in meeting.agreed.all()]
    return digest("meeting", str(meeting.pk), {"needs": meeting.needs, "lines": lines})


def _ask_again(meeting: Meeting) -> None:
    MeetingYes.objects.filter(meeting=meeting).delete()


def _held(meeting: Meeting) -> Meeting:
    held: Meeting | None = (
        Meeting.objects.select_for_update(of=("self",)).filter(pk=meeting.pk).first()
    )
    if held is None:
        raise Refused(_("Dit gesprek is weggehaald."))
    return held
