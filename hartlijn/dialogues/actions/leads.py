"""What somebody takes up after a dialogue: asked, taken, told of, or refused with a reason."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.delivery.actions.planning import plan_each
from hartlijn.dialogues.lead_access import may_list, may_refuse, may_take_up, may_tell
from hartlijn.dialogues.models import Contribution, Dialogue, Lead, LeadNotice, Theme
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Membership, Organisation, Person

Kind = LeadNotice.Kind
MOST: Final = 100
KINDS: Final = (
    Contribution.Kind.EDUCATION,
    Contribution.Kind.PRACTICE,
    Contribution.Kind.TOGETHER,
)


@transaction.atomic
def add(dialogue: Dialogue, said: Mapping[str, Any], *, by: Person) -> Lead:
    """One more, in own words."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_list(by, held))
    if held.leads.count() >= MOST:
        raise Refused(_("Meer dan honderd aanknopingspunten overziet niemand. Haal er eerst weg."))
    made: Lead = Lead.objects.create(dialogue=held, order=_next(held), **said)
    return made


@transaction.atomic
def gather(dialogue: Dialogue, *, by: Person) -> int:
    """One for each theme under which somebody said what can be done; those there already stay."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_list(by, held))
    there = set(held.leads.values_list("theme", "kind"))
    said: dict[tuple[Theme, str], list[int]] = {}
    counting = held.contributions.counting().filter(kind__in=KINDS, theme__isnull=False)
    for one in counting.select_related("theme__merged_into").order_by("number"):
        assert one.theme is not None  # noqa: S101 - tells the type checker
        theme: Theme = one.theme.merged_into or one.theme
        said.setdefault((theme, one.kind), []).append(one.number)
    first = _next(held)
    fresh = [
        Lead(
            dialogue=held,
            order=first + place,
            kind=kind,
            text=theme.says or theme.name,
            text_other=theme.says_other or theme.name_other,
            theme=theme,
            numbers=numbers,
        )
        for place, ((theme, kind), numbers) in enumerate(said.items())
        if (theme.pk, kind) not in there
    ]
    Lead.objects.bulk_create(fresh)
    return len(fresh)


@transaction.atomic
def change(lead: Lead, said: Mapping[str, Any], *, by: Person) -> None:
    """Say it in other words."""
    require(may_list(by, lead.dialogue))
    for name, value in said.items():
        setattr(lead, name, value)
    lead.save(update_fields=list(said))


@transaction.atomic
def remove(lead: Lead, *, by: Person) -> None:
    """It is none, after all; what was agreed on stays."""
    held = _held(lead)
    require(may_list(by, held.dialogue))
    if held.state != Lead.State.OPEN:
        raise Refused(_("Hier is al iets over afgesproken. Het blijft staan."))
    held.delete()


@transaction.atomic
def ask(lead: Lead, *, name: str, email: str, due_on: date, by: Person) -> Lead:
    """Ask somebody to take it up before a day.

    Whoever has an account with this address hears it in working time and says yes or no; whether
    there is one is told to nobody. Without an address it was agreed on aloud, and stands so.
    """
    held = _held(lead)
    require(may_list(by, held.dialogue))
    if held.state in {Lead.State.DONE, Lead.State.REFUSED}:
        raise Refused(_("Dit is al afgerond."))
    LeadNotice.objects.filter(lead=held).delete()
    found = Person.objects.filter(email__iexact=email, is_active=True).first() if email else None
    held.owner, held.owner_name, held.due_on = found, name, due_on
    held.owner_organisation = None
    held.state = Lead.State.OPEN if email else Lead.State.TAKEN
    held.save()
    if found:
        _tell(held, [found.pk], Kind.ASKED)
    return held


@transaction.atomic
def take_up(lead: Lead, home: Organisation | None, due_on: date, *, by: Person) -> Lead:
    """Whoever was asked does it, on behalf of one of the own organisations, before a day."""
    held = _held(lead)
    require(may_take_up(by, held))
    if home and not homes_of(by).filter(pk=home.pk).exists():
        raise Refused(_("Kies een organisatie waar je nu bij hoort."))
    held.state, held.due_on = Lead.State.TAKEN, due_on
    held.owner_organisation, held.owner_name = home, by.name
    held.save()
    look(held, by=by)
    return held


@transaction.atomic
def refuse(lead: Lead, why: str, *, by: Person) -> Lead:
    """It is not going to happen, and why."""
    held = _held(lead)
    require(may_refuse(by, held))
    held.state, held.why_not, held.due_on = Lead.State.REFUSED, why, None
    _note(held, by)
    LeadNotice.objects.filter(lead=held).delete()
    return held


@transaction.atomic
def tell(lead: Lead, what: str, *, done: bool, by: Person) -> Lead:
    """What changed by it; with that it may be done."""
    held = _held(lead)
    require(may_tell(by, held))
    held.what_changed = what
    held.state = Lead.State.DONE if done else Lead.State.TAKEN
    _note(held, by)
    LeadNotice.objects.filter(lead=held).delete()
    return held


def look(lead: Lead, *, by: Person) -> None:
    """Somebody read it: Vandaag does not speak of it any more."""
    LeadNotice.objects.visible_to(by).filter(lead=lead).delete()


@transaction.atomic
def remind(today: date) -> None:
    """Once, when its day comes, whoever has it hears so."""
    due = Lead.objects.filter(state=Lead.State.TAKEN, due_on=today, owner__is_active=True)
    for one in due.exclude(notices__kind=Kind.DUE):
        if one.owner_id:
            _tell(one, [one.owner_id], Kind.DUE)


def homes_of(person: Person) -> Any:
    """The organisations somebody belongs to today."""
    places = Membership.objects.active().filter(person=person)
    return Organisation.objects.filter(pk__in=places.values("organisation"))


def _tell(lead: Lead, people: Iterable[Any], kind: str) -> None:
    rows = [LeadNotice(lead=lead, person_id=pk, kind=kind) for pk in people]
    LeadNotice.objects.bulk_create(rows)
    plan_each({one.person_id: [one.pk] for one in rows}, at=timezone.now())


def _note(lead: Lead, by: Person) -> None:
    lead.changed_by, lead.changed_on = by.name, civil_day()
    lead.save()


def _held(lead: Lead) -> Lead:
    """As it is now, while nobody else changes it."""
    found = Lead.objects.select_for_update(of=("self",)).select_related("dialogue")
    return found.get(pk=lead.pk)


def _next(dialogue: Dialogue) -> int:
    return (dialogue.leads.aggregate(last=Max("order"))["last"] or 0) + 1
