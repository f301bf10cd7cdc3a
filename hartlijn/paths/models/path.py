"""The path of one starter, and what each organisation brings to it: its side."""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.library.models import Version
from hartlijn.paths.models.template import Template
from hartlijn.people.models import (
    Companionship,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)

LEADING = (Role.TEAM_LEADER, Role.TEACHER)
"""Roles that see the paths of their own unit."""


def places_of(viewer: Person) -> Any:
    """The memberships somebody has today."""
    return Membership.objects.active().filter(person=viewer)


def still_running(prefix: str = "") -> Q:
    """Of sides, or with a ``prefix`` such as ``side__`` of what lies on one: it did not end."""
    return Q(**{f"{prefix}ended_on": None}) | Q(**{f"{prefix}ended_on__gt": civil_day()})


class PathQuerySet(models.QuerySet["Path"]):
    """Paths, asked for by who is on them."""

    def visible_to(self, viewer: Person) -> "PathQuerySet":
        """The own one, and those of which one sees a side."""
        sides = Side.objects.visible_to(viewer)
        return self.filter(Q(starter=viewer) | Q(pk__in=sides.values("path")))


class Path(models.Model):
    """One line from placement into the third year of work. It belongs to the starter."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    starter = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    begun_on = models.DateField(default=civil_day)

    objects: ClassVar = PathQuerySet.as_manager()

    def __str__(self) -> str:
        """Say whose."""
        return str(self.starter_id)


class SideQuerySet(models.QuerySet["Side"]):
    """Sides, asked for by whether they run and who sees them."""

    def running(self) -> "SideQuerySet":
        """Those that did not end."""
        return self.filter(still_running())

    def visible_to(self, viewer: Person) -> "SideQuerySet":
        """The own ones, and those of the organisation one is in as somebody who has a part in it.

        Who leads the unit, and who walks along and is in the organisation, for as long as it
        runs; who runs the desk also after that: an organisation keeps what it did itself.
        """
        places = places_of(viewer)
        led = places.filter(role__in=LEADING, unit__isnull=False)
        walks = Companionship.objects.accepted().filter(companion=viewer)
        here = Q(unit__in=led.values("unit")) | Q(
            path__starter__in=walks.values("starter"),
            organisation__in=places.values("organisation"),
        )
        return self.filter(
            Q(path__starter=viewer)
            | Q(organisation__in=Organisation.objects.visible_to(viewer))
            | here & still_running()
        )


class Side(models.Model):
    """What one organisation brings to a path, by a version of its template.

    A school sees nothing of what came after it and an employer nothing of before: each sees its
    own side, and of a side of the same time the steps that are for both.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="sides")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, related_name="+", null=True)
    template = models.ForeignKey(Template, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    # A newer version that the starter may take or leave.
    offered = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+", null=True)
    begun_on = models.DateField(default=civil_day)
    ended_on = models.DateField(null=True)  # the first day on which it does not hold

    objects: ClassVar = SideQuerySet.as_manager()

    class Meta:
        """An organisation has one running side on a path."""

        ordering: ClassVar = ["begun_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["path", "organisation"],
                condition=Q(ended_on=None),
                name="an_organisation_has_one_running_side",
            ),
            models.CheckConstraint(
                name="a_side_ends_after_it_begins",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("begun_on")),
            ),
            models.CheckConstraint(
                name="what_is_offered_is_another_version",
                condition=Q(offered=None) | ~Q(offered=F("version")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "ended_on"], name="sides_of_an_organisation"),
            models.Index(fields=["version"], name="sides_by_version"),
        ]

    def __str__(self) -> str:
        """Say which."""
        return str(self.pk)

    def dates(self) -> dict[str, date]:
        """The dates its steps hang on, by name; asks the database."""
        return dict(self.anchors.values_list("name", "day"))

    @property
    def is_running(self) -> bool:
        """Whether it did not end yet."""
        return self.ended_on is None or self.ended_on > civil_day()


class AnchorQuerySet(models.QuerySet["Anchor"]):
    """Dates of a side, asked for by who sees it."""

    def visible_to(self, viewer: Person) -> "AnchorQuerySet":
        """Those of the sides one sees."""
        return self.filter(side__in=Side.objects.visible_to(viewer))


class Anchor(models.Model):
    """A date the steps of a side hang on, such as the first day of work."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="anchors")
    name = models.CharField(max_length=12)  # a definitions.Anchor
    day = models.DateField()

    objects: ClassVar = AnchorQuerySet.as_manager()

    class Meta:
        """Each date once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "name"], name="a_side_has_each_date_once"),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.name} {self.day}"
