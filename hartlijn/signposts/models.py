"""What an organisation fills in itself: who its occupational physician is, and how to reach them."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Membership, Organisation, Person
from hartlijn.signposts.phone import dialled


class OwnSignpostQuerySet(models.QuerySet["OwnSignpost"]):
    """Signposts of organisations, asked for by who belongs there."""

    def visible_to(self, viewer: Person) -> "OwnSignpostQuerySet":
        """Those of the organisations where ``viewer`` has a place today."""
        places = Membership.objects.active().filter(person=viewer)
        return self.filter(organisation__in=places.values("organisation"))

    def of_desk(self, viewer: Person) -> "OwnSignpostQuerySet":
        """Those of the organisations whose desk ``viewer`` runs."""
        return self.filter(organisation__in=Organisation.objects.visible_to(viewer))


class OwnSignpost(models.Model):
    """Whom the people of one organisation can turn to. It says nothing about any of them."""

    class Kind(models.TextChoices):
        """What somebody is there for. The names are those of ``own`` in the files."""

        OCCUPATIONAL_PHYSICIAN = "occupational_physician", _("bedrijfsarts")
        CONFIDENTIAL_ADVISER = "confidential_adviser", _("vertrouwenspersoon")
        PEER_SUPPORT_TEAM = "peer_support_team", _("opvangteam")
        DEAN = "dean", _("decaan")
        STUDENT_PSYCHOLOGIST = "student_psychologist", _("studentenpsycholoog")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=22, choices=Kind)
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=20, blank=True)
    reachable = models.CharField(max_length=160, blank=True)
    checked_on = models.DateField(default=civil_day)

    objects: ClassVar = OwnSignpostQuerySet.as_manager()

    class Meta:
        """One of each in an organisation, and it says how to get there."""

        ordering: ClassVar = ["organisation__name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "kind"], name="an_organisation_has_one_signpost_of_a_kind"
            ),
            models.CheckConstraint(
                name="a_signpost_says_how_to_reach_somebody",
                condition=~Q(phone="") | ~Q(reachable=""),
            ),
        ]

    def __str__(self) -> str:
        """Say what it points at."""
        return self.kind

    @property
    def dialled(self) -> str:
        """The number as a telephone wants it."""
        return dialled(self.phone)

    def is_old(self, today: date) -> bool:
        """Whether nobody looked at it for a year."""
        return (today - self.checked_on).days > 365  # noqa: PLR2004 - a year
