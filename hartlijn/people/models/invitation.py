"""An invitation: one link, one place, once, and not for ever."""

import hashlib
import secrets
from datetime import date, datetime, timedelta
from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models.companionship import Companionship
from hartlijn.people.models.membership import Membership, Role
from hartlijn.people.models.organisation import Organisation, Unit
from hartlijn.people.models.person import Person

VALID_FOR = timedelta(days=14)
OPERATOR_LINK_VALID_FOR = timedelta(minutes=15)


def digest(token: str) -> str:
    """What we keep of a link's token: enough to recognise it, not to use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def new_token() -> str:
    """A token nobody can guess (256 bits)."""
    return secrets.token_urlsafe(32)


def a_while_from_now() -> datetime:
    """When an ordinary invitation stops working."""
    return timezone.now() + VALID_FOR


def _sender_may_still_give() -> Q:
    """Whether who sent it may give today what it promises.

    A person with an account gives their own company; a coordinator a place; an operator the
    desk of an organisation that nobody runs. Without this an ended coordinator would come
    back through a letter sent before, to another mailbox.
    """
    desks = Membership.objects.active().coordinators().filter(organisation=OuterRef("organisation"))
    opens_a_desk = Q(role=Role.COORDINATOR, invited_by__is_operator=True)
    place = Exists(desks.filter(person=OuterRef("invited_by"))) | (
        opens_a_desk & ~Exists(desks.filter(person__is_active=True))
    )
    return Q(as_operator=True) | Q(invited_by__is_active=True) & (Q(organisation=None) | place)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, asked for by whether they still work and by who sent them."""

    def usable(self) -> "InvitationQuerySet":
        """Not used, withdrawn or expired, the place not over, and the sender may still give it."""
        return self.unanswered().filter(_sender_may_still_give(), expires_at__gt=timezone.now())

    def unanswered(self) -> "InvitationQuerySet":
        """Not used or withdrawn, for a place that is not over: waiting, or to be sent again."""
        open_ = self.filter(used_at=None, withdrawn_at=None)
        return open_.exclude(ends_on__lte=civil_day())

    def personal(self, sender: Person) -> "InvitationQuerySet":
        """Those ``sender`` sent in their own name, not yet used and not taken back."""
        own = self.filter(organisation=None, invited_by=sender)
        return own.filter(used_at=None, withdrawn_at=None)

    def for_token(self, token: str) -> "InvitationQuerySet":
        """The invitation a link belongs to."""
        return self.filter(token_digest=digest(token))

    def visible_to(self, viewer: Person) -> "InvitationQuerySet":
        """Those ``viewer`` sent personally, and those of the desks they run."""
        desks = Organisation.objects.visible_to(viewer)
        return self.filter(Q(organisation__in=desks) | Q(organisation=None, invited_by=viewer))


class Invitation(models.Model):
    """A single-use link that gives one person one place, or a personal welcome."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token_digest = models.CharField(max_length=64, unique=True)
    # Both empty once it is used: the account says who came, and takes that along when it goes.
    email = models.EmailField(_("E-mailadres"), blank=True)
    name = models.CharField(_("Naam"), max_length=80, blank=True)
    # A place in an organisation …
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="invitations", null=True, blank=True
    )
    unit = models.ForeignKey(
        Unit,
        on_delete=models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("Onderdeel"),
    )
    role = models.CharField(_("Rol"), max_length=12, choices=Role, blank=True)
    starts_on = models.DateField(_("Vanaf"), null=True, blank=True)
    ends_on = models.DateField(_("Tot"), null=True, blank=True)
    # … or a starter's wish that the invited person walks along …
    companion_as = models.CharField(max_length=12, choices=Companionship.Kind, blank=True)
    # … or the operator's place in the installation.
    as_operator = models.BooleanField(default=False)
    invited_by = models.ForeignKey(
        Person, on_delete=models.SET_NULL, related_name="+", null=True, blank=True
    )
    expires_at = models.DateTimeField(default=a_while_from_now)
    used_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar = InvitationQuerySet.as_manager()

    class Meta:
        """A role goes with an organisation, and only with one."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="a_role_goes_with_an_organisation",
                condition=Q(organisation=None, role="")
                | (Q(organisation__isnull=False) & ~Q(role="")),
            ),
        ]

    def __str__(self) -> str:
        """Say whom it is for."""
        return self.email

    @property
    def is_usable(self) -> bool:
        """Whether the link still works; asks the database, where the sender's rights are."""
        return Invitation.objects.usable().filter(pk=self.pk).exists()

    @property
    def sent_on(self) -> date:
        """The day an ordinary invitation was sent: each is valid for a fixed time."""
        return timezone.localdate(self.expires_at - VALID_FOR, timezone.get_default_timezone())

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= timezone.now()

    @property
    def place_is_over(self) -> bool:
        """Whether the place that waited has ended before somebody took it."""
        return self.ends_on is not None and self.ends_on <= civil_day()

    @property
    def is_welcome(self) -> bool:
        """Whether a companion invites a starter, without an organisation."""
        return not (self.organisation_id or self.companion_as or self.as_operator)
