"""May this person plan here? The answer carries the sentence a page shows."""

from django.utils.translation import gettext_lazy as _

from hartlijn.learning.models import units_led_by
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Person, Unit


def may_plan(person: Person, unit: Unit) -> Verdict:
    """Who teaches the cohort or leads the team does; a desk has no say in a lesson."""
    if units_led_by(person).filter(pk=unit.pk).exists():
        return YES
    return no(_("Alleen de docent of teamleider zet opdrachten in de planning."))
