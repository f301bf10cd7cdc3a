"""Who was there: which kinds are told with their number, and which together, so that no few show.

Everything that counts people may be added up and subtracted. So the kinds *divide* the total: some
stand alone, the rest stands together, and of that rest nobody can work out a part.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from hartlijn.dialogues.report.meeting import Presence
from hartlijn.dialogues.small_groups import SMALLEST


@dataclass(frozen=True)
class Division:
    """Kinds with a number each, and kinds that go together with ``rest`` people.

    ``others``: there were people of whom no kind is known.
    """

    apart: tuple[Presence, ...] = ()
    together: tuple[Presence, ...] = ()
    rest: int = 0
    others: bool = False


def divided(who: Sequence[Presence], people: int | None) -> Division:
    """Divide who were there.

    What goes together counts at least ``SMALLEST``. While it does not, the last kind that could
    stand alone joins: by its place and not by its size, for who knows that the smallest joins can
    work out the others. The same when the rest is so large that each kind in it must be four.
    """
    there = [one for one in who if one.number != 0]
    apart = [one for one in there if (one.number or 0) >= SMALLEST]
    if people is None:
        small = len(apart) < len(there)
        return Division(together=tuple(there)) if small else Division(tuple(apart))
    others = _unknown(there, people)
    while apart and not _is_safe(people - _sum(apart), len(there) - len(apart) + others):
        apart.pop()
    if not apart and (people < SMALLEST or people <= len(there)):
        return Division()  # each kind would be one or two people
    together = tuple(one for one in there if one not in apart)  # in their order: it tells nothing
    return Division(tuple(apart), together, people - _sum(apart), others)


def _is_safe(rest: int, kinds: int) -> bool:
    if kinds == 0:
        return rest == 0
    return rest >= SMALLEST and rest != (SMALLEST - 1) * kinds


def _unknown(there: Sequence[Presence], people: int) -> bool:
    """Whether more people came than the kinds count, when all kinds are counted."""
    return all(one.number is not None for one in there) and _sum(there) < people


def _sum(kinds: Sequence[Presence]) -> int:
    return sum(one.number or 0 for one in kinds)
