"""Who can be written to, the signals, who signed them, and that an answer waits for somebody.

A signal is plain text: those who send it, whom it goes to, and whoever runs the machine can read
it. Who signed stands in a table that no page reads for anybody but the one who signed.
"""

from datetime import date, timedelta
from typing import ClassVar, Final
from uuid import uuid4

from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Membership, Organisation, Person, Role

LONGEST: Final = 2_000
LONGEST_ANSWER: Final = 5_000
ENOUGH: Final = 8
"""Signatures with which a signal leaves. No page shows a number below it."""
TO_ANSWER: Final = timedelta(days=14)
"""Whoever must answer has at least so long; until then it can gather."""
LINK_STAYS: Final = timedelta(days=60)
"""After the day on which an answer is expected."""


def starts_in(person: Person) -> QuerySet[Organisation]:
    """The organisations in which somebody is a starter today."""
    places = Membership.objects.active().filter(person=person, role=Role.STARTER)
    return Organisation.objects.filter(pk__in=places.values("organisation"))


class Kind(models.TextChoices):
    """What sort of body must answer."""

    BOARD = "board", _("bestuur")
    MANAGEMENT = "management", _("directie of management")
    SCHOOL = "school", _("opleiding")
    MUNICIPALITY = "municipality", _("gemeente")
    MINISTRY = "ministry", _("ministerie")
    OTHER = "other", _("iemand anders")


class AddresseeQuerySet(models.QuerySet["Addressee"]):
    """Addressees, asked for by who may write to them."""

    def visible_to(self, viewer: Person) -> "AddresseeQuerySet":
        """Those of the organisations in which ``viewer`` is a starter today."""
        return self.filter(organisation__in=starts_in(viewer))

    def of_desk(self, viewer: Person) -> "AddresseeQuerySet":
        """Those of the organisations whose desk ``viewer`` runs."""
        return self.filter(organisation__in=Organisation.objects.visible_to(viewer))


