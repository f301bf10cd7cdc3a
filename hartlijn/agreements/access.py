"""May this person write here? The answer carries the sentence a page shows."""

from django.utils.translation import gettext_lazy as _

from hartlijn.agreements.models import units_of
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Person, Unit


def may_write(person: Person, unit: Unit) -> Verdict:
    """Any member of the unit does; who leads it or runs the desk has no more say here."""
    if units_of(person).filter(pk=unit.pk).exists():
        return YES
    return no(_("Alleen wie nu bij dit team hoort, schrijft mee aan de afspraak."))
