"""Who of the three may do what at a hand-over, and when."""

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.paths.models import HandOver, Side
from hartlijn.paths.models.hand_over import sides_left_by
from hartlijn.people.models import Membership, Organisation, Person, Role

OVER = _("Deze overdracht is al aangenomen. Er verandert niets meer in.")


def may_prepare(person: Person, side: Side) -> Verdict:
    """Who leads the unit, who mentors from inside the organisation, and its desk."""
    if not sides_left_by(person).filter(pk=side.pk).exists():
        return no(_("Alleen wie dit deel begeleidt, het team leidt of de balie heeft, stelt voor."))
    return _none_waits(side)


def may_propose(person: Person, hand_over: HandOver) -> Verdict:
    """Lay it before the starter: who made the draft, and may still prepare it."""
    if hand_over.proposed_on:
        return no(_("Dit voorstel ligt er al."))
    if hand_over.proposed_by_id != person.pk:
        return no(_("Alleen wie de overdracht klaarzette, legt hem voor."))
    return may_prepare(person, hand_over.side)


def _none_waits(side: Side) -> Verdict:
    if HandOver.objects.filter(side=side).open().exists():
        return no(_("Er ligt al een voorstel. Wacht op het antwoord, of stop het eerst."))
    return YES


def may_pick(person: Person, hand_over: HandOver) -> Verdict:
    """Only the starter picks, and until she gave it."""
    if hand_over.path.starter_id != person.pk:
        return no(_("Alleen wie het traject loopt, kiest wat er meegaat."))
    if hand_over.accepted_on:
        return no(OVER)
    if hand_over.given_on:
        return no(_("Je gaf dit al. Wil je iets anders geven? Stop het dan eerst."))
    return YES


def may_give(person: Person, hand_over: HandOver) -> Verdict:
    """The starter, once it is chosen to whom, and something goes along."""
    if not (verdict := may_pick(person, hand_over)):
        return verdict
    if hand_over.to is None or hand_over.to not in receivers_for(hand_over):
        return no(_("Kies eerst aan wie je dit geeft."))
    if not hand_over.added and not hand_over.items.filter(is_picked=True).exists():
        return no(_("Kies eerst iets om mee te nemen."))
    return YES


def may_accept(person: Person, hand_over: HandOver) -> Verdict:
    """The desk of the receiving organisation, or who leads the unit she comes to."""
    if hand_over.accepted_on:
        return no(OVER)
    if not HandOver.objects.received_by(person).filter(pk=hand_over.pk).exists():
        return no(_("Alleen wie dit krijgt, neemt het aan."))
    return YES


def may_stop(person: Person, hand_over: HandOver) -> Verdict:
    """Each of the three, until it is accepted."""
    if hand_over.accepted_on:
        return no(OVER)
    if not HandOver.objects.visible_to(person).filter(pk=hand_over.pk).exists():
        return no(_("Alleen wie meedoet aan deze overdracht, stopt hem."))
    return YES


def receivers_for(hand_over: HandOver) -> dict[Organisation, Membership]:
    """Organisations she is or will be a starter of, other than the one that hands over."""
    places = Membership.objects.not_over().filter(
        person=hand_over.path.starter_id, role=Role.STARTER
    )
    other = places.exclude(organisation=hand_over.side.organisation_id)
    found = other.select_related("organisation", "unit").order_by("starts_on", "pk")
    return {place.organisation: place for place in found}
