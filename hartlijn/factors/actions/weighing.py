"""Open a round, weigh in it, close it; what is told is folded once."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.actions import maps
from hartlijn.factors.models import ChangedBy, MapVersion, Weighing, WeighingRound
from hartlijn.factors.models.weighing import two_weeks_from_now
from hartlijn.factors.weighed import SMALLEST, Answer, fold
from hartlijn.factors.weighed.adopting import adopted
from hartlijn.factors.weighed.unknown import unknown
from hartlijn.factors.weighing_access import is_open, may_close, may_open_round, may_weigh
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person

KEPT: Final = timedelta(days=365)
"""So long after a round closed the answers themselves are kept; its folded map stays."""


@dataclass(frozen=True)
class ParticipantKey:
    """A random secret on the phone of a participant without an account; only its digest is kept."""

    secret: str

    def digest(self, round_: WeighingRound) -> str:
        """Another one in every round, so that no two of them can be laid side by side."""
        return hashlib.sha256(f"weighing {round_.pk} {self.secret}".encode()).hexdigest()


Weigher = Person | ParticipantKey


@transaction.atomic
def open_round(
    version: MapVersion,
    *,
    by: Person,
    asked: Iterable[str] = (),
    until: date | None = None,
    reference: str = "",
) -> WeighingRound:
    """Ask a group to weigh relations of a version.

    Without ``asked`` those of which something is not known, or all when everything is. One that is open already for the same people is given back: opened twice is opened once.
    """
    require(may_open_round(by, version.map))
    document = version.document
    every = [one.key for one in document.relations]
    wanted = set(asked) or set(unknown(document)) or set(every)
    keys = [key for key in every if key in wanted]
    if not keys:
        raise Refused(_("Van deze kaart is niets te wegen: er staan geen relaties in."))
    round_, _made = WeighingRound.objects.get_or_create(
        version=version,
        reference=reference,
        closed_on=None,
        defaults={"asked": keys, "open_until": until or two_weeks_from_now()},
    )
    return round_


@transaction.atomic
def weigh(round_: WeighingRound, relation: str, answer: Answer | None, *, weigher: Weigher) -> None:
    """Say of one relation how strong it is; again changes it, and None takes it back.

    ``weigher``: somebody with an account, or the key of a participant that a dialogue vouches for.
    """
    round_ = _held(round_)
    require(may_weigh(weigher, round_) if isinstance(weigher, Person) else is_open(round_))
    if relation not in round_.asked:
        raise Refused(_("Deze relatie staat niet in deze ronde."))
    weighing, _made = Weighing.objects.get_or_create(round=round_, **_who(round_, weigher))
    weighing.answers.pop(relation, None)
    if answer:
        weighing.answers[relation] = answer.code
    if weighing.answers:
        weighing.save(update_fields=["answers"])
    else:
        weighing.delete()


def said_by(weigher: Weigher, round_: WeighingRound) -> dict[str, Answer]:
    """What somebody answered in a round, by relation."""
    found = Weighing.objects.filter(round=round_, **_who(round_, weigher)).first()
    return {key: Answer.of(code) for key, code in found.answers.items()} if found else {}


def enough(round_: WeighingRound) -> bool:
    """Whether so many weighed that something could be told. It says no more than that."""
    return Weighing.objects.filter(round=round_).with_answers().count() >= SMALLEST


def were_weighed(reference: str) -> bool:
    """Whether anybody weighed a map in this dialogue, or a round of it is told already."""
    rounds = WeighingRound.objects.filter(reference=reference)
    if rounds.exclude(closed_on=None).exists():
        return True
    return Weighing.objects.filter(round__in=rounds).with_answers().exists()


@transaction.atomic
def close_round(round_: WeighingRound, *, by: Person) -> WeighingRound:
    """Nobody changes anything any more, and the map of the group is made."""
    require(may_close(by, round_))
    return _close(_held(round_))


@transaction.atomic
def reveal(reference: str) -> list[WeighingRound]:
    """Close the rounds of a dialogue; whether that may be, the dialogue knows."""
    found = WeighingRound.objects.select_for_update().filter(reference=reference, closed_on=None)
    return [_close(one) for one in found] if reference else []


@transaction.atomic
def adopt(round_: WeighingRound, *, by: Person) -> MapVersion:
    """A next version of the map, with the strengths on which the group agrees."""
    map_, group = round_.version.map, round_.folded
    if group is None:
        raise Refused(_("Van deze ronde is er geen kaart van de groep."))
    because = _("Een groep van %(people)s mensen woog hoe sterk alles werkt.")
    return maps.new_version(
        map_,
        adopted(map_.newest.document, group),
        because=because % {"people": group.people},
        changed_by=ChangedBy.GROUP,
        by=by,
    )


def close_overdue() -> int:
    """Rounds of which the last day is over close by themselves."""
    found = list(WeighingRound.objects.overdue().values_list("pk", flat=True))
    for pk in found:
        with transaction.atomic():
            _close(WeighingRound.objects.select_for_update(of=("self",)).get(pk=pk))
    return len(found)


def forget_answers(day: date) -> int:
    """A year after a round closed only the map of the group is left."""
    count, _tables = Weighing.objects.filter(round__closed_on__lt=day - KEPT).delete()
    return int(count)


def _close(round_: WeighingRound) -> WeighingRound:
    """Fold; of fewer than five people nothing is told, and nothing is kept."""
    if round_.closed_on:
        return round_
    sheets = Weighing.objects.filter(round=round_).order_by("pk")
    group = fold(round_.version.document, sheets.values_list("answers", flat=True))
    round_.closed_on = civil_day()
    round_.group = group.as_json() if group else None
    round_.save(update_fields=["closed_on", "group"])
    if group is None:
        sheets.delete()
    return round_


def _held(round_: WeighingRound) -> WeighingRound:
    found = WeighingRound.objects.select_related("version__map")
    return found.select_for_update(of=("self",)).get(pk=round_.pk)


def _who(round_: WeighingRound, weigher: Weigher) -> dict[str, Any]:
    if isinstance(weigher, Person):
        return {"person": weigher}
    return {"key_digest": weigher.digest(round_)}
