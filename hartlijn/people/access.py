"""May this person do this now? Each answer carries the sentence a page shows."""

from datetime import date
from typing import Final

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import (
    Circle,
    Companionship,
    DutyShift,
    Invitation,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)
from hartlijn.people.models.duty import units_with_duty_kept_by

NO_OPERATOR: Final = _("Alleen de beheerder van deze Hartlijn doet dit.")


def runs_desk(person: Person, organisation: Organisation) -> bool:
    """Whether somebody is a coordinator of this organisation today."""
    return Organisation.objects.visible_to(person).filter(pk=organisation.pk).exists()


def may_invite(person: Person, organisation: Organisation) -> Verdict:
    """Coordinators invite into their own organisation."""
    if runs_desk(person, organisation):
        return YES
    return no(_("Alleen een coördinator van deze organisatie nodigt mensen uit."))


def may_open_desk(person: Person, organisation: Organisation) -> Verdict:
    """An operator looks for a coordinator only for as long as an organisation has none."""
    if not (verdict := may_operate(person)):
        return verdict
    active = organisation.memberships.active().coordinators()
    if active.filter(person__is_active=True).exists():
        return no(_("Deze organisatie heeft al een coördinator. Die nodigt zelf een tweede uit."))
    return YES


def may_hand_desk_to(email: str, organisation: Organisation, *, by: Person) -> Verdict:
    """An operator hands a desk to somebody else; none of the own addresses will do."""
    proven_or_not = EmailAddress.objects.filter(user=by).values_list("email", flat=True)
    if email.lower() in {address.lower() for address in (by.email, *proven_or_not)}:
        return no(_("Dit is je eigen adres. Nodig iemand uit die bij de organisatie hoort."))
    return may_open_desk(by, organisation)


def may_manage(person: Person, organisation: Organisation) -> Verdict:
    """Who may change units, memberships and the name of an organisation."""
    if runs_desk(person, organisation):
        return YES
    return no(_("Alleen een coördinator van deze organisatie past dit aan."))


def may_end_membership(person: Person, membership: Membership) -> Verdict:
    """A coordinator ends places of the own organisation, but never its last coordinator.

    Another has to stay at least as long as this one would have. Otherwise two could each set
    an end while the other is still there, and leave the desk to nobody.
    """
    if not (verdict := may_manage(person, membership.organisation)):
        return verdict
    if membership.role != Role.COORDINATOR or not membership.is_active:
        return YES
    active = membership.organisation.memberships.active().filter(person__is_active=True)
    others = active.coordinators().exclude(pk=membership.pk)
    if not others.exists():
        return no(_("Dit is de laatste coördinator. Nodig eerst een andere coördinator uit."))
    as_long = Q(ends_on=None) | Q(ends_on__gte=membership.ends_on or date.max)
    if not others.filter(as_long).exists():
        return no(
            _(
                "Geen andere coördinator blijft zo lang. Geef iemand eerst een latere einddag, "
                "of nodig een andere coördinator uit."
            )
        )
    return YES


def may_keep_duty(person: Person, unit: Unit) -> Verdict:
    """The leader of a unit and the coordinators declare its lines and make their rosters."""
    if units_with_duty_kept_by(person).filter(pk=unit.pk).exists():
        return YES
    return no(_("Alleen de teamleider en de coördinator maken dit dienstrooster."))


def may_leave_duty(person: Person, shift: DutyShift) -> Verdict:
    """Whoever makes the roster takes a duty away, and whoever it is about: nobody has to."""
    return YES if shift.person_id == person.pk else may_keep_duty(person, shift.line.unit)


def may_operate(person: Person) -> Verdict:
    """Who sees to the installation: accounts and organisations, never what is in them."""
    if person.is_operator and person.is_active:
        return YES
    return no(NO_OPERATOR)


def may_block(person: Person, account: Person) -> Verdict:
    """An operator closes any account but the own one, so that one operator always stays."""
    if person == account:
        return no(_("Je eigen account sluit je niet af. Vraag dat aan een andere beheerder."))
    return may_operate(person)


