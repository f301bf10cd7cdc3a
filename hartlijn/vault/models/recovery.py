"""Somebody asks their trusted contact to help open the line again."""

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from hartlijn.people.models import Person
from hartlijn.vault.models.trusted_contact import TrustedContact


class RecoveryQuerySet(models.QuerySet["Recovery"]):
    """Recoveries, asked for by who is part of them and whether they still run."""

    def visible_to(self, viewer: Person) -> "RecoveryQuerySet":
        """What ``viewer`` asked, and what ``viewer`` is asked to help with."""
        return self.filter(Q(trust__owner=viewer) | Q(trust__contact=viewer))

    def running(self, at: datetime) -> "RecoveryQuerySet":
        """Those that can still end in an open line. What was stopped has no row."""
        return self.filter(closes_at__gt=at)


class Recovery(models.Model):
    """One question: for which one-time key, from when, until when.

    With hours, and not by day: this is about keys, and who is warned must know how long is left.
    """

    id = models.UUIDField(primary_key=True)  # drawn by the browser that asks
    trust = models.OneToOneField(TrustedContact, on_delete=models.CASCADE, related_name="+")
    recipient = models.CharField(max_length=62)  # the one-time key of the browser that asks
    asked_at = models.DateTimeField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    opened = models.BooleanField(default=False)  # both halves went out
    answer = models.BinaryField(null=True)  # the contact's half, sealed to the recipient

    objects: ClassVar = RecoveryQuerySet.as_manager()

    class Meta:
        """First asked, then waited, then over."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_recovery_waits_before_it_opens",
                condition=Q(opens_at__gt=F("asked_at"), closes_at__gt=F("opens_at")),
            ),
        ]

    def __str__(self) -> str:
        """Say from when."""
        return f"from {self.opens_at}"
