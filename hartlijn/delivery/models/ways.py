"""The ways somebody chose beside what stands in Hartlijn itself: a letter, a sign, a calendar."""

from datetime import date, timedelta
from typing import ClassVar, Final, TypeVar
from uuid import uuid4

from allauth.account.models import EmailAddress
from django.db import models
from django.db.models import Q
from django.utils import timezone

from hartlijn.people.models import Person

Way = TypeVar("Way", bound=models.Model)
LONGEST_ENDPOINT: Final = 1000
SILENT_AFTER: Final = timedelta(days=14)
"""So long no good answer, though we tried: then its owner reads that it fell silent."""


class Own(models.QuerySet[Way]):
    """Ways, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "Own[Way]":
        """The own ones; nobody sees those of another."""
        return self.filter(person=viewer)


class MailWay(models.Model):
    """That somebody wants a letter when something arrived, and at which proven address."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    address = models.ForeignKey(EmailAddress, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar = Own["MailWay"].as_manager()

    def __str__(self) -> str:
        """Say what it is."""
        return "a letter"


class PushDevices(Own["PushDevice"]):
    """Devices, asked for by whether a sign can go there."""

    def open(self) -> "PushDevices":
        """Those that still have an address at their push service."""
        return self.exclude(endpoint="")


class PushDevice(models.Model):
    """A browser that shows a sign. The sign is empty, so no keys of the browser are kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    label = models.CharField(max_length=60)
    endpoint = models.CharField(max_length=LONGEST_ENDPOINT, blank=True)  # empty: it is gone
    renewal_digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(default=timezone.localdate)
    last_good_on = models.DateField(null=True)
    failing_since = models.DateField(null=True)
    is_refused = models.BooleanField(default=False)

    objects: ClassVar = PushDevices.as_manager()

    class Meta:
        """One row for each address at a push service."""

        ordering: ClassVar = ["made_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["endpoint"], condition=~Q(endpoint=""), name="a_device_is_told_once"
            ),
        ]

    def __str__(self) -> str:
        """Say how it is called."""
        return self.label

    @property
    def is_gone(self) -> bool:
        """Whether its push service said that it is not there any more."""
        return not self.endpoint

    def is_silent(self, today: date) -> bool:
        """Whether its owner should know that nothing gets there."""
        return (
            self.is_gone
            or self.is_refused
            or (self.failing_since is not None and self.failing_since <= today - SILENT_AFTER)
        )


class CalendarAddress(models.Model):
    """The secret address of somebody's calendar; only its digest is kept."""

    person = models.OneToOneField(
        Person, on_delete=models.CASCADE, related_name="+", primary_key=True
    )
    token_digest = models.CharField(max_length=64, unique=True)
    made_on = models.DateField(default=timezone.localdate)

    objects: ClassVar = Own["CalendarAddress"].as_manager()

    def __str__(self) -> str:
        """Say what it is."""
        return "a calendar"
