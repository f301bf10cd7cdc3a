"""One message on its way to one person over one channel. The row is its state."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Q

from hartlijn.people.models import DutyLine, Person


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    """Messages, asked for by how far they are."""

    def visible_to(self, viewer: Person) -> "DeliveryQuerySet":
        """What arrived for ``viewer``; nobody sees that of another, nor what still waits."""
        return self.filter(receiver=viewer, state=Delivery.State.ARRIVED)

    def held(self) -> "DeliveryQuerySet":
        """Those that wait for their moment."""
        return self.filter(state=Delivery.State.HELD)

    def due(self, at: datetime) -> "DeliveryQuerySet":
        """Held ones whose moment it is at ``at`` (aware)."""
        return self.held().filter(opens_at__lte=at, closes_at__gt=at)

    def missed(self, at: datetime) -> "DeliveryQuerySet":
        """Held ones whose moment passed while nothing ran: they get a next one.

        What closed has opened: that keeps it to the near end of the index by opening, and leaves
        everything that waits for a later day alone.
        """
        return self.held().filter(opens_at__lt=at, closes_at__lte=at)


class Delivery(models.Model):
    """What, as an id that says nothing outside the app that sends it; to whom, how, and when.

    Nothing tells when it was written: no time of its own, and an id without an order.
    """

    class Channel(models.TextChoices):
        """The ways to a person."""

        IN_APP = "in_app"

    class State(models.TextChoices):
        """How far it is. What is withdrawn has no row any more."""

        HELD = "held"
        ARRIVED = "arrived"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    receiver = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    occasion = models.UUIDField()
    channel = models.CharField(max_length=8, choices=Channel)
    state = models.CharField(max_length=8, choices=State, default=State.HELD)
    # Of what cannot wait: the line its receiver had when it was sent; forgotten with arrival.
    duty_line = models.ForeignKey(
        DutyLine, on_delete=models.SET_NULL, related_name="+", null=True, db_index=False
    )
    not_before = models.DateTimeField(null=True)
    opens_at = models.DateTimeField(null=True)  # None: no working time is known
    closes_at = models.DateTimeField(null=True)
    arrived_on = models.DateField(null=True)

    objects: ClassVar = DeliveryQuerySet.as_manager()

    class Meta:
        """Everything once, and found by its moment."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["occasion", "receiver", "channel"], name="a_message_goes_once"
            ),
            models.CheckConstraint(
                name="a_moment_opens_and_closes",
                condition=Q(opens_at=None, closes_at=None) | Q(closes_at__gt=models.F("opens_at")),
            ),
        ]
        indexes: ClassVar = [
            # In the order in which portions are taken, so that none is sorted again.
            models.Index(fields=["state", "opens_at", "id"], name="messages_by_opening"),
            models.Index(fields=["receiver", "state"], name="messages_of_a_person"),
        ]

    def __str__(self) -> str:
        """Say how far it is."""
        return f"{self.channel} {self.state}"
