"""One letter or one sign to somebody, for one opening of their working time."""

from datetime import datetime
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from hartlijn.delivery.models.ways import PushDevice
from hartlijn.people.models import Person


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts, asked for by how far they are."""

    def visible_to(self, viewer: Person) -> "AttemptQuerySet":
        """The own ones; nobody sees those of another."""
        return self.filter(receiver=viewer)

    def letters(self) -> "AttemptQuerySet":
        """Those by mail."""
        return self.filter(device=None)

    def signs(self) -> "AttemptQuerySet":
        """Those to a device."""
        return self.exclude(device=None)

    def planned(self) -> "AttemptQuerySet":
        """Those that were not made yet."""
        return self.filter(state=Attempt.State.PLANNED)

    def of_openings(self) -> "AttemptQuerySet":
        """Those that keep working time: no warnings."""
        return self.filter(is_warning=False)

    def due(self, at: datetime) -> "AttemptQuerySet":
        """Those to make at ``at`` (aware): within their stretch, and not in a pause."""
        now = self.planned().filter(opens_at__lte=at, closes_at__gt=at)
        return now.filter(Q(again_at=None) | Q(again_at__lte=at))

    def missed(self, at: datetime) -> "AttemptQuerySet":
        """Those whose stretch ended before they could be made; what ended has opened."""
        return self.planned().of_openings().filter(opens_at__lt=at, closes_at__lte=at)


class Attempt(models.Model):
    """Marked before it is made, so that nobody makes it twice; a letter, or a sign to a device.

    It names nothing that arrived: one for everything of an opening.
    """

    class State(models.TextChoices):
        """How far it is. What was marked and never concluded is uncertain, and is not repeated."""

        PLANNED = "planned"
        ATTEMPTED = "attempted"
        SENT = "sent"
        UNCERTAIN = "uncertain"
        REFUSED = "refused"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    receiver = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False)
    device = models.ForeignKey(PushDevice, on_delete=models.CASCADE, null=True)  # None: a letter
    is_warning = models.BooleanField(default=False)  # about their account: at any hour
    state = models.CharField(max_length=9, choices=State, default=State.PLANNED)
    opens_at = models.DateTimeField(null=True)  # None: no working time is known
    closes_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    again_at = models.DateTimeField(null=True)  # not before; after a server did not take it
    waits_since = models.DateTimeField(null=True)  # since when a server does not take it
    marked_at = models.DateTimeField(null=True)  # only while it is being made

    objects: ClassVar = AttemptQuerySet.as_manager()

    class Meta:
        """One letter, and one sign for each device, for each opening."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["receiver", "opens_at"],
                condition=Q(device=None),
                name="one_letter_for_an_opening",
            ),
            models.UniqueConstraint(
                fields=["device", "opens_at", "is_warning"],
                condition=Q(device__isnull=False),
                name="one_sign_for_an_opening",
            ),
            models.CheckConstraint(
                name="an_attempt_has_a_stretch",
                condition=Q(opens_at=None, closes_at=None) | Q(closes_at__gt=F("opens_at")),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "opens_at"], name="attempts_by_opening"),
            models.Index(fields=["receiver", "closes_at"], name="attempts_of_a_person"),
        ]

    def __str__(self) -> str:
        """Say how far it is."""
        return f"{'letter' if self.device_id is None else 'sign'} {self.state}"