class Addressee(models.Model):
    """A role that answers signals, and the address where its letters arrive."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(_("Wat voor geadresseerde is het?"), max_length=12, choices=Kind)
    name = models.CharField(_("Hoe heet de geadresseerde?"), max_length=120)
    address = models.EmailField(_("E-mailadres"))
    language = models.CharField(
        _("Taal van de brief"),
        max_length=2,
        choices=Person.Language,
        default=Person.Language.NL,
    )

    objects: ClassVar = AddresseeQuerySet.as_manager()

    class Meta:
        """In the order of the alphabet; a name stands for one address."""

        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "name"], name="an_addressee_has_its_own_name"
            ),
        ]

    def __str__(self) -> str:
        """Name the role."""
        return self.name


class SignalQuerySet(models.QuerySet["Signal"]):
    """Signals, asked for by how far they are and who sends them."""

    def drafts(self) -> "SignalQuerySet":
        """Nobody signed yet; only who wrote it sees it."""
        return self.filter(opened_on=None, left_on=None)

    def gathering(self) -> "SignalQuerySet":
        """Signatures come in; they are not counted for anybody."""
        return self.filter(opened_on__isnull=False, left_on=None)

    def left(self) -> "SignalQuerySet":
        """On their way, or arrived, or answered."""
        return self.filter(left_on__isnull=False)

    def visible_to(self, viewer: Person) -> "SignalQuerySet":
        """Own drafts; what gathers where ``viewer`` is a starter; what they sent along with others.

        No desk, no leader, and no starter who did not sign sees what left.
        """
        signed = Signature.objects.visible_to(viewer).values("signal")
        return self.filter(
            Q(opened_on=None, left_on=None, started_by=viewer)
            | Q(opened_on__isnull=False, left_on=None, organisation__in=starts_in(viewer))
            | Q(left_on__isnull=False, pk__in=signed)
            | Q(left_on__isnull=False, started_by=viewer) & ~Q(reference="")
        )

    def of(self, reference: str) -> "SignalQuerySet":
        """Those that something else sent, such as ``dialogue:<uuid>``; the newest first."""
        return self.filter(reference=reference).order_by("-left_on", "pk")


class Signal(models.Model):
    """One text about conditions, to somebody who must answer before a day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    to_kind = models.CharField(max_length=12, choices=Kind)
    to_name = models.CharField(max_length=120)
    to_address = models.EmailField(blank=True)  # forgotten with the answer
    language = models.CharField(max_length=2, choices=Person.Language, default=Person.Language.NL)
    text = models.TextField(_("Wat wil je laten weten?"), max_length=LONGEST)
    answer_by = models.DateField(_("Uiterlijk op welke dag verwacht je antwoord?"))
    started_by = models.ForeignKey(Person, on_delete=models.SET_NULL, related_name="+", null=True)
    reference = models.CharField(max_length=80, blank=True)
    opened_on = models.DateField(null=True)  # the day of the first signature
    left_on = models.DateField(null=True)
    posting_since = models.DateTimeField(null=True)  # marked before its letter is tried
    posted_on = models.DateField(null=True)
    key_digest = models.CharField(max_length=64, blank=True)
    key_until = models.DateField(null=True)
    answer = models.TextField(blank=True, max_length=LONGEST_ANSWER)
    answered_as = models.CharField(max_length=120, blank=True)
    answered_on = models.DateField(null=True)

    objects: ClassVar = SignalQuerySet.as_manager()

    class Meta:
        """It leaves before it is answered, and one link opens one signal."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_signal_leaves_before_it_is_answered",
                condition=Q(answered_on=None) | Q(left_on__lte=F("answered_on")),
            ),
            models.CheckConstraint(
                name="an_answer_says_something",
                condition=Q(answered_on=None, answer="")
                | Q(answered_on__isnull=False) & ~Q(answer=""),
            ),
            models.UniqueConstraint(
                fields=["key_digest"],
                condition=~Q(key_digest=""),
                name="a_link_opens_one_signal",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["reference"], name="signals_by_reference")]

    def __str__(self) -> str:
        """Say whom it goes to."""
        return f"{self.to_name} {self.answer_by}"

    @property
    def is_draft(self) -> bool:
        """Whether its text can still change."""
        return self.opened_on is None and self.left_on is None

    @property
    def gathers_until(self) -> date:
        """The last day on which somebody can sign."""
        return self.answer_by - TO_ANSWER

    @property
    def is_from_dialogue(self) -> bool:
        """Whether a dialogue sent it, and no group of starters."""
        return bool(self.reference)

    def is_overdue(self, today: date) -> bool:
        """Whether the day passed without an answer."""
        return self.left_on is not None and self.answered_on is None and self.answer_by < today


class SignatureQuerySet(models.QuerySet["Signature"]):
    """Signatures, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "SignatureQuerySet":
        """The own ones; nobody sees those of another, nor how many there are."""
        return self.filter(person=viewer)


class Signature(models.Model):
    """That somebody stands behind a signal. Without a day: the order would say who began."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar = SignatureQuerySet.as_manager()

    class Meta:
        """Nobody signs twice."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["signal", "person"], name="nobody_signs_twice"),
        ]

    def __str__(self) -> str:
        """Say of which signal."""
        return f"signature of {self.signal_id}"


class AnswerNoticeQuerySet(models.QuerySet["AnswerNotice"]):
    """Notices of an answer, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "AnswerNoticeQuerySet":
        """The own ones: nobody sees of another whether they looked."""
        return self.filter(person=viewer)


class AnswerNotice(models.Model):
    """An answer that somebody did not look at yet. Its id is what delivery knows it by."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    signal = models.ForeignKey(Signal, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    objects: ClassVar = AnswerNoticeQuerySet.as_manager()

    class Meta:
        """Nobody hears twice of one answer."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["signal", "person"], name="nobody_hears_twice_of_an_answer"
            ),
        ]

    def __str__(self) -> str:
        """Say of which signal."""
        return f"answer to {self.signal_id}"
