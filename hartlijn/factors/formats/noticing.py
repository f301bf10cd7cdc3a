"""What is worth knowing about the weights in a file, each with its place."""

from collections.abc import Iterator

from django.utils.formats import number_format
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.formats.matrix import Matrix
from hartlijn.factors.remarks import Remark, remark
from hartlijn.factors.saying import STRENGTHS
from hartlijn.factors.weights import Weight


def _said(number: float) -> str:
    return number_format(f"{number:g}")


_number = lazy(_said, str)


def _how(weight: Weight) -> object:
    return _number(weight.middle) if weight.is_known else "?"


def not_kept(matrix: Matrix) -> Iterator[Remark]:
    """What a map does not take over: what acts on itself, and a number that a word only comes near."""
    for (row, column), place in matrix.places.items():
        one = matrix.weights[row, column]
        near = Weight(one.sign, one.strength).middle
        if row == column:
            sentence = _(
                "“{name}” werkt op zichzelf ({weight}). Dat nemen we niet over in een kaart."
            )
            yield remark(sentence, place, stops=False, name=matrix.names[row], weight=_how(one))
        elif one.number is not None and one.number != near:
            yield remark(
                _("{given} wordt “{word}”, en dat telt als {near}."),
                place,
                stops=False,
                given=_number(one.number),
                word=STRENGTHS[one.strength],
                near=_number(near),
            )


def on_itself(matrix: Matrix) -> Iterator[Remark]:
    """What acts on itself: who only plays with the weights does keep it."""
    for (row, column), place in matrix.places.items():
        if row == column:
            yield remark(
                _("“{name}” werkt op zichzelf ({weight}). Klopt dat? Zet er anders 0."),
                place,
                stops=False,
                name=matrix.names[row],
                weight=_how(matrix.weights[row, column]),
            )
