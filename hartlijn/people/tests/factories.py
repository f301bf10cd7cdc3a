"""Make people and their ties for a story, in one line each."""

from datetime import date
from itertools import count

from allauth.account.models import EmailAddress
from django.utils import timezone

from hartlijn.people.models import Companionship, Membership, Organisation, Person, Role, Unit

_numbers = count(1)


def a_person(name: str = "Iemand", **fields: object) -> Person:
    """Somebody with an account; nobody in a test signs in with a password by accident."""
    address = f"{name.split(maxsplit=1)[0].lower()}.{next(_numbers)}@voorbeeld.nl"
    person = Person(name=name, **{"email": address, **fields})
    person.set_unusable_password()
    person.save()
    return person


def an_organisation(
    name: str = "Zeeuwse Jeugdzorg", kind: str = Organisation.Kind.PRACTICE
) -> Organisation:
    """A school, an employer or a network."""
    return Organisation.objects.create(name=name, kind=kind)


def a_unit(organisation: Organisation, name: str, parent: Unit | None = None) -> Unit:
    """A part of an organisation."""
    return Unit.objects.create(organisation=organisation, name=name, parent=parent)


def a_place(
    person: Person,
    organisation: Organisation,
    role: str = Role.STARTER,
    *,
    unit: Unit | None = None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Membership:
    """A membership, open-ended unless said otherwise."""
    return Membership.objects.create(
        person=person,
        organisation=organisation,
        role=role,
        unit=unit,
        starts_on=starts_on or timezone.localdate(),
        ends_on=ends_on,
    )


def walking_along(
    starter: Person,
    companion: Person,
    kind: str = Companionship.Kind.WORK_MENTOR,
    *,
    accepted: bool = True,
) -> Companionship:
    """A companionship, accepted unless said otherwise."""
    today = timezone.localdate()
    return Companionship.objects.create(
        starter=starter,
        companion=companion,
        kind=kind,
        asked_on=today,
        accepted_on=today if accepted else None,
    )


def proven(person: Person, email: str = "") -> Person:
    """The same person, with an address that was proven to be theirs."""
    EmailAddress.objects.create(
        user=person, email=email or person.email, verified=True, primary=not email
    )
    return person
