"""May this person do this now? Each answer carries the sentence a page shows."""

from typing import Final

from allauth.account.models import EmailAddress
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Companionship, Invitation, Membership, Organisation, Person, Role

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
    """A coordinator ends places of the own organisation, but never its last coordinator."""
    if not (verdict := may_manage(person, membership.organisation)):
        return verdict
    if not membership.is_active:
        return YES
    active = membership.organisation.memberships.active().filter(person__is_active=True)
    others = active.coordinators().exclude(pk=membership.pk)
    if membership.role == Role.COORDINATOR and not others.exists():
        return no(_("Dit is de laatste coördinator. Nodig eerst een andere coördinator uit."))
    return YES


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
    """A desk or the installation goes to whoever reads that mailbox; a place may go elsewhere.

    So a letter to a work address still finds the private account it is meant for.
    """
    if invitation.role != Role.COORDINATOR and not invitation.as_operator:
        return YES
    proven = EmailAddress.objects.filter(user=person, verified=True)
    if proven.filter(email__iexact=invitation.email).exists():
        return YES
    return no(
        _(
            "Meld je aan met het adres waarop je bent uitgenodigd. "
            "Of voeg dat adres eerst toe aan je account."
        )
    )


def may_withdraw(person: Person, invitation: Invitation) -> Verdict:
    """Whoever sent it personally, or runs the desk it was sent from."""
    if invitation.used_at:
        return no(_("Deze uitnodiging is al gebruikt en kan niet meer terug."))
    if invitation.organisation:
        return may_manage(person, invitation.organisation)
    if invitation.invited_by == person:
        return YES
    return no(_("Alleen wie deze uitnodiging stuurde, kan die weer intrekken."))


def may_erase(person: Person) -> Verdict:
    """Everybody may leave; a desk and the installation keep at least one person to run them."""
    for membership in Membership.objects.active().coordinators().filter(person=person):
        active = membership.organisation.memberships.active().filter(person__is_active=True)
        others = active.coordinators()
        if not others.exclude(person=person).exists():
            return no(_("Je bent de laatste coördinator. Nodig eerst een andere coördinator uit."))
    operators = Person.objects.filter(is_operator=True, is_active=True)
    if person.is_operator and not operators.exclude(pk=person.pk).exists():
        return no(_("Je bent de laatste beheerder. Maak eerst iemand anders beheerder."))
    return YES
