"""What people think of the strength of relations: answers in words, and the map of the group.

Pure: no database, no clock.
"""

from hartlijn.factors.weighed.answers import Answer, Way, read_answer
from hartlijn.factors.weighed.group import SMALLEST, Group, Heard, fold, own_maps, ranges

__all__ = [
    "SMALLEST",
    "Answer",
    "Group",
    "Heard",
    "Way",
    "fold",
    "own_maps",
    "ranges",
    "read_answer",
]
