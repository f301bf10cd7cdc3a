"""The own log: what others with a role read, changed, exported or invited about somebody."""

from typing import Any, ClassVar, NoReturn

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Person


class LogEntryQuerySet(models.QuerySet["LogEntry"]):
    """Log entries, asked for by whom they are about."""

    def visible_to(self, viewer: Person) -> "LogEntryQuerySet":
        """The entries about ``viewer``; a log is for the one it is about, and nobody else."""
        return self.filter(about_id=viewer.pk)


class LogEntry(models.Model):
    """One thing that somebody with a role did with somebody's data, by day."""

    class Did(models.TextChoices):
        """What was done, in the words a person reads."""

        LOOKED = "looked", _("bekeek")
        CHANGED = "changed", _("veranderde")
        ENDED = "ended", _("beëindigde")
        STARTED = "started", _("begon")
        INVITED = "invited", _("nodigde uit")
        EXPORTED = "exported", _("nam mee in een bestand")
        BLOCKED = "blocked", _("sloot af")
        UNBLOCKED = "unblocked", _("opende weer")
        FETCHED = "fetched", _("haalde op")

    class What(models.TextChoices):
        """With which data."""

        LIST = "list", _("je naam in de lijst van mensen")
        MEMBERSHIP = "membership", _("je plek in de organisatie")
        INVITATION = "invitation", _("een uitnodiging voor jou")
        ACCOUNT = "account", _("je account")
        DUTY = "duty", _("je dienst op een lijn")
        KEYS = "keys", _("je gesloten sleutels")
        PATH = "path", _("je traject")

    # Ids without a foreign key: an entry is never changed, also not when an account goes.
    about_id = models.UUIDField()
    by_id = models.UUIDField(null=True)
    organisation_id = models.UUIDField(null=True)
    as_role = models.CharField(max_length=12)
    did = models.CharField(max_length=10, choices=Did)
    what = models.CharField(max_length=12, choices=What)
    day = models.DateField(default=timezone.localdate)

    objects: ClassVar = LogEntryQuerySet.as_manager()

    class Meta:
        """Looking ten times on one day is written once for each organisation."""

        ordering: ClassVar = ["-day", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["about_id", "by_id", "organisation_id", "as_role", "did", "what", "day"],
                condition=models.Q(did="looked", organisation_id__isnull=False),
                name="looking_from_a_desk_is_written_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["about_id", "by_id", "as_role", "did", "what", "day"],
                condition=models.Q(did="looked", organisation_id=None),
                name="looking_is_written_once_a_day",
            ),
            models.UniqueConstraint(
                fields=["about_id", "did", "what", "day"],
                condition=models.Q(did="fetched"),
                name="fetching_is_written_once_a_day",
            ),
        ]

    def __str__(self) -> str:
        """Say what was done."""
        return f"{self.day} {self.did} {self.what}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add; never change (the database refuses it too)."""
        if self.pk is not None:
            _refuse()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: entries go only together with the account they are about."""
        del args, kwargs
        _refuse()


def _refuse() -> NoReturn:
    message = "The log is append-only."
    raise TypeError(message)
