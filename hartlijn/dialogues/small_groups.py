"""Which perspectives may be told apart, so that nobody can be picked out. Pure; no table, no clock.

A perspective with fewer than five people goes together with others, unless each of them chose to
show it. What is told apart and what goes together divide the people: whatever one adds up or
subtracts on a page leads to whole groups again. It is worked out once, when something is
revealed, and kept; what comes later changes nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

SMALLEST: Final = 5
WORDS: Final = ("recognised", "partly", "not")


@dataclass(frozen=True)
class Divided:
    """Perspectives that stand by themselves, and those that go together."""

    apart: tuple[str, ...] = ()
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class Marked:
    """A word somebody chose, and whether their perspective may stand beside it."""

    perspective: str
    word: str
    show: bool = False


def divide(people: Mapping[str, int], chosen: Collection[str] = ()) -> Divided:
    """Divide the perspectives of so many people; ``chosen`` are those of which each said yes.

    What goes together counts at least five people as well: as long as it does not, the smallest
    that could stand by itself joins it.
    """
    there = {name: number for name, number in people.items() if number > 0}
    apart = {name for name, number in there.items() if number >= SMALLEST or name in chosen}
    together = set(there) - apart
    while together and apart and sum(there[name] for name in together) < SMALLEST:
        smallest = min(apart, key=lambda name: (there[name], name))
        apart.remove(smallest)
        together.add(smallest)
    return Divided(tuple(sorted(apart)), tuple(sorted(together)))


def everyone_chose(said: Iterable[tuple[str, bool]]) -> frozenset[str]:
    """Perspectives of which every single answer says that it may be shown."""
    every: dict[str, bool] = {}
    for perspective, show in said:
        every[perspective] = every.get(perspective, True) and show
    return frozenset(name for name, chose in every.items() if chose)


def tally(marks: Sequence[Marked]) -> dict[str, Any]:
    """What a page may say about these marks, ready to be kept as JSON."""
    people = Counter(one.perspective for one in marks)
    chosen = everyone_chose((one.perspective, one.show) for one in marks)
    divided = divide(people, chosen)
    groups: list[tuple[str, ...]] = [(name,) for name in divided.apart]
    if divided.together:
        groups.append(divided.together)
    blocks = [
        {"of": list(group), "counts": _counts(one for one in marks if one.perspective in group)}
        for group in groups
    ]
    return {"counts": _counts(marks), "blocks": blocks}


def labels(
    people: Mapping[str, int],
    said: Iterable[tuple[str, bool]],
    marked_apart: Collection[str] | None = None,
) -> dict[str, list[str]]:
    """Beside whose contributions a perspective may stand: of many, and of few who all chose so.

    ``marked_apart``: those that stand apart among the marks of the same page, when there are any;
    a page never divides the same people in two ways.
    """
    chosen = everyone_chose(said)
    divided = divide(people, chosen)
    allowed = [
        name for name in divided.apart if marked_apart is None or name in set(marked_apart) | chosen
    ]
    return {
        "open": [name for name in allowed if people.get(name, 0) >= SMALLEST],
        "chosen": [name for name in allowed if people.get(name, 0) < SMALLEST],
    }


def may_stand_beside(perspective: str, *, show: bool, kept: Mapping[str, Any]) -> bool:
    """Whether a perspective is shown with a contribution, by what was kept at the reveal."""
    return perspective in kept.get("open", ()) or (show and perspective in kept.get("chosen", ()))


def _counts(marks: Iterable[Marked]) -> list[int]:
    words = Counter(one.word for one in marks)
    return [words[word] for word in WORDS]
