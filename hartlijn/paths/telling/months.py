"""The months of a promise as a page tells them: how much, and what both sides said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from hartlijn.paths.models import Change, Promise, Term, Tick
from hartlijn.paths.telling.saying import how_much


@dataclass(frozen=True)
class Month:
    """One month, with the two ticks beside each other."""

    term: Term
    how_much: str
    change: Change | None
    """What was agreed anew and holds in this month."""
    starter: Tick | None
    organisation: Tick | None
    may_be_said: bool
    """Whether it has begun."""

    @property
    def differs(self) -> bool:
        """Whether both said something, and not the same. Nobody wins."""
        both = self.starter and self.organisation
        return bool(both and self.starter.word != self.organisation.word)  # type: ignore[union-attr]

    def of(self, whose: str | None) -> Tick | None:
        """What one side said."""
        return self.starter if whose == Tick.Whose.STARTER else self.organisation


def months_of(promise: Promise, changes: Iterable[Change], today: date) -> Iterator[Month]:
    """Every month in its order; ``changes`` are the agreed ones, in the order they hold."""
    agreed = list(changes)
    for term in promise.terms.prefetch_related("ticks"):
        said = {tick.whose: tick for tick in term.ticks.all()}
        change = holding(agreed, term.starts_on)
        amount = change.amount if change else promise.amount
        yield Month(
            term=term,
            how_much=how_much(promise.measure, amount),
            change=change,
            starter=said.get(Tick.Whose.STARTER),
            organisation=said.get(Tick.Whose.ORGANISATION),
            may_be_said=term.starts_on <= today,
        )


def stretches_of(months: Iterable[Month]) -> list[tuple[Month, Month]]:
    """The first and the last of each row of months for which the same was agreed."""
    rows = groupby(months, key=lambda one: (one.how_much, one.change))
    alike = [list(row) for _same, row in rows]
    return [(row[0], row[-1]) for row in alike]


def holding(agreed: Iterable[Change], day: date) -> Change | None:
    """The agreement that holds on a day: the last one that began by then."""
    return next((one for one in reversed(list(agreed)) if one.from_on <= day), None)
