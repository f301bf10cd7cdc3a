"""A keyring, closed by its person; in a table of its own, so that backups can keep it apart."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class WrappedKeyQuerySet(models.QuerySet["WrappedKey"]):
    """Closed keyrings, asked for by whose they are."""

    def visible_to(self, viewer: Person) -> "WrappedKeyQuerySet":
        """The own ones; nobody fetches those of another."""
        return self.filter(owner=viewer)


class WrappedKey(models.Model):
    """One way to open a line: an age file that only the words, the code or a passkey open.

    Or the secret of which a contact and the server have one half each.
    """

    class Way(models.TextChoices):
        """What opens it."""

        WORDS = "words", _("zes woorden")
        CODE = "code", _("herstelcode")
        PASSKEY = "passkey", _("passkey")
        CONTACT = "contact", _("vertrouwenscontact")

    id = models.UUIDField(primary_key=True)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=8, choices=Way)
    label = models.CharField(max_length=60, blank=True)
    content = models.BinaryField()
    made_on = models.DateField(default=civil_day)

    objects: ClassVar = WrappedKeyQuerySet.as_manager()

    class Meta:
        """New words replace the former ones, and so do a new code and another contact."""

        ordering: ClassVar = ["made_on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "way"],
                condition=Q(way__in=["words", "code", "contact"]),
                name="words_code_and_contact_are_there_once",
            ),
        ]

    def __str__(self) -> str:
        """Say which way."""
        return f"{self.way} {self.pk}"
