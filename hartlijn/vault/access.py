"""May somebody give to these people now? The answer carries the sentence a page shows."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.duty import line_on_duty
from hartlijn.people.models import DutyLine, Person
from hartlijn.people.reach import hold_ties, within_reach_of
from hartlijn.vault.models import KeyHolder

NO_TIE: Final = _(
    "Aan deze persoon kun je nu niets geven of schrijven. "
    "Kijk bij Wie loopt mee of jullie nog samen oplopen."
)
NOT_KEPT: Final = _("Bewaar eerst je zes woorden. Daarna kun je iets geven.")
NO_KEYS: Final = _("Deze persoon kan nog niets ontvangen. Zodra dat kan, geef je het opnieuw.")

NOT_ON_DUTY: Final = _(
    "Deze persoon heeft nu geen dienst op een lijn van jouw team. "
    "Bel de dienstlijn, of verstuur het zonder ‘kan niet wachten’."
)


def may_give(author: Person, readers: Collection[UUID]) -> Verdict:
    """To those within reach now, when both have keys. Holds their ties until we are done.

    Ending a tie waits for that, and then ends what was given; so nothing is given after an end.
    Whoever was blocked gets the same sentence as whoever lost a tie.
    """
    if not readers:
        return YES
    hold_ties(author, readers)
    close = within_reach_of(author).filter(pk__in=readers).values_list("pk", flat=True)
    if not set(readers) <= set(close):
        return no(NO_TIE)
    holders = KeyHolder.objects.published().filter(pk__in=[*readers, author.pk])
    published = set(holders.values_list("pk", flat=True))
    if author.pk not in published:
        return no(NOT_KEPT)
    return YES if set(readers) <= published else no(NO_KEYS)


def may_reach_on_duty(author: Person, readers: Collection[UUID], at: datetime) -> Verdict:
    """What cannot wait goes to those who have a line now of a unit the author is in."""
    if not readers:
        return YES
    lines = DutyLine.objects.of_own_units(author).values_list("pk", flat=True)
    return YES if set(readers) <= set(line_on_duty(readers, lines, at)) else no(NOT_ON_DUTY)
