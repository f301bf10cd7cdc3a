"""What people take along of the agreements of their teams: what they wrote, and when they read."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.agreements.models import TEXTS, Reading, Version
from hartlijn.lib.portable import Part, Value, day, text
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _written(person: Person) -> Rows:
    found = (
        Version.objects.visible_to(person)
        .filter(written_by=person)
        .order_by("written_on", "number", "pk")
    )
    return found.values_list("unit__name", "written_on", *TEXTS)


def _read(person: Person) -> Rows:
    found = Reading.objects.filter(person=person).order_by("read_on", "unit__name", "pk")
    return found.values_list("unit__name", "read_on")


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "agreements_written",
        _("Teamafspraken die je schreef"),
        _(
            "De versies van een teamafspraak die jij bewaarde. Ze horen bij het team: ben je daar weg, dan gaan ze niet mee."
        ),
        (
            text("unit", _("Team")),
            day("written_on", _("Op")),
            *(text(name, Version._meta.get_field(name).verbose_name) for name in TEXTS),  # type: ignore[union-attr]
        ),
        _written,
    ),
    Part(
        "agreements_read",
        _("Teamafspraken die je las"),
        _("Wanneer je zei dat je een teamafspraak las. Dat ziet niemand anders."),
        (text("unit", _("Team")), day("read_on", _("Op"))),
        _read,
    ),
)
