"""A person: an account that belongs to nobody else."""

from typing import ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PersonQuerySet(models.QuerySet["Person"]):
    """Persons, asked for by what ties them together."""

    def visible_to(self, viewer: "Person") -> "PersonQuerySet":
        """Whose name ``viewer`` may read: own, own companions, units, circles, tables and desk."""
        from hartlijn.people.models.companionship import Companionship  # noqa: PLC0415 - circular
        from hartlijn.people.models.membership import Membership  # noqa: PLC0415 - circular
        from hartlijn.people.models.reaching import CirclePlace, Seat  # noqa: PLC0415 - circular

        memberships = Membership.objects.active()
        close = Companionship.objects.open().visible_to(viewer)
        return self.filter(
            Q(pk=viewer.pk)
            | Q(pk__in=close.values("starter"))
            | Q(pk__in=close.values("companion"))
            | Q(pk__in=memberships.beside(viewer).values("person"))
            | Q(pk__in=memberships.of_desk(viewer).values("person"))
            | Q(pk__in=CirclePlace.objects.visible_to(viewer).values("person"))
            | Q(pk__in=Seat.objects.beside(viewer).values("person"))
        )


class PersonManager(BaseUserManager.from_queryset(PersonQuerySet)):  # type: ignore[misc]
    """Makes persons; ``objects.create_user`` is the name Django and allauth expect."""

    def create_user(self, email: str, name: str, password: str | None = None) -> "Person":
        """Make an account; without a password it is opened by a passkey or another account."""
        person = Person(email=self.normalize_email(email), name=name)
        person.set_password(password)
        person.save()
        return person

    def get_by_natural_key(self, email: str | None) -> "Person":
        """Find by address, whatever its capitals."""
        return self.get(email__iexact=email)  # type: ignore[no-any-return]


class Person(AbstractBaseUser):
    """Somebody with an account and a line of their own, inside an organisation or without one."""

    class Language(models.TextChoices):
        """Languages of the pages."""

        NL = "nl", "Nederlands"
        EN = "en", "English"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(_("Hoe heet je?"), max_length=80)
    email = models.EmailField(_("E-mailadres"), unique=True)
    language = models.CharField(_("Taal"), max_length=2, choices=Language, default=Language.NL)
    time_zone = models.CharField(_("Tijdzone"), max_length=40, default="Europe/Amsterdam")
    is_operator = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_on = models.DateField(default=timezone.localdate)  # by day: hours say too much

    last_login = None  # nobody needs to know when somebody was here
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta:
        """One account per address, whatever its capitals."""

        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="one_account_per_address"),
        ]

    def __str__(self) -> str:
        """Name the person."""
        return self.name
