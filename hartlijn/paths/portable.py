"""What people take along of their path: dates, steps, promises, and what was said of them."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, choice, day, text, truth, whole
from hartlijn.library.text import Text
from hartlijn.paths.models import (
    Agreed,
    Anchor,
    Change,
    Evaluation,
    HandOver,
    HandOverItem,
    Meeting,
    Notice,
    Promise,
    Reminder,
    Side,
    Step,
    Tick,
)
from hartlijn.paths.words import promises_of, steps_of
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _sides(person: Person) -> Rows:
    own = Side.objects.filter(path__starter=person).select_related("organisation", "unit")
    for one in own:
        unit = one.unit.name if one.unit else ""
        yield (one.organisation.name, unit, one.begun_on, one.ended_on)


def _dates(person: Person) -> Rows:
    own = Anchor.objects.filter(side__path__starter=person).order_by("day", "name", "pk")
    return own.values_list("side__organisation__name", "name", "day")


def _steps(person: Person) -> Rows:
    own = Step.objects.filter(side__path__starter=person)
    for one in own.select_related("side__version", "side__organisation").order_by(
        "side__begun_on", "side", "place", "pk"
    ):
        words = steps_of(one.side.version).get(one.key)
        name = str(words.name) if words else one.key
        yield (one.side.organisation.name, name, one.due_on, one.done_on)


def _promises(person: Person) -> Rows:
    own = Promise.objects.filter(side__path__starter=person)
    for one in own.select_related("side__version", "side__organisation").order_by(
        "side__begun_on", "side", "place", "pk"
    ):
        words = promises_of(one.side.version).get(one.key)
        name = str(words.name) if words else one.key
        yield (one.side.organisation.name, name, one.amount)


def _ticks(person: Person) -> Rows:
    own = Tick.objects.filter(term__promise__side__path__starter=person)
    for one in own.select_related("term__promise__side__version").order_by(
        "term__starts_on", "term__promise__place", "whose", "pk"
    ):
        promise = one.term.promise
        words = promises_of(promise.side.version).get(promise.key)
        name = str(words.name) if words else promise.key
        yield (name, one.term.starts_on, one.whose, one.word, one.sent_on)


def _changes(person: Person) -> Rows:
    own = Change.objects.filter(promise__side__path__starter=person)
    for one in own.select_related("promise__side__version"):
        words = promises_of(one.promise.side.version).get(one.promise.key)
        name = str(words.name) if words else one.promise.key
        yield (name, one.from_on, one.amount, one.reason, one.agreed_on)


def _evaluations(person: Person) -> Rows:
    own = Evaluation.objects.filter(side__path__starter=person)
    for one in own.select_related("side__organisation").order_by("said_on", "question", "pk"):
        yield (one.side.organisation.name, one.moment, one.question, one.word, one.said_on)


def _reminders(person: Person) -> Rows:
    own = Reminder.objects.filter(person=person).order_by("for_day", "pk")
    return own.values_list("step__key", "for_day")


def _notices(person: Person) -> Rows:
    kinds = {
        Notice.Kind.NEWER: _("een nieuwere versie van je traject"),
        Notice.Kind.HAND_OVER: _("een overdracht"),
        Notice.Kind.MEETING: _("een driehoeksgesprek"),
        Notice.Kind.OUTCOME: _("de afspraken van een driehoeksgesprek"),
        Notice.Kind.PROMISE: _("een voorstel over een belofte"),
    }
    for one in Notice.objects.filter(person=person).order_by("kind", "pk"):
        yield (str(kinds[Notice.Kind(one.kind)]),)


def _hand_overs(person: Person) -> Rows:
    own = HandOver.objects.of(person).select_related("side__organisation", "to")
    for one in own.order_by("proposed_on", "pk"):
        to = one.to.name if one.to else ""
        yield (
            one.side.organisation.name,
            one.proposed_on,
            to,
            one.given_on,
            one.accepted_on,
            one.added,
        )


def _taken_along(person: Person) -> Rows:
    own = HandOverItem.objects.filter(hand_over__in=HandOver.objects.of(person))
    for one in own.select_related("hand_over__side__organisation").order_by(
        "hand_over__proposed_on", "hand_over", "place", "pk"
    ):
        words = str(Text(one.words_nl, one.words_en))
        yield (one.hand_over.side.organisation.name, one.kind, words, one.day, one.is_picked)


def _agreed(person: Person) -> Rows:
    own = Agreed.objects.filter(meeting__in=Meeting.objects.of(person))
    rows = own.order_by("meeting__day", "meeting", "place", "pk")
    return rows.values_list("meeting__day", "whose", "words", "by_on")


def _needs(person: Person) -> Rows:
    own = Meeting.objects.of(person).exclude(needs="")
    return own.order_by("day", "pk").values_list("day", "needs")


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "path_sides",
        _("Je traject: bij wie"),
        _("De organisaties die een deel van je traject doen of deden."),
        (
            text("organisation", _("Organisatie")),
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
        (
            text("organisation", _("Organisatie")),
            text("date", _("Wat")),
            day("day", _("Dag")),
        ),
        _dates,
    ),
    Part(
        "path_steps",
        _("Je traject: stappen"),
        _("Wat er op je traject staat, en wat er gedaan is."),
        (
            text("organisation", _("Organisatie")),
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
        (
            text("organisation", _("Organisatie")),
            text("promise", _("Belofte")),
            whole("amount", _("Hoeveel")),
        ),
        _promises,
    ),
    Part(
        "path_ticks",
        _("Je traject: nagekomen of niet"),
        _("Wat jij en de organisatie over een maand zeiden."),
        (
            text("promise", _("Belofte")),
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
            text("promise", _("Belofte")),
            day("from_on", _("Vanaf")),
            whole("amount", _("Hoeveel")),
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
            text("organisation", _("Organisatie")),
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
        (
            text("step", _("Stap")),
            day("for_day", _("Rond")),
        ),
        _reminders,
    ),
    Part(
        "path_notices",
        _("Trajecten: wat op je wacht"),
        _("Waarop iemand op een traject een antwoord van je verwacht."),
        (text("what", _("Wat")),),
        _notices,
    ),
    Part(
        "path_hand_overs",
        _("Je traject: overdrachten"),
        _("Wat een organisatie voorstelde om mee te geven, en aan wie jij het gaf."),
        (
            text("organisation", _("Van")),
            day("proposed_on", _("Voorgesteld")),
            text("to", _("Aan")),
            day("given_on", _("Gegeven")),
            day("accepted_on", _("Aangenomen")),
            text("added", _("Wat je er zelf bij zei")),
        ),
        _hand_overs,
    ),
    Part(
        "path_hand_over_items",
        _("Je traject: wat er meegaat"),
        _("Elk ding uit een overdracht, en of jij het koos."),
        (
            text("organisation", _("Van")),
            choice("kind", _("Soort"), HandOverItem.Kind.choices),
            text("words", _("Wat")),
            day("day", _("Dag")),
            truth("picked", _("Gekozen")),
        ),
        _taken_along,
    ),
    Part(
        "path_meetings",
        _("Je traject: driehoeksgesprekken"),
        _("Wat er op het scherm stond: wat je meebracht, wie wat beloofde, en wat je nodig had."),
        (
            day("day", _("Wanneer")),
            choice("whose", _("Van wie"), Agreed.Whose.choices),
            text("words", _("Wat")),
            day("by_on", _("Uiterlijk")),
        ),
        _agreed,
    ),
    Part(
        "path_needs",
        _("Je traject: wat je nodig had"),
        _("De lege plek van elk driehoeksgesprek."),
        (day("day", _("Wanneer")), text("needs", _("Wat"))),
        _needs,
    ),
)
