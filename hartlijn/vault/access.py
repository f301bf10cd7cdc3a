"""May somebody give to these people now? The answer carries the sentence a page shows."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Person
from hartlijn.people.reach import hold_ties, within_reach_of
from hartlijn.vault.models import KeyHolder

NO_TIE: Final = _(
    "Aan deze persoon kun je nu niets geven of schrijven. "
    "Kijk bij Wie loopt mee of jullie nog samen oplopen."
)
NOT_KEPT: Final = _("Bewaar eerst je zes woorden. Daarna kun je iets geven.")
NO_KEYS: Final = _("Deze persoon kan nog niets ontvangen. Zodra dat kan, geef je het opnieuw.")


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
