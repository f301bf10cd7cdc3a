"""The agreement of a unit, every version of it, and until where each member read along.

Plain text: the team and whoever runs the machine can read it. The page says so.
"""

from typing import ClassVar, Final
from uuid import uuid4

from django.db import connection, models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Membership, Person, Unit

LONGEST: Final = 1_000
TEXTS: Final = ("consult", "waits", "call", "groups", "free")


def units_of(person: Person) -> QuerySet[Unit]:
    """The units somebody is in today."""
    places = Membership.objects.active().filter(person=person, unit__isnull=False)
    return Unit.objects.filter(pk__in=places.values("unit"))


class VersionQuerySet(models.QuerySet["Version"]):
    """Versions, asked for by whose team it is."""

    def visible_to(self, viewer: Person) -> "VersionQuerySet":
        """Those of the units ``viewer`` is in today; no desk and no operator."""
        return self.filter(unit__in=units_of(viewer))

    def newest_first(self) -> "VersionQuerySet":
        """The one that counts, and those before it."""
        return self.order_by("-number")


class Version(models.Model):
    """The agreement as somebody of the unit left it; the highest number counts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    consult = models.TextField(_("Wat hoort in een consult?"), blank=True, max_length=LONGEST)
    waits = models.TextField(
        _("Wat kan wachten tot je weer werkt?"), blank=True, max_length=LONGEST
    )
    call = models.TextField(
        _("Wie bel je als iets niet kan wachten?"), blank=True, max_length=LONGEST
    )
    groups = models.TextField(
        _("Welke appgroepen zijn er, en waarvoor?"), blank=True, max_length=LONGEST
    )
    free = models.TextField(_("Hoe laten we elkaar vrij?"), blank=True, max_length=LONGEST)
    written_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    written_on = models.DateField(default=civil_day)  # by day: hours say too much

    objects: ClassVar = VersionQuerySet.as_manager()

    class Meta:
        """Two people never write the same version."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["unit", "number"], name="a_version_of_an_agreement_is_written_once"
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.unit_id} {self.number}"

    @property
    def texts(self) -> dict[str, str]:
        """The fields, as a form has them."""
        return {name: getattr(self, name) for name in TEXTS}

    @property
    def parts(self) -> list[tuple[str, str]]:
        """Each question with its answer; what was left open is left out."""
        named = ((self._meta.get_field(name), getattr(self, name)) for name in TEXTS)
        return [(str(field.verbose_name), said) for field, said in named if said]  # type: ignore[union-attr]


class ReadingQuerySet(models.QuerySet["Reading"]):
    """Readings, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "ReadingQuerySet":
        """The own ones: nobody keeps a list of who read."""
        return self.filter(person=viewer)


class Reading(models.Model):
    """That somebody read the agreement when so many places in the unit had begun.

    When the team is another one since then, it is asked to read it again.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    places = models.PositiveIntegerField()
    read_on = models.DateField(default=civil_day)

    objects: ClassVar = ReadingQuerySet.as_manager()

    class Meta:
        """The last time counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "person"], name="a_reading_is_kept_once"),
        ]

    def __str__(self) -> str:
        """Say when."""
        return str(self.read_on)


TO_REREAD: Final = """
SELECT unit.id, unit.name
  FROM people_unit AS unit
 WHERE unit.id IN (
       SELECT place.unit_id
         FROM people_membership AS place
        WHERE place.person_id = %(person)s AND place.starts_on <= %(today)s
          AND (place.ends_on IS NULL OR place.ends_on > %(today)s))
   AND EXISTS (SELECT 1 FROM agreements_version AS version WHERE version.unit_id = unit.id)
   AND NOT EXISTS (
       SELECT 1
         FROM agreements_reading AS reading
        WHERE reading.unit_id = unit.id AND reading.person_id = %(person)s
          AND reading.places = (
              SELECT COUNT(*)
                FROM people_membership AS begun
               WHERE begun.unit_id = unit.id AND begun.starts_on <= %(today)s))
 ORDER BY unit.name, unit.id
"""


def to_reread(person: Person) -> list[Unit]:
    """The units whose agreement this person has not read, or not since the team changed.

    Vandaag asks it on every visit; written out in SQL because the ORM took a sixth of that page to
    put it together.
    """
    asked = {
        "person": Person._meta.pk.get_db_prep_value(person.pk, connection),
        "today": connection.ops.adapt_datefield_value(civil_day()),
    }
    return list(Unit.objects.raw(TO_REREAD, asked))
