"""Bring a running side to other days or to a newer version. What was done stays done."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import require
from hartlijn.library.models import Version
from hartlijn.paths import laying_out
from hartlijn.paths.access import may_choose, may_recount, may_set_dates
from hartlijn.paths.actions import notices, reminders
from hartlijn.paths.days.own_days import works
from hartlijn.paths.days.schedule import Anchors, days_of, may_hang_on
from hartlijn.paths.models import Anchor, Promise, Side, Step, StepRole, Term, Tick
from hartlijn.paths.words import template_of
from hartlijn.people.models import Person


@transaction.atomic
def take(side: Side, *, by: Person) -> None:
    """Go over to the version that is offered; the starter chooses."""
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(may_choose(by, held))
    assert held.offered is not None  # noqa: S101 - may_choose says there is one
    move(held, held.offered)
    notices.let_go(held.pk)


@transaction.atomic
def leave(side: Side, *, by: Person) -> None:
    """Stay with the version one has."""
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(may_choose(by, held))
    Side.objects.filter(pk=held.pk).update(offered=None)
    notices.let_go(held.pk)


@transaction.atomic
def recount(side: Side, *, by: Person) -> None:
    """Let the open steps move along with the working times of today; the starter asks."""
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(may_recount(by, held))
    _recount(held, held.dates())


@transaction.atomic
def set_dates(side: Side, anchors: Anchors, *, by: Person) -> None:
    """Hang a running side on other dates: open steps and months nobody spoke of move along.

    Raises ``Refused`` when the dates contradict each other; then nothing moves.
    """
    held = Side.objects.select_for_update(of=("self",)).get(pk=side.pk)
    require(may_set_dates(by, held))
    content = template_of(held.version)
    require(may_hang_on(content, anchors))
    own = {str(name): anchors[name] for name in content.anchors}
    rows = [Anchor(side=held, name=name, day=day) for name, day in own.items()]
    Anchor.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["side", "name"], update_fields=["day"]
    )
    _recount(held, own)
    wanted = list(laying_out.promises(held, content, own))
    asked = {(promise.key, term.starts_on) for promise, terms in wanted for term in terms}
    silent = Term.objects.filter(promise__side=held).exclude(Exists(_said()))
    gone = [
        pk
        for pk, key, start in silent.values_list("pk", "promise__key", "starts_on")
        if (key, start) not in asked
    ]
    Term.objects.filter(pk__in=gone).delete()
    there = {one.key: one for one in Promise.objects.filter(side=held)}
    _months(held, [one for one in wanted if one[0].key in there], there, since=date.min)


def _recount(side: Side, anchors: Anchors) -> None:
    content = template_of(side.version)
    days = days_of(content, anchors, works(side.path.starter, min(anchors.values())))
    still = list(Step.objects.filter(side=side, key__in=days).open())
    for step in still:
        step.due_on = days[step.key]
    Step.objects.bulk_update(still, ["due_on"])
    reminders.let_go(side)


def _said() -> QuerySet[Tick]:
    """What was said of a month."""
    return Tick.objects.filter(term=OuterRef("pk"))


def move(side: Side, version: Version) -> None:
    """Open steps and coming months follow the new version; what was done or said stays.

    Within a transaction, with the side held.
    """
    Side.objects.filter(pk=side.pk).update(version=version, offered=None)
    side.version, side.offered = version, None
    content = template_of(version)
    anchors = side.dates()
    days = days_of(content, anchors, works(side.path.starter, min(anchors.values())))
    _steps(side, list(laying_out.steps(side, content, days)))
    _promises(side, list(laying_out.promises(side, content, anchors)))
    reminders.let_go(side)


def _steps(side: Side, wanted: list[tuple[Step, list[StepRole]]]) -> None:
    there = {one.key: one for one in Step.objects.filter(side=side)}
    fresh = [(step, roles) for step, roles in wanted if step.key not in there]
    changed = [_as(there[step.key], step) for step, _roles in wanted if step.key in there]
    keys = [step.key for step, _roles in wanted]
    Step.objects.filter(side=side).open().exclude(key__in=keys).delete()
    Step.objects.bulk_create(step for step, _roles in fresh)
    Step.objects.bulk_update(
        changed, ["kind", "place", "due_on", "is_of_organisation", "is_for_both"]
    )
    by_key = {step.key: there.get(step.key, step) for step, _roles in wanted}
    StepRole.objects.filter(step__side=side).delete()
    StepRole.objects.bulk_create(
        StepRole(step=by_key[step.key], role=role.role) for step, roles in wanted for role in roles
    )


def _as(old: Step, new: Step) -> Step:
    """The step that is there, as the new version has it; a done one keeps its day."""
    old.kind, old.place = new.kind, new.place
    old.is_of_organisation, old.is_for_both = new.is_of_organisation, new.is_for_both
    old.due_on = new.due_on if old.done_on is None else old.due_on
    return old


def _promises(side: Side, wanted: list[tuple[Promise, list[Term]]]) -> None:
    """Months that begin after today follow the new version; of the others nothing changes."""
    there = {one.key: one for one in Promise.objects.filter(side=side)}
    ahead = Term.objects.filter(promise__side=side, starts_on__gt=civil_day())
    ahead.exclude(Exists(_said())).delete()
    Promise.objects.bulk_create(one for one, _terms in wanted if one.key not in there)
    changed = [_like(there[one.key], one) for one, _terms in wanted if one.key in there]
    Promise.objects.bulk_update(changed, ["kind", "owner", "measure", "amount", "place"])
    _months(side, wanted, there, since=civil_day())
    without = Promise.objects.filter(side=side).exclude(key__in=[one.key for one, _t in wanted])
    without.exclude(Exists(Term.objects.filter(promise=OuterRef("pk")))).delete()


def _like(old: Promise, new: Promise) -> Promise:
    old.kind, old.owner, old.measure = new.kind, new.owner, new.measure
    old.amount, old.place = new.amount, new.place
    return old


def _months(
    side: Side,
    wanted: Iterable[tuple[Promise, list[Term]]],
    there: dict[str, Promise],
    *,
    since: date,
) -> None:
    """Make the months that are wanted, end on or after ``since``, and cover no month there is."""
    stay: dict[str, list[tuple[date, date]]] = defaultdict(list)
    known = Term.objects.filter(promise__side=side)
    for key, start, end in known.values_list("promise__key", "starts_on", "ends_on"):
        stay[key].append((start, end))
    Term.objects.bulk_create(
        Term(
            promise=there.get(promise.key, promise),
            starts_on=term.starts_on,
            ends_on=term.ends_on,
        )
        for promise, terms in wanted
        for term in terms
        if term.ends_on >= since
        and all(term.ends_on < start or end < term.starts_on for start, end in stay[promise.key])
    )
