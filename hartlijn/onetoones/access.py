"""Whether this person may keep a rhythm with somebody."""

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.onetoones.nearby import near
from hartlijn.people.models import Person


def may_keep_a_rhythm(owner: Person, person: Person) -> Verdict:
    """With the own team, and with starters one walks along with."""
    if near(owner).filter(pk=person.pk).exists():
        return YES
    return no(_("Kies iemand uit je team, of met wie je meeloopt."))
