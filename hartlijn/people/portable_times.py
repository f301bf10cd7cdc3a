"""What people take along of their working times."""

from collections.abc import Iterable
from typing import Final

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, choice, clock, day, text, truth
from hartlijn.people.models import (
    DutyShift,
    HolidayChoice,
    LeavePeriod,
    Person,
    Roster,
    RosterShift,
    SkippedWeek,
    ToldDay,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)

Rows = Iterable[tuple[Value, ...]]
WEEKDAYS: Final = (
    _("maandag"),
    _("dinsdag"),
    _("woensdag"),
    _("donderdag"),
    _("vrijdag"),
    _("zaterdag"),
    _("zondag"),
)
FROM, UNTIL = clock("start", _("Van")), clock("end", _("Tot"))


def _usual(person: Person) -> Rows:
    return UsualShift.objects.filter(person=person).order_by("start", "kind").values_list(
        "kind", "start", "end"
    )  # fmt: skip


def _week(person: Person) -> Rows:
    """A week without hours is a row without a day: it says that there are no fixed times."""
    if not WeeklyPattern.objects.filter(person=person).exists():
        return ()
    hours = WeeklyHours.objects.filter(pattern__person=person)
    found = hours.order_by("weekday", "start", "end").values_list("weekday", "start", "end")
    return [(str(weekday), start, end) for weekday, start, end in found] or [("", None, None)]


def _days(person: Person) -> Rows:
    """A told day without hours is a free day."""
    found = ToldDay.objects.filter(person=person).order_by("day", "shifts__start", "shifts__end")
    return found.values_list("day", "source", "shifts__start", "shifts__end")


def _rosters(person: Person) -> Rows:
    """A roster that covers several stretches of days has a row for each."""
    found = Roster.objects.filter(person=person).order_by("name", "spans__first", "spans__last")
    return found.values_list("name", "spans__first", "spans__last", "address")


def _roster_shifts(person: Person) -> Rows:
    found = RosterShift.objects.filter(roster__person=person)
    ordered = found.order_by("starts_on", "starts_at", "ends_on", "ends_at", "roster__name")
    return ordered.values_list(F("roster__name"), "starts_on", "starts_at", "ends_on", "ends_at")


def _duties(person: Person) -> Rows:
    found = DutyShift.objects.filter(person=person)
    ordered = found.order_by("starts_on", "starts_at", "line__name", "pk")
    return ordered.values_list("line__name", "starts_on", "starts_at", "ends_on", "ends_at")


def _leave(person: Person) -> Rows:
    found = LeavePeriod.objects.filter(person=person).order_by("first", "last")
    return found.values_list("first", "last")


def _holidays(person: Person) -> Rows:
    found = HolidayChoice.objects.filter(person=person).order_by("day")
    return found.values_list("day", "works")


def _skipped(person: Person) -> Rows:
    found = SkippedWeek.objects.filter(person=person).order_by("monday")
    return found.values_list("monday")


TIMES: Final[tuple[Part[Person], ...]] = (
    Part(
        "usual_shifts",
        _("Je diensten"),
        _("Hoe laat je vroege dienst, late dienst of nacht begint en eindigt."),
        (choice("kind", _("Dienst"), UsualShift.Kind.choices), FROM, UNTIL),
        _usual,
    ),
    Part(
        "week",
        _("Je gewone week"),
        _("Je vaste werktijden. Zonder dag: je hebt geen vaste tijden."),
        (
            choice(
                "weekday", _("Dag"), [("", "–"), *((str(n), d) for n, d in enumerate(WEEKDAYS))]
            ),
            FROM,
            UNTIL,
        ),
        _week,
    ),
    Part(
        "days",
        _("Dagen die je zelf vertelde"),
        _("Een dag zonder tijden is een vrije dag."),
        (day("day", _("Dag")), choice("source", _("Hoe"), ToldDay.Source.choices), FROM, UNTIL),
        _days,
    ),
    Part(
        "rosters",
        _("Je roosters"),
        _("De roosters die je uit een bestand haalde, of van een adres."),
        (
            text("name", _("Rooster")),
            day("first", _("Eerste dag")),
            day("last", _("Laatste dag")),
            text("address", _("Adres")),
        ),
        _rosters,
    ),
    Part(
        "roster_shifts",
        _("Diensten in je roosters"),
        _("Alleen de tijden; wat er verder in het bestand stond, bewaren we niet."),
        (
            text("roster", _("Rooster")),
            day("starts_on", _("Begint op")),
            clock("starts_at", _("Van")),
            day("ends_on", _("Eindigt op")),
            clock("ends_at", _("Tot")),
        ),
        _roster_shifts,
    ),
    Part(
        "duties",
        _("Je diensten op een dienstlijn"),
        _("Wanneer je bereikbaar was voor wat niet kan wachten, op de klok van je organisatie."),
        (
            text("line", _("Dienstlijn")),
            day("starts_on", _("Begint op")),
            clock("starts_at", _("Van")),
            day("ends_on", _("Eindigt op")),
            clock("ends_at", _("Tot")),
        ),
        _duties,
    ),
    Part(
        "leave",
        _("Je verlof"),
        _("Van wanneer tot en met wanneer; nooit waarom."),
        (day("first", _("Eerste dag")), day("last", _("Laatste dag"))),
        _leave,
    ),
    Part(
        "holidays",
        _("Je feestdagen"),
        _("Feestdagen waarop je werkt, of andere dagen waarop je vrij bent."),
        (day("day", _("Dag")), truth("works", _("Je werkt dan"))),
        _holidays,
    ),
    Part(
        "skipped_weeks",
        _("Overgeslagen weken"),
        _("Weken waarover je niets wilde zeggen."),
        (day("monday", _("Week van maandag")),),
        _skipped,
    ),
)
