"""What people take along of their account, their places and those who walk along with them."""

from collections.abc import Iterable
from typing import Final

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, address, choice, day, text, truth
from hartlijn.people.models import Companionship, Invitation, Membership, Person, Role
from hartlijn.people.portable_reach import REACH
from hartlijn.people.portable_times import TIMES

Rows = Iterable[tuple[Value, ...]]


def _profile(person: Person) -> Rows:
    yield (
        person.name,
        person.email,
        person.language,
        person.time_zone,
        person.joined_on,
        person.is_operator,
        person.is_active,
    )


def _addresses(person: Person) -> Rows:
    found = EmailAddress.objects.filter(user=person).order_by("email")
    for one in found:
        yield (one.email, one.primary, one.verified)


def _ways_in(person: Person) -> Rows:
    """How somebody signs in; never the secret itself."""
    if person.has_usable_password():
        yield ("password", "", None)
    for way in Authenticator.objects.filter(user=person).order_by("created_at", "pk"):
        yield (way.type, way.data.get("name", ""), way.created_at.date())
    for account in SocialAccount.objects.filter(user=person).order_by("provider", "uid"):
        yield (account.provider, account.uid, account.date_joined.date())


def _sessions(person: Person) -> Rows:
    found = UserSession.objects.filter(user=person).order_by("created_at", "pk")
    for session in found:
        yield (session.created_at.date(), session.user_agent, session.ip)


def _places(person: Person) -> Rows:
    found = Membership.objects.filter(person=person).order_by("starts_on", "pk")
    for place in found.select_related("organisation", "unit"):
        yield (
            place.organisation.name,
            place.unit.name if place.unit else "",
            place.role,
            place.starts_on,
            place.ends_on,
        )


def _companionships(person: Person) -> Rows:
    """The other's name goes along for as long as the tie lasts; an address never does."""
    found = Companionship.objects.visible_to(person).order_by("asked_on", "pk")
    for tie in found.select_related("starter", "companion"):
        other = tie.other(person)
        yield (
            other.name if other and tie.ended_on is None else "",
            tie.starter_id == person.pk,
            tie.kind,
            tie.asked_on,
            tie.accepted_on,
            tie.ended_on,
        )


def _received(person: Person) -> Rows:
    """Those that wait. Of a used one the address is forgotten; the place it gave goes along."""
    own = EmailAddress.objects.filter(user=person, verified=True).values(lowered=Lower("email"))
    found = Invitation.objects.annotate(lowered=Lower("email")).filter(lowered__in=own)
    found |= Invitation.objects.annotate(lowered=Lower("email")).filter(
        lowered=person.email.lower()
    )
    for one in found.select_related("organisation", "unit").order_by("expires_at", "pk"):
        yield (
            one.email,
            one.name,
            one.organisation.name if one.organisation else "",
            one.unit.name if one.unit else "",
            one.role,
            one.companion_as,
            one.expires_at.date(),
        )


def _sent(person: Person) -> Rows:
    """Personal ones. What somebody sent from a desk belongs to that organisation."""
    found = Invitation.objects.filter(invited_by=person, organisation=None)
    for one in found.order_by("expires_at", "pk"):
        yield (
            one.email,
            one.name,
            one.companion_as,
            one.expires_at.date(),
            one.used_at.date() if one.used_at else None,
            one.withdrawn_at.date() if one.withdrawn_at else None,
        )


PROFILE: Final = Part(
    "profile",
    _("Jij"),
    _("Wat je over jezelf vertelde."),
    (
        text("name", _("Naam")),
        address("email", _("E-mailadres")),
        choice("language", _("Taal"), Person.Language.choices),
        text("time_zone", _("Tijdzone")),
        day("joined_on", _("Bij Hartlijn sinds")),
        truth("is_operator", _("Beheerder")),
        truth("is_active", _("Account staat open")),
    ),
    _profile,
)
ADDRESSES: Final = Part(
    "addresses",
    _("Je e-mailadressen"),
    _("De adressen waarmee je je aanmeldt."),
    (
        address("email", _("E-mailadres")),
        truth("is_primary", _("Hoofdadres")),
        truth("is_verified", _("Gecontroleerd")),
    ),
    _addresses,
)
WAYS_IN: Final = Part(
    "ways_in",
    _("Hoe je je aanmeldt"),
    _("Je wachtwoord, passkeys, codes en gekoppelde accounts; zonder de geheimen zelf."),
    (
        text("kind", _("Soort")),
        text("name", _("Naam of kenmerk")),
        day("since", _("Sinds")),
    ),
    _ways_in,
)
SESSIONS: Final = Part(
    "sessions",
    _("Waar je bent aangemeld"),
    _("De apparaten waarop je nu bent aangemeld, en sinds welke dag."),
    (
        day("since", _("Sinds")),
        text("device", _("Apparaat")),
        text("network_address", _("Netwerkadres")),
    ),
    _sessions,
)
PLACES: Final = Part(
    "memberships",
    _("Je plekken"),
    _("Bij welke school en organisatie je hoort of hoorde, en als wat."),
    (
        text("organisation", _("Organisatie")),
        text("unit", _("Onderdeel")),
        choice("role", _("Rol"), Role.choices),
        day("starts_on", _("Vanaf")),
        day("ends_on", _("Tot")),
    ),
    _places,
)
COMPANIONSHIPS: Final = Part(
    "companionships",
    _("Wie meeloopt"),
    _("Wie met jou meeloopt en met wie jij meeloopt. Na afloop zonder de naam van de ander."),
    (
        text("other", _("Met wie")),
        truth("you_are_the_starter", _("Jij bent de starter")),
        choice("kind", _("Als wat"), Companionship.Kind.choices),
        day("asked_on", _("Gevraagd op")),
        day("accepted_on", _("Ja gezegd op")),
        day("ended_on", _("Afgelopen op")),
    ),
    _companionships,
)
RECEIVED: Final = Part(
    "invitations_received",
    _("Uitnodigingen voor jou"),
    _("Uitnodigingen die naar een adres van jou gingen."),
    (
        address("email", _("E-mailadres")),
        text("name", _("Naam")),
        text("organisation", _("Organisatie")),
        text("unit", _("Onderdeel")),
        choice("role", _("Rol"), Role.choices),
        choice("companion_as", _("Om mee te lopen als"), Companionship.Kind.choices),
        day("valid_until", _("Geldig tot")),
    ),
    _received,
)
SENT: Final = Part(
    "invitations_sent",
    _("Uitnodigingen van jou"),
    _("Wie je zelf uitnodigde. Uitnodigingen namens een organisatie horen bij die organisatie."),
    (
        address("email", _("E-mailadres")),
        text("name", _("Naam")),
        choice("companion_as", _("Om mee te lopen als"), Companionship.Kind.choices),
        day("valid_until", _("Geldig tot")),
        day("used_on", _("Gebruikt op")),
        day("withdrawn_on", _("Ingetrokken op")),
    ),
    _sent,
)

PARTS: Final[tuple[Part[Person], ...]] = (
    PROFILE,
    ADDRESSES,
    WAYS_IN,
    SESSIONS,
    PLACES,
    COMPANIONSHIPS,
    *REACH,
    *TIMES,
    RECEIVED,
    SENT,
)
