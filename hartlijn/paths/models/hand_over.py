"""What goes along when a starter moves on: proposed by one organisation, picked by her.

Each item is a copy of a few words with a day, so that accepting it opens nothing else.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import LEADING, Path, Side, places_of
from hartlijn.paths.models.promise import MENTORS
from hartlijn.people.models import Companionship, Organisation, Person, Unit

LONGEST = 200


class HandOverQuerySet(models.QuerySet["HandOver"]):
    """Hand-overs, asked for by which of the three looks."""

    def visible_to(self, viewer: Person) -> "HandOverQuerySet":
        """Those in which one is a party, as far as they have come; a draft only to its maker."""
        seen = _of(viewer) | _near(viewer) | _of_desk(viewer) | _received_by(viewer)
        return self.filter(seen)

    def of(self, starter: Person) -> "HandOverQuerySet":
        """The own ones, from the moment they are proposed."""
        return self.filter(_of(starter))

    def near(self, viewer: Person) -> "HandOverQuerySet":
        """Those one made oneself, and of the starters one leads or mentors in a side that runs."""
        return self.filter(_near(viewer))

    def leaving(self, viewer: Person) -> "HandOverQuerySet":
        """Those that come from the organisation one is in."""
        return self.filter(_near(viewer) | _of_desk(viewer))

    def received_by(self, viewer: Person) -> "HandOverQuerySet":
        """Those that were given to the organisation one accepts for."""
        return self.filter(_received_by(viewer))

    def open(self) -> "HandOverQuerySet":
        """Proposed, and not accepted yet."""
        return self.filter(proposed_on__isnull=False, accepted_on=None)


PROPOSED = Q(proposed_on__isnull=False)


def sides_left_by(viewer: Person) -> "models.QuerySet[Side]":
    """The sides of which somebody may propose a hand-over.

    Who leads the unit or mentors from inside the organisation, while it runs; its desk also
    after that: a side often ends before the talk in which it is handed over.
    """
    seen = Side.objects.visible_to(viewer).exclude(path__starter=viewer)
    return seen.filter(
        near_side(viewer) | Q(organisation__in=Organisation.objects.visible_to(viewer))
    )


def near_side(viewer: Person, prefix: str = "") -> Q:
    """The sides somebody leads, or mentors in from inside; these see what was promised too."""
    places = places_of(viewer)
    led = places.filter(role__in=LEADING, unit__isnull=False)
    walks = Companionship.objects.accepted().filter(companion=viewer, kind__in=MENTORS)
    leads = Q((f"{prefix}unit__in", led.values("unit")))
    return leads | Q(
        (f"{prefix}path__starter__in", walks.values("starter")),
        (f"{prefix}organisation__in", places.values("organisation")),
    )


def _of(starter: Person) -> Q:
    return PROPOSED & Q(path__starter=starter)


def _near(viewer: Person) -> Q:
    places = places_of(viewer)
    made = Q(proposed_by=viewer, side__organisation__in=places.values("organisation"))
    running = Q(side__in=Side.objects.running())
    return made | PROPOSED & running & near_side(viewer, "side__")


def _of_desk(viewer: Person) -> Q:
    return PROPOSED & Q(side__organisation__in=Organisation.objects.visible_to(viewer))


def _received_by(viewer: Person) -> Q:
    led = places_of(viewer).filter(role__in=LEADING, unit__isnull=False)
    there = Q(to__in=Organisation.objects.visible_to(viewer)) | Q(to_unit__in=led.values("unit"))
    return Q(given_on__isnull=False) & there


class HandOver(models.Model):
    """One hand-over from a side of a path to another organisation. Stopped is deleted."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    path = models.ForeignKey(Path, on_delete=models.CASCADE, related_name="hand_overs")
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="hand_overs")
    made_on = models.DateField(default=civil_day)  # a draft that nobody proposes goes in the end
    # The day each of the three did their part; None: not yet. A draft has its maker already.
    proposed_on = models.DateField(null=True)
    proposed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    given_on = models.DateField(null=True)
    to = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", null=True)
    to_unit = models.ForeignKey(Unit, on_delete=models.SET_NULL, related_name="+", null=True)
    added = models.CharField(_("Wil je er zelf iets bij zeggen?"), max_length=LONGEST, blank=True)
    accepted_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)

    objects: ClassVar = HandOverQuerySet.as_manager()

    class Meta:
        """One at a time for a side, in the order of the three."""

        ordering: ClassVar = [F("accepted_on").desc(nulls_first=True), "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["side"],
                condition=Q(accepted_on=None, proposed_on__isnull=False),
                name="a_side_is_handed_over_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_hand_over_is_given_after_it_was_proposed",
                condition=Q(given_on=None) | Q(proposed_on__isnull=False, to__isnull=False),
            ),
            models.CheckConstraint(
                name="a_hand_over_is_accepted_after_it_was_given",
                condition=Q(accepted_on=None) | Q(given_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return str(self.pk)


class HandOverItemQuerySet(models.QuerySet["HandOverItem"]):
    """Items, asked for by who reads them."""

    def visible_to(self, viewer: Person) -> "HandOverItemQuerySet":
        """The two who made the choice, and who receives it what was picked.

        A desk reads no single promise it gave; that is for who was party to it.
        """
        overs = HandOver.objects
        whole = Q(hand_over__in=overs.of(viewer)) | Q(hand_over__in=overs.near(viewer))
        desk = Q(hand_over__in=overs.leaving(viewer)) & ~Q(kind=HandOverItem.Kind.PROMISE)
        return self.filter(
            whole | desk | Q(hand_over__in=overs.received_by(viewer), is_picked=True)
        )


class HandOverItem(models.Model):
    """A few words in both languages, and the day they are about."""

    class Kind(models.TextChoices):
        """What it was made from."""

        STEP = "step", _("Wat er gedaan is")
        PROMISE = "promise", _("Wat er beloofd was, en wat ervan kwam")
        PART = "part", _("Wat meetelt voor het register")
        SENTENCE = "sentence", _("In eigen woorden")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    hand_over = models.ForeignKey(HandOver, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=8, choices=Kind)
    # What it was made from, so that a changed proposal finds it back.
    key = models.CharField(max_length=120)
    words_nl = models.CharField(max_length=400)
    words_en = models.CharField(max_length=400)
    day = models.DateField(null=True, default=civil_day)
    place = models.PositiveSmallIntegerField()
    is_picked = models.BooleanField(default=False)

    objects: ClassVar = HandOverItemQuerySet.as_manager()

    class Meta:
        """Each thing once, in a fixed order."""

        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["hand_over", "kind", "key"], name="an_item_goes_along_once"
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.kind} {self.key}"
