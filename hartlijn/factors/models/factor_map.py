"""A map of factors that an organisation keeps, and every version of it.

Which factors and relations there are stands in the document of a version (`document.py`).
"""

from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from hartlijn.factors.document import MapDocument
from hartlijn.factors.models.belonging import Viewer, organisations_kept_by, read_by
from hartlijn.factors.models.changed_by import ChangedBy
from hartlijn.people.models import Organisation, Person

LONGEST_TITLE: Final = 200
LONGEST_REASON: Final = 1_000
LONGEST_REFERENCE: Final = 200


class FactorMapQuerySet(models.QuerySet["FactorMap"]):
    """Maps, asked for by who reads them and who keeps them."""

    def visible_to(self, viewer: Viewer) -> "FactorMapQuerySet":
        """Public ones, and those of the organisations ``viewer`` belongs to today."""
        return self.filter(read_by(viewer))

    def kept_by(self, person: Viewer) -> "FactorMapQuerySet":
        """Those ``person`` may change."""
        return self.filter(organisation__in=organisations_kept_by(person))

    def at_hand(self) -> "FactorMapQuerySet":
        """Those that nobody put away."""
        return self.filter(put_away_on=None)


class FactorMap(models.Model):
    """A map; its title is that of the version that counts."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    title = models.CharField(max_length=LONGEST_TITLE)
    title_en = models.CharField(max_length=LONGEST_TITLE, blank=True)
    is_public = models.BooleanField(default=False)
    # Not in lists any more; every address that leads here still does.
    put_away_on = models.DateField(null=True)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = FactorMapQuerySet.as_manager()

    class Meta:
        """In the order of the alphabet."""

        ordering: ClassVar = ["title", "pk"]

    def __str__(self) -> str:
        """Name it in the language of the reader, where there are two names."""
        return self.title_en if self.title_en and get_language() == "en" else self.title

    @property
    def newest(self) -> "MapVersion":
        """The version that counts; a map is never without one."""
        found: MapVersion = self.versions.order_by("-number")[0]
        return found


class MapVersionQuerySet(models.QuerySet["MapVersion"]):
    """Versions, asked for by who reads their map."""

    def visible_to(self, viewer: Viewer) -> "MapVersionQuerySet":
        """Those of the maps ``viewer`` reads."""
        return self.filter(map__in=FactorMap.objects.visible_to(viewer))

    def newest_first(self) -> "MapVersionQuerySet":
        """The one that counts, and those before it."""
        return self.order_by("-number")


class MapVersion(models.Model):
    """A map as it once was, and what made it so. Written once: the database changes it for nobody."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    map = models.ForeignKey(FactorMap, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    body = models.JSONField()  # as ``MapDocument.body``
    because = models.TextField(max_length=LONGEST_REASON)
    changed_by = models.CharField(max_length=10, choices=ChangedBy)
    # "dialogue:<id>", or what somebody wrote: a title, an address.
    reference = models.CharField(max_length=LONGEST_REFERENCE, blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects: ClassVar = MapVersionQuerySet.as_manager()

    class Meta:
        """Two people never write the same version, and every one says why."""

        ordering: ClassVar = ["map", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["map", "number"], name="a_version_of_a_map_is_written_once"
            ),
            models.CheckConstraint(
                name="a_version_of_a_map_is_counted_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="a_version_of_a_map_says_what_changed_it", condition=~Q(because="")
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.map_id} {self.number}"

    @property
    def document(self) -> MapDocument:
        """The map as it was."""
        return MapDocument.from_body(self.body)