def may_ask(starter: Person, companion: Person) -> Verdict:
    """A starter asks somebody whose name they may see to walk along."""
    if starter == companion:
        return no(_("Met jezelf meelopen gaat niet. Kies iemand anders."))
    return YES


def may_accept(person: Person, companionship: Companionship) -> Verdict:
    """Only the one who was asked says yes."""
    if companionship.ended_on:
        return no(_("Deze vraag is ingetrokken of afgelopen."))
    if companionship.companion != person:
        return no(_("Alleen wie gevraagd is, kan ja zeggen."))
    return YES


def may_take(person: Person, invitation: Invitation) -> Verdict:
    """Nobody gives themselves a place, or takes one that was given before an end of it."""
    if invitation.invited_by_id == person.pk:
        return no(_("Deze uitnodiging stuurde je zelf. Laat een andere coördinator je uitnodigen."))
    if _ended_since(person, invitation):
        return no(
            _(
                "Je plek hier is geëindigd nadat deze uitnodiging was verstuurd. "
                "Vraag de coördinator om een nieuwe."
            )
        )
    return may_take_with(person, invitation)


def may_take_with(person: Person, invitation: Invitation) -> Verdict:
    """A desk, the installation and a person's trust go to whoever reads that mailbox.

    A place may go elsewhere: so a letter to a work address still finds the private account it
    is meant for.
    """
    is_bound = invitation.role == Role.COORDINATOR or invitation.as_operator
    if not (is_bound or invitation.companion_as):
        return YES
    proven = EmailAddress.objects.filter(user=person, verified=True)
    if proven.filter(email__iexact=invitation.email).exists():
        return YES
    if is_bound:
        return no(
            _(
                "Meld je aan met het adres waarop je bent uitgenodigd. "
                "Of voeg dat adres eerst toe aan je account."
            )
        )
    return no(
        _(
            "Deze vraag ging naar een adres dat niet bij je account hoort. Is het ook van jou? "
            "Voeg het dan toe aan je account en open de link nog een keer. "
            "Of vraag om een uitnodiging op het adres waarmee je hier bent."
        )
    )


def _ended_since(person: Person, invitation: Invitation) -> bool:
    """Whether a place here ended after the letter went out, and the letter is not for later."""
    places = Membership.objects.filter(person=person, organisation=invitation.organisation_id)
    ended = places.filter(ends_on__gt=invitation.sent_on, ends_on__lte=civil_day())
    if invitation.starts_on:
        ended = ended.filter(ends_on__gt=invitation.starts_on)
    return bool(ended.exists())


def may_withdraw(person: Person, invitation: Invitation) -> Verdict:
    """Whoever sent it personally, or runs the desk it was sent from."""
    if invitation.used_at:
        return no(_("Deze uitnodiging is al gebruikt en kan niet meer terug."))
    if invitation.organisation:
        return may_manage(person, invitation.organisation)
    if invitation.invited_by == person:
        return YES
    return no(_("Alleen wie deze uitnodiging stuurde, kan die weer intrekken."))


def may_invite_to(person: Person, circle: Circle) -> Verdict:
    """Whoever is in a circle invites, until it is full; who is invited counts too."""
    if not circle.places.accepted().filter(person=person).exists():
        return no(_("Alleen wie in de kring zit, nodigt iemand uit. Zeg eerst ja."))
    if circle.places.count() >= Circle.MOST:
        return no(
            _(
                "In een kring passen twaalf mensen, en die zijn er. Begin een tweede kring, "
                "of wacht tot er een plek vrijkomt."
            )
        )
    return YES


def may_erase(person: Person) -> Verdict:
    """Everybody may leave; a desk and the installation keep at least one person to run them."""
    desks = Membership.objects.active().coordinators()
    others = desks.filter(organisation=OuterRef("organisation"), person__is_active=True)
    if desks.filter(~Exists(others.exclude(person=person)), person=person).exists():
        return no(_("Je bent de laatste coördinator. Nodig eerst een andere coördinator uit."))
    operators = Person.objects.filter(is_operator=True, is_active=True)
    if person.is_operator and not operators.exclude(pk=person.pk).exists():
        return no(_("Je bent de laatste beheerder. Maak eerst iemand anders beheerder."))
    return YES
