"""What people take along of dialogues: which they led, what they took up. Not what they said."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.models import Language, Lead, Leading, ReportEdit, Taken
from hartlijn.lib.portable import Part, Value, choice, day, text
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _led(person: Person) -> Rows:
    own = Leading.objects.filter(person=person).order_by("since", "dialogue__title", "pk")
    return own.values_list("dialogue__title", "dialogue__on_day", "since")


def _leads(person: Person) -> Rows:
    own = Lead.objects.filter(owner=person).order_by("due_on", "dialogue__title", "pk")
    return own.values_list("dialogue__title", "text", "due_on", "state", "what_changed")


def _sentences(person: Person) -> Rows:
    own = ReportEdit.objects.filter(edited_by=person).order_by("edited_on", "dialogue__title", "pk")
    return own.values_list("dialogue__title", "text", "language", "edited_on")


def _taken(person: Person) -> Rows:
    own = Taken.objects.filter(by=person).order_by("on_day", "dialogue__title", "kind", "pk")
    return own.values_list("dialogue__title", "kind", "language", "on_day")


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "dialogues_led",
        _("Dialogen die je leidt"),
        _(
            "Welke dialogen je voorbereidt en leidt. Wat je zelf in een dialoog zei, staat hier niet: daar hoort geen naam bij."
        ),
        (text("title", _("Dialoog")), day("on_day", _("Op")), day("since", _("Sinds"))),
        _led,
    ),
    Part(
        "dialogue_leads",
        _("Wat je oppakt na een dialoog"),
        _("Waarvan jij eigenaar bent, tot wanneer, en wat er veranderde."),
        (
            text("dialogue", _("Dialoog")),
            text("text", _("Wat je oppakt")),
            day("due_on", _("Uiterlijk")),
            choice("state", _("Hoe ver het is"), Lead.State.choices),
            text("what_changed", _("Wat er veranderde")),
        ),
        _leads,
    ),
    Part(
        "report_sentences",
        _("Zinnen van verslagen in jouw woorden"),
        _("Welke zinnen van het verslag van een dialoog jij anders zei."),
        (
            text("dialogue", _("Dialoog")),
            text("text", _("Jouw zin")),
            choice("language", _("Taal"), Language.choices),
            day("edited_on", _("Op")),
        ),
        _sentences,
    ),
    Part(
        "reports_taken",
        _("Verslagen die je meenam"),
        _("Welke bestanden van een dialoog je meenam, en op welke dag."),
        (
            text("dialogue", _("Dialoog")),
            choice("kind", _("Bestand"), Taken.Kind.choices),
            choice("language", _("Taal"), Language.choices),
            day("on_day", _("Op")),
        ),
        _taken,
    ),
)
