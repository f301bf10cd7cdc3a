"""The name of a factor as it stands in a file of another program: what is wrong with it."""

from collections.abc import Iterator, Sized

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME, MOST_FACTORS
from hartlijn.factors.remarks import Place, Remark, remark
from hartlijn.lib.hidden import blank, hidden


def wrong_name(name: str, place: Place, *, is_double: bool) -> Iterator[Remark]:
    """One remark at most: the first thing that stops."""
    if blank(name):
        yield remark(_("Hier staat geen naam. Geef elke factor een naam."), place)
    elif any(hidden(one) for one in name):
        yield remark(_("Hier staat een onzichtbaar teken in. Typ de tekst opnieuw."), place)
    elif len(name) > LONGEST_NAME:
        sentence = _("Dit is te lang: hoogstens {most} tekens. Maak het korter.")
        yield remark(sentence, place, most=LONGEST_NAME)
    elif is_double:
        sentence = _("“{name}” staat er twee keer. Geef er één een andere naam.")
        yield remark(sentence, place, name=name)


def too_many(factors: Sized) -> Iterator[Remark]:
    """More than a map holds."""
    if len(factors) > MOST_FACTORS:
        sentence = _("Een kaart heeft hoogstens {most} factoren. Maak er twee kaarten van.")
        yield remark(sentence, most=MOST_FACTORS)
