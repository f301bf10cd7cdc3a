"""What people take along of signals: what they wrote and nobody signed yet, and what they signed."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, day, text
from hartlijn.people.models import Person
from hartlijn.signalling.models import Signal, Signature

Rows = Iterable[tuple[Value, ...]]


def _drafts(person: Person) -> Rows:
    own = Signal.objects.drafts().filter(started_by=person).order_by("answer_by", "pk")
    return own.values_list("organisation__name", "to_name", "text", "answer_by")


def _signed(person: Person) -> Rows:
    """With the answer, when it came; of nobody else whether they signed."""
    found = Signature.objects.visible_to(person).order_by("signal__answer_by", "signal__pk")
    names = ("organisation__name", "to_name", "text", "answer_by", "left_on")
    more = ("answer", "answered_as", "answered_on")
    return found.values_list(*(f"signal__{name}" for name in (*names, *more)))


ASKED: Final = (
    text("organisation", _("Organisatie")),
    text("to", _("Aan")),
    text("text", _("Signaal")),
    day("answer_by", _("Antwoord gevraagd uiterlijk op")),
)
PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "signals_written",
        _("Signalen die je schreef"),
        _("Waar nog niemand voor tekende. Alleen jij ziet ze."),
        ASKED,
        _drafts,
    ),
    Part(
        "signals_signed",
        _("Signalen die je tekende"),
        _("Met het antwoord, als dat er is. Wie er nog meer tekende, staat er niet bij."),
        (
            *ASKED,
            day("left_on", _("Verstuurd op")),
            text("answer", _("Antwoord")),
            text("answered_as", _("Namens")),
            day("answered_on", _("Beantwoord op")),
        ),
        _signed,
    ),
)
