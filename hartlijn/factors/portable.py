"""What people take along of maps and findings: the versions they wrote, and why."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors import portable_weighing
from hartlijn.factors.models import ChangedBy, FindingVersion, MapVersion
from hartlijn.lib.portable import Part, Value, choice, day, text, whole
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _maps(person: Person) -> Rows:
    found = MapVersion.objects.visible_to(person).filter(made_by=person)
    for one in found.select_related("map__organisation").defer("body").order_by("made_at", "pk"):
        organisation = one.map.organisation.name
        yield (
            organisation, one.map.title, one.number, one.made_at.date(), one.changed_by, one.because,
        )  # fmt: skip


def _findings(person: Person) -> Rows:
    found = FindingVersion.objects.visible_to(person).filter(made_by=person)
    for one in found.select_related("finding__organisation").order_by("made_at", "pk"):
        organisation = one.finding.organisation.name
        yield (
            organisation, one.text, one.number, one.made_at.date(), one.changed_by, one.because,
        )  # fmt: skip


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "map_versions",
        _("Kaarten van factoren die je aanpaste"),
        _(
            "De versies van een kaart die jij bewaarde, en waarom. De kaart zelf hoort bij de organisatie."
        ),
        (
            text("organisation", _("Van")),
            text("map", _("Kaart")),
            whole("number", _("Versie")),
            day("made_on", _("Op")),
            choice("changed_by", _("Veranderd door"), ChangedBy.choices),
            text("because", _("Waarom")),
        ),
        _maps,
    ),
    Part(
        "finding_versions",
        _("Bevindingen die je opschreef"),
        _(
            "De versies van een bevinding die jij bewaarde, en waarom. De bevinding hoort bij de organisatie."
        ),
        (
            text("organisation", _("Van")),
            text("text", _("Bevinding")),
            whole("number", _("Versie")),
            day("made_on", _("Op")),
            choice("changed_by", _("Veranderd door"), ChangedBy.choices),
            text("because", _("Waarom")),
        ),
        _findings,
    ),
    *portable_weighing.PARTS,
)
