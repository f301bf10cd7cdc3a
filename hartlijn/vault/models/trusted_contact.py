"""Who may help somebody open a line again, when words, code and devices are lost."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Person
from hartlijn.vault.models.wrapped_key import WrappedKey


class TrustedContactQuerySet(models.QuerySet["TrustedContact"]):
    """Trusted contacts, asked for by who is one of the two."""

    def visible_to(self, viewer: Person) -> "TrustedContactQuerySet":
        """The own one, and those of whom ``viewer`` is the contact."""
        return self.filter(Q(owner=viewer) | Q(contact=viewer))


class TrustedContact(models.Model):
    """One half of what opens a wrap, sealed to a contact; the other half as bytes.

    Each half alone says nothing. It goes with its wrap: removed, replaced, or begun anew.
    """

    class Days(models.IntegerChoices):
        """How long the owner wants to be able to stop it."""

        ONE = 1, _("1 dag")
        THREE = 3, _("3 dagen")
        SEVEN = 7, _("7 dagen")
        FOURTEEN = 14, _("14 dagen")

    wrap = models.OneToOneField(
        WrappedKey, on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    owner = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    # Gone with an account: the row stays, so that the owner reads that it works no more.
    contact = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    contact_keys = models.PositiveIntegerField()
    """Where the contact's newest line in the key log stood when the half was sealed."""
    days = models.PositiveSmallIntegerField(choices=Days)
    letter = models.BinaryField()  # the contact's half: an envelope
    half = models.BinaryField()  # the server's
    # When an address or device on which the owner is warned left the account; for a while.
    ways_changed_at = models.DateTimeField(null=True)

    objects: ClassVar = TrustedContactQuerySet.as_manager()

    class Meta:
        """Nobody helps themselves, and nobody waits shorter than a day."""

        constraints: ClassVar = [
            models.CheckConstraint(
                name="nobody_is_their_own_contact", condition=~Q(owner=models.F("contact"))
            ),
            models.CheckConstraint(
                name="a_contact_waits_some_days", condition=Q(days__in=[1, 3, 7, 14])
            ),
        ]

    def __str__(self) -> str:
        """Say how long."""
        return f"{self.days} days"
