"""May this person do this on a path now? Each answer carries the sentence a page shows."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.paths.evaluations import is_open
from hartlijn.paths.models import Change, Path, Promise, Side, Step, Template, Term, Tick
from hartlijn.paths.models.path import places_of
from hartlijn.paths.parties import roles_of
from hartlijn.people.access import runs_desk
from hartlijn.people.models import Membership, Organisation, Person, Role, Unit


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


def may_evaluate(person: Person, step: Step) -> Verdict:
    """The starter, around the day of it."""
    if person.pk != step.side.path.starter_id:
        return no(_("Alleen wie het traject loopt, zegt hoe de organisatie het doet."))
    if not step.side.is_running:
        return no(_("Dit deel van het traject is afgesloten. Er verandert niets meer in."))
    if step.due_on is None or not is_open(step.due_on, civil_day()):
        return no(
            _("Dit moment is nu niet open: dat is het van een week ervoor tot een maand erna.")
        )
    return YES


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


def speaks_as(person: Person, promise: Promise) -> str | None:
    """For which side somebody ticks a promise; None for who is no party to it.

    The starter for herself. For the organisation whoever leads the unit, whoever the promise is
    of, and who mentors from inside: those who see it beside the starter.
    """
    if person.pk == promise.side.path.starter_id:
        return Tick.Whose.STARTER
    if Promise.objects.visible_to(person).filter(pk=promise.pk).exists():
        return Tick.Whose.ORGANISATION
    return None


def may_tick(person: Person, term: Term) -> Verdict:
    """Each side of a promise for itself, once the month has begun."""
    if not (verdict := _is_party(person, term.promise)):
        return verdict
    if term.starts_on > civil_day():
        return no(_("Deze maand moet nog beginnen. Dan kun je zeggen hoe het ging."))
    return YES


def may_propose(person: Person, promise: Promise) -> Verdict:
    """Both sides, as long as nothing waits and there are months left."""
    if not (verdict := _is_party(person, promise)):
        return verdict
    if Change.objects.filter(promise=promise, agreed_on=None).exists():
        return no(_("Er ligt al een voorstel. Bespreek dat eerst samen."))
    if not promise.terms.filter(ends_on__gte=civil_day()).exists():
        return no(_("Deze belofte is voorbij. Er is geen maand meer om anders af te spreken."))
    return YES


def may_answer(person: Person, change: Change) -> Verdict:
    """The other side than the one that proposed, while it waits."""
    if not (verdict := _waits(person, change)):
        return verdict
    if speaks_as(person, change.promise) == change.proposed_as:
        return no(_("Dit stelde jouw kant voor. De ander zegt hier ja of nee op."))
    return YES


def may_withdraw(person: Person, change: Change) -> Verdict:
    """The side that proposed, while it waits."""
    if not (verdict := _waits(person, change)):
        return verdict
    if speaks_as(person, change.promise) != change.proposed_as:
        return no(_("Dit stelde de ander voor. Je kunt er ja of nee op zeggen."))
    return YES


def _waits(person: Person, change: Change) -> Verdict:
    if not (verdict := _is_party(person, change.promise)):
        return verdict
    if change.agreed_on:
        return no(_("Hierover zeiden jullie al ja. Stel iets nieuws voor als het anders moet."))
    return YES


def _is_party(person: Person, promise: Promise) -> Verdict:
    if not promise.side.is_running:
        return no(_("Dit deel van het traject is afgesloten. Er verandert niets meer in."))
    if speaks_as(person, promise) is None:
        return no(_("Alleen wie bij deze belofte hoort, zegt er iets over."))
    return YES


def board_places(person: Person, organisation: Organisation) -> frozenset[str] | None:
    """The locations whose figures somebody reads; None: all of them, for who runs the desk.

    A team leader reads those of the own location; to who has none the board does not exist.
    """
    if runs_desk(person, organisation):
        return None
    led = places_of(person).filter(
        organisation=organisation, role=Role.TEAM_LEADER, unit__isnull=False
    )
    found = set(led.values_list("unit", flat=True))
    if not found:
        return frozenset()
    above = dict(Unit.objects.filter(organisation=organisation).values_list("pk", "parent"))
    return frozenset(str(_top(unit, above)) for unit in found)


def boards(person: Person) -> list[Organisation]:
    """The organisations with paths whose board somebody reads."""
    led = places_of(person).filter(role=Role.TEAM_LEADER, unit__isnull=False)
    read = Q(pk__in=Organisation.objects.visible_to(person)) | Q(pk__in=led.values("organisation"))
    with_paths = Q(pk__in=Side.objects.values("organisation"))
    return list(Organisation.objects.filter(read, with_paths))


def _top(unit: UUID, above: Mapping[UUID, UUID | None]) -> UUID:
    while (parent := above[unit]) is not None:
        unit = parent
    return unit
