"""What people take along of the learning line: what they said for themselves, and their calendars."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.learning.models import OwnWord, PlanAddress
from hartlijn.learning.shelves import assignments
from hartlijn.lib.portable import Part, Value, choice, day, text
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _words(person: Person) -> Rows:
    known = assignments()
    for one in OwnWord.objects.visible_to(person).order_by("assignment", "word"):
        listed = known.get(one.assignment)
        yield (one.assignment, str(listed.content.title) if listed else "", one.word)


def _calendars(person: Person) -> Rows:
    """The secret itself is kept by nobody."""
    found = PlanAddress.objects.visible_to(person).order_by("made_on", "unit__name", "pk")
    return found.values_list("unit__name", "made_on")


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "learning_line",
        _("Leerlijn"),
        _("Wat je bij opdrachten van de leerlijn voor jezelf aankruiste. Dat ziet niemand anders."),
        (
            text("assignment", _("Opdracht")),
            text("title", _("Titel")),
            choice("word", _("Wat je zei"), OwnWord.Word.choices),
        ),
        _words,
    ),
    Part(
        "learning_calendars",
        _("Planningen in je agenda"),
        _("Van welke planning van de leerlijn je een agenda-adres hebt."),
        (text("unit", _("Van")), day("made_on", _("Sinds"))),
        _calendars,
    ),
)
