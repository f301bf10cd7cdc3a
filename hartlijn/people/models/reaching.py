"""Who may not write to whom; small circles of people who may; who sits at one table."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models.person import Person


class BlockQuerySet(models.QuerySet["Block"]):
    """Blocks, asked for by whom they are of."""

    def visible_to(self, viewer: Person) -> "BlockQuerySet":
        """Those ``viewer`` made; whoever is blocked never sees it."""
        return self.filter(blocker=viewer)

    def touching(self, person: Person) -> "BlockQuerySet":
        """Those that keep somebody and another apart, whoever of the two made them."""
        return self.filter(Q(blocker=person) | Q(blocked=person))


class Block(models.Model):
    """Somebody wants no messages from another. It works both ways, and wins over every tie."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    blocker = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    since = models.DateField(default=civil_day)  # by day: hours say too much

    objects: ClassVar = BlockQuerySet.as_manager()

    class Meta:
        """Once is enough, and never oneself."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["blocker", "blocked"], name="somebody_is_blocked_once"),
            models.CheckConstraint(
                name="nobody_blocks_themselves", condition=~Q(blocker=F("blocked"))
            ),
        ]

    def __str__(self) -> str:
        """Say who wants nothing from whom."""
        return f"{self.blocker_id} ✕ {self.blocked_id}"


class CircleQuerySet(models.QuerySet["Circle"]):
    """Circles, asked for by who is in them."""

    def visible_to(self, viewer: Person) -> "CircleQuerySet":
        """Those ``viewer`` is in or is invited to; to all others they do not exist."""
        return self.filter(places__person=viewer)


class Circle(models.Model):
    """A few people who write to each other, by invitation. No organisation has to do with it."""

    MOST: ClassVar = 12

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("Hoe heet de kring?"), max_length=60)
    made_on = models.DateField(default=civil_day)

    objects: ClassVar = CircleQuerySet.as_manager()

    def __str__(self) -> str:
        """Name it."""
        return self.name


class CirclePlaceQuerySet(models.QuerySet["CirclePlace"]):
    """Places, asked for by how far they are and whose they are."""

    def visible_to(self, viewer: Person) -> "CirclePlaceQuerySet":
        """Everybody in the circles ``viewer`` is in or is invited to."""
        own = CirclePlace.objects.filter(person=viewer)
        return self.filter(circle__in=own.values("circle"))

    def heard_by(self, viewer: Person) -> "CirclePlaceQuerySet":
        """Without what somebody ``viewer`` blocked asks: that stays without an answer."""
        blocked = Block.objects.visible_to(viewer).values("blocked")
        return self.exclude(person=viewer, accepted_on=None, invited_by__in=blocked)

    def accepted(self) -> "CirclePlaceQuerySet":
        """Of those who said yes. Only these give any right."""
        return self.exclude(accepted_on=None)

    def beside(self, viewer: Person) -> "CirclePlaceQuerySet":
        """Places in the circles to which ``viewer`` said yes."""
        own = CirclePlace.objects.accepted().filter(person=viewer)
        return self.filter(circle__in=own.values("circle"))


class CirclePlace(models.Model):
    """Somebody who was invited to a circle, and is in it once they say yes. No is no row."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    circle = models.ForeignKey(Circle, on_delete=models.CASCADE, related_name="places")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    invited_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    invited_on = models.DateField(default=civil_day)
    accepted_on = models.DateField(null=True)

    objects: ClassVar = CirclePlaceQuerySet.as_manager()

    class Meta:
        """Nobody is in a circle twice."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["circle", "person"], name="one_place_in_a_circle"),
        ]

    def __str__(self) -> str:
        """Say who is in which."""
        return f"{self.person_id} in {self.circle_id}"

    @property
    def is_accepted(self) -> bool:
        """Whether this person said yes."""
        return self.accepted_on is not None


class SeatQuerySet(models.QuerySet["Seat"]):
    """Seats, asked for by whether they hold and whose they are."""

    def visible_to(self, viewer: Person) -> "SeatQuerySet":
        """Everybody at the tables ``viewer`` sits at."""
        return self.filter(table__in=Seat.objects.filter(person=viewer).values("table"))

    def held(self) -> "SeatQuerySet":
        """Those that hold today. Only these give any right."""
        return self.filter(until__gt=civil_day())

    def beside(self, viewer: Person) -> "SeatQuerySet":
        """Seats at the tables at which ``viewer`` sits now."""
        return self.held().filter(
            table__in=Seat.objects.held().filter(person=viewer).values("table")
        )


class Seat(models.Model):
    """Somebody sits at one table with a few others, and may write to them until a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    table = models.UUIDField(db_index=True)  # which table that is, the floors above know
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    until = models.DateField()
    """The first day on which it does not hold any more."""

    objects: ClassVar = SeatQuerySet.as_manager()

    class Meta:
        """Nobody sits at a table twice."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["table", "person"], name="one_seat_at_a_table"),
        ]

    def __str__(self) -> str:
        """Say who sits where."""
        return f"{self.person_id} at {self.table}"
