"""How often somebody takes everything along; holds across processes."""

from typing import Final

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from hartlijn.people.models import Person

A_DAY: Final = 24 * 3600
TIMES_A_DAY: Final = 3


def take_a_turn(person: Person) -> bool:
    """Use one of today's turns; false when there is none left.

    ``cache.add`` succeeds for one caller only. The key holds no id: it outlives an account.
    """
    name = salted_hmac("hartlijn.line.export", str(person.pk)).hexdigest()
    turns = (f"export:{name}:{turn}" for turn in range(TIMES_A_DAY))
    return any(cache.add(turn, 1, A_DAY) for turn in turns)
