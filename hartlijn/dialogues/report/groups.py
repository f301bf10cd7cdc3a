"""Which difference between perspectives may be told: never one that points at few people.

A perspective of fewer than ``SMALLEST`` is put together with the next smallest until they are
enough; who did not say theirs is with them. What is told of groups is only that one recognised
something more often than another, never a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hartlijn.dialogues.report.meeting import (
    Contribution,
    Marks,
    Meeting,
    Perspective,
    PerspectiveMarks,
)
from hartlijn.dialogues.report.presence import divided
from hartlijn.dialogues.report.words import ORDER
from hartlijn.dialogues.small_groups import SMALLEST

APART: Final = 30
"""From so many hundredths between two groups on, the difference is told."""


@dataclass(frozen=True)
class Group:
    """One perspective, or several that are too small to be told apart."""

    perspectives: tuple[Perspective | None, ...]
    marks: Marks

    @property
    def alone(self) -> Perspective | None:
        """Its perspective, when it is one."""
        return self.perspectives[0] if len(self.perspectives) == 1 else None

    @property
    def share(self) -> int:
        """Who recognised it, in hundredths."""
        return 100 * self.marks.recognised // self.marks.total


def merged(marks: Iterable[PerspectiveMarks]) -> tuple[Group, ...]:
    """Groups of at least ``SMALLEST``; none when there is no second to tell apart."""
    own: list[Group] = []
    small: list[Group] = []
    for one in sorted(marks, key=_size):
        group = Group((one.perspective,), one.marks)
        enough = one.perspective is not None and one.marks.total >= SMALLEST
        (own if enough else small).append(group)
    rest = _together(small)
    while rest is not None and rest.marks.total < SMALLEST and own:
        rest = _together([rest, own.pop(0)])
    groups = [*([rest] if rest else []), *own]
    return tuple(groups) if len(groups) > 1 else ()


def difference(marks: Iterable[PerspectiveMarks]) -> tuple[Group, Group] | None:
    """Who recognised it clearly more often than whom, if two groups are that far apart."""
    groups = [one for one in merged(marks) if one.marks.total]
    if not groups:
        return None
    most = max(groups, key=lambda one: one.share)
    least = min(groups, key=lambda one: one.share)
    return (most, least) if most.share - least.share >= APART else None


def large(meeting: Meeting) -> frozenset[Perspective]:
    """The perspectives that are told with a number of their own, so that words may name them too.

    To name one that is told together with others would say that it is the large one among them.
    """
    apart = divided(meeting.who, meeting.people).apart
    return frozenset(one.perspective for one in apart if one.perspective)


def named(one: Contribution, large_ones: frozenset[Perspective]) -> Perspective | None:
    """The perspective that may stand beside somebody's words."""
    shown = one.show_perspective or one.perspective in large_ones
    return one.perspective if shown else None


def _size(one: PerspectiveMarks) -> tuple[int, int]:
    place = ORDER.index(one.perspective) if one.perspective else -1
    return (one.marks.total, place)


def _together(groups: list[Group]) -> Group | None:
    if not groups:
        return None
    whole = groups[0]
    for one in groups[1:]:
        whole = Group((*whole.perspectives, *one.perspectives), whole.marks + one.marks)
    return whole
