"""What was said of an organisation over one month, frozen: no page shows a live figure."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import places_of
from hartlijn.people.models import Organisation, Person, Role


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Releases, asked for by who reads the board."""

    def visible_to(self, viewer: Person) -> "ReleaseQuerySet":
        """Of the organisations whose desk one runs, or of which one leads a team."""
        leads = places_of(viewer).filter(role=Role.TEAM_LEADER, unit__isnull=False)
        return self.filter(
            Q(organisation__in=Organisation.objects.visible_to(viewer))
            | Q(organisation__in=leads.values("organisation"))
        )


class Release(models.Model):
    """One month of one organisation, as it passed the one door (``stats/disclosure.py``)."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    month = models.DateField()  # its first day
    body = models.JSONField()  # see board_figures.py; names of locations, words and tens
    made_on = models.DateField(default=civil_day)

    objects: ClassVar = ReleaseQuerySet.as_manager()

    class Meta:
        """A month is frozen once."""

        ordering: ClassVar = ["-month", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "month"], name="a_month_of_an_organisation_is_frozen_once"
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.organisation_id} {self.month}"
