"""What an organisation promised, month by month, and what both sides say of it.

Only what was sent stands here. What a starter ticked and did not send is a sealed letter.
"""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import LEADING, Side, places_of
from hartlijn.people.models import Companionship, Organisation, Person

MENTORS = (Companionship.Kind.WORK_MENTOR, Companionship.Kind.STUDY_COACH)
"""Who walks along and ticks for the organisation they are in."""


class PromiseQuerySet(models.QuerySet["Promise"]):
    """Promises, asked for by who is party to them."""

    def visible_to(self, viewer: Person) -> "PromiseQuerySet":
        """Those to whom one is party; a desk that promised nothing sees none.

        The starter, who leads the unit, who mentors from inside the organisation, and who the
        promise is of.
        """
        places = places_of(viewer)
        led = places.filter(role__in=LEADING, unit__isnull=False)
        walks = Companionship.objects.accepted().filter(
            companion=viewer, starter=OuterRef("side__path__starter")
        )
        mentors = Exists(walks.filter(kind__in=MENTORS)) & Q(
            side__organisation__in=places.values("organisation")
        )
        owners = Exists(walks.filter(kind=OuterRef("owner"))) | Q(
            owner="coordinator", side__organisation__in=Organisation.objects.visible_to(viewer)
        )
        running = Q(side__in=Side.objects.running())
        others = Q(side__unit__in=led.values("unit")) | Q(mentors) | Q(owners)
        return self.filter(Q(side__path__starter=viewer) | running & others)


class Promise(models.Model):
    """One promise on one path: of which role, how much, from when until when."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="promises")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=16)  # a definitions.PromiseKind
    owner = models.CharField(max_length=12)  # a definitions.Role
    measure = models.CharField(max_length=14)  # a definitions.Measure
    # Hours, cases, weeks or meetings of the organisation; never anything of the starter.
    amount = models.PositiveSmallIntegerField(null=True)
    place = models.PositiveSmallIntegerField()

    objects: ClassVar = PromiseQuerySet.as_manager()

    class Meta:
        """A promise stands once on a side."""

        ordering: ClassVar = ["place", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["side", "key"], name="a_promise_stands_once_on_a_side"),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.side_id} {self.key}"


class TermQuerySet(models.QuerySet["Term"]):
    """Months of promises, asked for by day."""

    def visible_to(self, viewer: Person) -> "TermQuerySet":
        """Those of the promises one is party to."""
        return self.filter(promise__in=Promise.objects.visible_to(viewer))

    def begun(self) -> "TermQuerySet":
        """Those of which something can be said by now."""
        return self.filter(starts_on__lte=civil_day())


class Term(models.Model):
    """One month of a promise."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="terms")
    starts_on = models.DateField()
    ends_on = models.DateField()  # the last day of it

    objects: ClassVar = TermQuerySet.as_manager()

    class Meta:
        """Months of one promise do not begin together."""

        ordering: ClassVar = ["starts_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["promise", "starts_on"], name="a_month_of_a_promise_begins_once"
            ),
            models.CheckConstraint(
                name="a_month_ends_after_it_starts", condition=Q(ends_on__gte=F("starts_on"))
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.promise_id} {self.starts_on}"


class TickQuerySet(models.QuerySet["Tick"]):
    """Ticks, asked for by who is party to the promise."""

    def visible_to(self, viewer: Person) -> "TickQuerySet":
        """Those of the promises one is party to."""
        return self.filter(term__promise__in=Promise.objects.visible_to(viewer))


class Tick(models.Model):
    """What one of the two sides says of a month: it stands beside that of the other."""

    class Whose(models.TextChoices):
        """The two sides of a promise."""

        STARTER = "starter", _("de starter")
        ORGANISATION = "organisation", _("de organisatie")

    class Word(models.TextChoices):
        """What happened."""

        KEPT = "kept", _("nagekomen")
        LATE = "late", _("later nagekomen")
        NOT_KEPT = "not_kept", _("niet nagekomen")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="ticks")
    whose = models.CharField(max_length=12, choices=Whose)
    word = models.CharField(max_length=8, choices=Word)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    sent_on = models.DateField(default=civil_day)

    objects: ClassVar = TickQuerySet.as_manager()

    class Meta:
        """Each side says one thing of a month; the last counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["term", "whose"], name="a_side_ticks_a_month_once"),
        ]

    def __str__(self) -> str:
        """Say what."""
        return f"{self.whose} {self.word}"


class ChangeQuerySet(models.QuerySet["Change"]):
    """Changes of promises, asked for by who is party to the promise."""

    def visible_to(self, viewer: Person) -> "ChangeQuerySet":
        """Those of the promises one is party to."""
        return self.filter(promise__in=Promise.objects.visible_to(viewer))

    def agreed(self) -> "ChangeQuerySet":
        """Those both said yes to."""
        return self.filter(agreed_on__isnull=False)


class Change(models.Model):
    """A promise made anew, with the reason and both names. It holds once the other side agreed."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    promise = models.ForeignKey(Promise, on_delete=models.CASCADE, related_name="changes")
    reason = models.CharField(_("Waarom?"), max_length=300)
    amount = models.PositiveSmallIntegerField(null=True)
    from_on = models.DateField()  # the first day of the month from which it holds
    proposed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    proposed_as = models.CharField(max_length=12, choices=Tick.Whose)
    proposed_on = models.DateField(default=civil_day)
    agreed_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    agreed_on = models.DateField(null=True)

    objects: ClassVar = ChangeQuerySet.as_manager()

    class Meta:
        """One proposal waits at a time."""

        ordering: ClassVar = ["from_on", "proposed_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["promise"],
                condition=Q(agreed_on=None),
                name="one_change_of_a_promise_waits_at_a_time",
            ),
            models.CheckConstraint(
                name="who_agreed_agreed_on_a_day",
                condition=Q(agreed_by=None) | Q(agreed_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        """Say which."""
        return f"{self.promise_id} {self.from_on}"
