"""May this person do this on a path now? Each answer carries the sentence a page shows."""

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.paths.models import Path, Side, Step, Template
from hartlijn.paths.parties import roles_of
from hartlijn.people.access import runs_desk
from hartlijn.people.models import Membership, Organisation, Person


def may_make_templates(person: Person, organisation: Organisation) -> Verdict:
    """Who runs the desk of an organisation."""
    if runs_desk(person, organisation):
        return YES
    return no(_("Alleen een coördinator van deze organisatie maakt trajecten."))


def may_begin(person: Person, starter: Person, template: Template) -> Verdict:
    """Who runs the desk, for somebody who is or will be in the organisation as a starter."""
    if not (verdict := may_make_templates(person, template.organisation)):
        return verdict
    if template.version is None or template.put_away_on:
        return no(_("Dit traject heeft nog geen versie. Zet het eerst klaar."))
    places = Membership.objects.not_over().filter(
        person=starter, organisation=template.organisation, role="starter"
    )
    if not places.exists():
        return no(_("Deze persoon is hier geen starter. Nodig diegene eerst uit als starter."))
    running = Side.objects.running().filter(
        path__starter=starter, organisation=template.organisation
    )
    if running.exists():
        return no(_("Deze persoon heeft hier al een traject. Kies dat, of sluit het eerst af."))
    return YES


def may_end(person: Person, side: Side) -> Verdict:
    """Who runs the desk; the starter stops taking part by leaving the organisation."""
    if not side.is_running:
        return no(_("Dit deel van het traject is al afgesloten."))
    return may_make_templates(person, side.organisation)


def may_set_dates(person: Person, side: Side) -> Verdict:
    """Who runs the desk, for as long as the side runs."""
    if not side.is_running:
        return no(_("Dit deel van het traject is afgesloten. Er verandert niets meer in."))
    return may_make_templates(person, side.organisation)


def may_recount(person: Person, side: Side) -> Verdict:
    """The starter, whose working times they are."""
    if person.pk != side.path.starter_id:
        return no(_("Alleen wie het traject loopt, kiest hierover."))
    if not side.is_running:
        return no(_("Dit deel van het traject is afgesloten. Er verandert niets meer in."))
    return YES


def may_mark(person: Person, step: Step) -> Verdict:
    """Who has a part in the step, and the starter whose path it is."""
    if not step.side.is_running:
        return no(_("Dit deel van het traject is afgesloten. Er verandert niets meer in."))
    roles = roles_of(person, step.side)
    if "starter" in roles or roles & {one.role for one in step.roles.all()}:
        return YES
    return no(_("Alleen wie deze stap doet, zet hem op gedaan."))


def may_choose(person: Person, side: Side) -> Verdict:
    """The starter chooses whether the own path goes over to a newer version."""
    if person.pk != side.path.starter_id:
        return no(_("Alleen wie het traject loopt, kiest hierover."))
    if side.offered_id is None:
        return no(_("Er is geen nieuwere versie. Alles blijft zoals het is."))
    return YES


def is_own(person: Person, path: Path) -> bool:
    """Whether it is the own path."""
    return path.starter_id == person.pk
