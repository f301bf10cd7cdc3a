"""May somebody give to these people now? The answer carries the sentence a page shows."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Companionship, Person
from hartlijn.vault.models import KeyHolder

NO_TIE: Final = _(
    "Aan deze persoon kun je nu niets geven. Kijk bij Wie loopt mee of jullie nog samen oplopen."
)
NOT_KEPT: Final = _("Bewaar eerst je zes woorden. Daarna kun je iets geven.")
NO_KEYS: Final = _("Deze persoon kan nog niets ontvangen. Zodra dat kan, geef je het opnieuw.")


def may_give(author: Person, readers: Collection[UUID]) -> Verdict:
    """To those one walks along with now, when both have keys. Holds their ties until we are done.

    Ending a tie waits for that, and then ends what was given; so nothing is given after an end.
    """
    if not readers:
        return YES
    ties = Companionship.objects.accepted().visible_to(author).order_by("pk")
    ties = ties.filter(Q(starter__in=readers) | Q(companion__in=readers))
    held = ties.select_for_update(no_key=True).values_list("starter_id", "companion_id")
    close = {one for pair in held for one in pair} - {author.pk}
    active = Person.objects.filter(pk__in=close, is_active=True).values_list("pk", flat=True)
    if not set(readers) <= set(active):
        return no(NO_TIE)
    holders = KeyHolder.objects.published().filter(pk__in=[*readers, author.pk])
    published = set(holders.values_list("pk", flat=True))
    if author.pk not in published:
        return no(NOT_KEPT)
    return YES if set(readers) <= published else no(NO_KEYS)
