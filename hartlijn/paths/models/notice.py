"""That somebody hears that something on a path waits for them: once, while it waits."""

from typing import ClassVar
from uuid import uuid4

from django.db import models

from hartlijn.paths.models.path import Path
from hartlijn.people.models import Person


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "NoticeQuerySet":
        """The own ones: nobody sees of another whether they heard."""
        return self.filter(person=viewer)


class Notice(models.Model):
    """Its id is what delivery knows it by; it goes as soon as nothing waits for this person."""

    class Kind(models.TextChoices):
        """What waits."""

        NEWER = "newer"
        HAND_OVER = "hand_over"
        MEETING = "meeting"
        OUTCOME = "outcome"
        PROMISE = "promise"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=9, choices=Kind)
    about = models.UUIDField()  # the side, hand-over, meeting or change that waits

    objects: ClassVar = NoticeQuerySet.as_manager()

    class Meta:
        """Nobody hears twice that the same waits."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["about", "kind", "person"], name="nobody_hears_twice_that_it_waits"
            ),
        ]

    def __str__(self) -> str:
        """Say what waits."""
        return f"{self.kind} {self.about}"
