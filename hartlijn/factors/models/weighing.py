"""A round in which people weigh the relations of a map, and what each of them answered.

No time stands in these tables, only days: the order in which people weighed would tell who is who.
"""

from datetime import date, timedelta
from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.functional import cached_property

from hartlijn.factors.document import Relation
from hartlijn.factors.models.belonging import Viewer, organisations_read_by
from hartlijn.factors.models.factor_map import MapVersion
from hartlijn.factors.weighed import Group
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person

USUAL: Final = timedelta(days=14)


def two_weeks_from_now() -> date:
    """How long a round is open, unless somebody says otherwise."""
    return civil_day() + USUAL


class WeighingRoundQuerySet(QuerySet["WeighingRound"]):
    """Rounds, asked for by who looks."""

    def visible_to(self, viewer: Viewer) -> "WeighingRoundQuerySet":
        """Of the maps of organisations one is in today."""
        return self.filter(version__map__organisation__in=organisations_read_by(viewer))

    def open(self) -> "WeighingRoundQuerySet":
        """In which one can weigh now."""
        return self.filter(closed_on=None, open_until__gte=civil_day())

    def told(self) -> "WeighingRoundQuerySet":
        """Closed, with enough people."""
        return self.filter(closed_on__isnull=False, group__isnull=False)

    def overdue(self) -> "WeighingRoundQuerySet":
        """Open still, and their last day is over."""
        return self.filter(closed_on=None, open_until__lt=civil_day())


class WeighingRound(models.Model):
    """A group weighs the relations of one version of a map, each for themselves."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    version = models.ForeignKey(MapVersion, on_delete=models.CASCADE, related_name="rounds")
    asked = models.JSONField(default=list)  # keys of relations
    reference = models.CharField(max_length=200, blank=True)  # "dialogue:<uuid>"; empty: by members
    opened_on = models.DateField(default=civil_day)
    open_until = models.DateField(default=two_weeks_from_now)
    closed_on = models.DateField(null=True, blank=True)
    group = models.JSONField(null=True, blank=True)  # folded once, when it closes

    objects: ClassVar = WeighingRoundQuerySet.as_manager()

    class Meta:
        """One at a time for the same people, and nothing is told while it is open."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["version", "reference"],
                condition=Q(closed_on=None),
                name="one_weighing_round_is_open_at_a_time",
            ),
            models.CheckConstraint(
                name="an_open_weighing_round_tells_nothing",
                condition=Q(closed_on__isnull=False) | Q(group__isnull=True),
            ),
            models.CheckConstraint(
                name="a_weighing_round_ends_after_it_begins",
                condition=Q(open_until__gte=F("opened_on")),
            ),
        ]

    def __str__(self) -> str:
        """Say of which map."""
        return f"round of {self.version}"

    @property
    def is_open(self) -> bool:
        """Whether one can weigh today."""
        return self.closed_on is None and self.open_until >= civil_day()

    @property
    def is_told(self) -> bool:
        """Whether it closed with enough people."""
        return self.group is not None

    @cached_property
    def folded(self) -> Group | None:
        """What the group said."""
        return Group.of(self.group) if self.group else None

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """Those that are asked, in the order of the map."""
        asked = set(self.asked)
        return tuple(one for one in self.version.document.relations if one.key in asked)


class WeighingQuerySet(QuerySet["Weighing"]):
    """Answers, asked for by whose they are."""

    def of(self, person: Person) -> "WeighingQuerySet":
        """Those of one person; she alone reads them."""
        return self.filter(person=person)

    def with_answers(self) -> "WeighingQuerySet":
        """Of who said something."""
        return self.exclude(answers={})


class Weighing(models.Model):
    """What one person answered in a round: somebody with an account, or a key on a phone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    round = models.ForeignKey(WeighingRound, on_delete=models.CASCADE, related_name="weighings")
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="+", null=True, blank=True
    )
    key_digest = models.CharField(max_length=64, blank=True)
    answers = models.JSONField(default=dict)  # relation: code of an answer

    objects: ClassVar = WeighingQuerySet.as_manager()

    class Meta:
        """Somebody weighs once in a round."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="who_weighs_is_a_person_or_a_key",
                condition=Q(person__isnull=False, key_digest="")
                | Q(person=None) & ~Q(key_digest=""),
            ),
            models.UniqueConstraint(
                fields=["round", "person"],
                condition=Q(person__isnull=False),
                name="a_person_weighs_once_in_a_round",
            ),
            models.UniqueConstraint(
                fields=["round", "key_digest"],
                condition=~Q(key_digest=""),
                name="a_key_weighs_once_in_a_round",
            ),
        ]

    def __str__(self) -> str:
        """Say what it is, and not whose."""
        return "answers in a round"
