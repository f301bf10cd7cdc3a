"""What people take along of their path: dates, steps, promises, and what was said of them."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, choice, day, text, whole
from hartlijn.paths.models import (
    Anchor,
    Change,
    Evaluation,
    Notice,
    Promise,
    Reminder,
    Side,
    Step,
    Tick,
)
from hartlijn.paths.portable_shared import SHARED
from hartlijn.paths.telling.waiting import words_of
from hartlijn.paths.words import name_in, promises_of, steps_of
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]
BY_SIDE: Final = ("side__begun_on", "side", "place", "pk")


def _sides(person: Person) -> Rows:
    own = Side.objects.filter(path__starter=person).select_related("organisation", "unit")
    for one in own:
        unit = one.unit.name if one.unit else ""
        yield (one.organisation.name, unit, one.begun_on, one.ended_on)


def _dates(person: Person) -> Rows:
    own = Anchor.objects.filter(side__path__starter=person).order_by("day", "name", "pk")
    return own.values_list("side__organisation__name", "name", "day")


def _steps(person: Person) -> Rows:
    own = Step.objects.filter(side__path__starter=person).order_by(*BY_SIDE)
    for one in own.select_related("side__version", "side__organisation"):
        name = name_in(steps_of(one.side.version), one.key)
        yield (one.side.organisation.name, name, one.due_on, one.done_on)


def _promises(person: Person) -> Rows:
    own = Promise.objects.filter(side__path__starter=person).order_by(*BY_SIDE)
    for one in own.select_related("side__version", "side__organisation"):
        yield (one.side.organisation.name, _promised(one), one.amount)


def _ticks(person: Person) -> Rows:
    own = Tick.objects.filter(term__promise__side__path__starter=person)
    for one in own.select_related("term__promise__side__version").order_by(
        "term__starts_on", "term__promise__place", "whose", "pk"
    ):
        yield (_promised(one.term.promise), one.term.starts_on, one.whose, one.word, one.sent_on)


def _changes(person: Person) -> Rows:
    own = Change.objects.filter(promise__side__path__starter=person)
    for one in own.select_related("promise__side__version"):
        yield (_promised(one.promise), one.from_on, one.amount, one.reason, one.agreed_on)


def _evaluations(person: Person) -> Rows:
    own = Evaluation.objects.filter(side__path__starter=person)
    rows = own.order_by("said_on", "question", "pk")
    return rows.values_list("side__organisation__name", "moment", "question", "word", "said_on")


def _reminders(person: Person) -> Rows:
    own = Reminder.objects.filter(person=person).order_by("for_day", "pk")
    return own.values_list("step__key", "for_day")


def _notices(person: Person) -> Rows:
    own = Notice.objects.filter(person=person).order_by("kind", "pk")
    return ((words_of(one.kind)[0],) for one in own)


def _promised(promise: Promise) -> str:
    return name_in(promises_of(promise.side.version), promise.key)


ORGANISATION: Final = text("organisation", _("Organisatie"))
PROMISE: Final = text("promise", _("Belofte"))
AMOUNT: Final = whole("amount", _("Hoeveel"))
PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "path_sides",
        _("Je traject: bij wie"),
        _("De organisaties die een deel van je traject doen of deden."),
        (
            ORGANISATION,
            text("unit", _("Onderdeel")),
            day("begun_on", _("Begonnen")),
            day("ended_on", _("Afgesloten")),
        ),
        _sides,
    ),
    Part(
        "path_dates",
        _("Je traject: datums"),
        _("De datums waar de stappen aan hangen."),
        (ORGANISATION, text("date", _("Wat")), day("day", _("Dag"))),
        _dates,
    ),
    Part(
        "path_steps",
        _("Je traject: stappen"),
        _("Wat er op je traject staat, en wat er gedaan is."),
        (
            ORGANISATION,
            text("step", _("Stap")),
            day("due_on", _("Rond")),
            day("done_on", _("Gedaan")),
        ),
        _steps,
    ),
    Part(
        "path_promises",
        _("Je traject: beloftes"),
        _("Wat een organisatie je beloofde."),
        (ORGANISATION, PROMISE, AMOUNT),
        _promises,
    ),
    Part(
        "path_ticks",
        _("Je traject: nagekomen of niet"),
        _("Wat jij en de organisatie over een maand zeiden."),
        (
            PROMISE,
            day("month", _("Maand vanaf")),
            choice("whose", _("Wie het zei"), Tick.Whose.choices),
            choice("word", _("Wat"), Tick.Word.choices),
            day("sent_on", _("Op")),
        ),
        _ticks,
    ),
    Part(
        "path_changes",
        _("Je traject: opnieuw afgesproken"),
        _("Beloftes die jullie anders maakten, met de reden."),
        (
            PROMISE,
            day("from_on", _("Vanaf")),
            AMOUNT,
            text("reason", _("Waarom")),
            day("agreed_on", _("Afgesproken")),
        ),
        _changes,
    ),
    Part(
        "path_evaluations",
        _("Je traject: hoe de organisatie het doet"),
        _("Wat jij op een vast moment koos. Alleen jij ziet dit."),
        (
            ORGANISATION,
            text("moment", _("Moment")),
            text("question", _("Vraag")),
            text("word", _("Wat")),
            day("said_on", _("Op")),
        ),
        _evaluations,
    ),
    Part(
        "path_reminders",
        _("Trajecten: waar we je aan herinneren"),
        _("Stappen waarvan je hoort dat ze eraan komen."),
        (text("step", _("Stap")), day("for_day", _("Rond"))),
        _reminders,
    ),
    Part(
        "path_notices",
        _("Trajecten: wat op je wacht"),
        _("Waarop iemand op een traject een antwoord van je verwacht."),
        (text("what", _("Wat")),),
        _notices,
    ),
    *SHARED,
)
