"""What a scenario says in plain words: a direction, how far, and in how many maps. No decimals."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.stats.what_if import NOTHING, Change

FAR: Final = (
    (0.02, gettext_lazy("nauwelijks")),
    (0.08, gettext_lazy("een beetje")),
    (0.2, gettext_lazy("duidelijk")),
    (2.0, gettext_lazy("sterk")),
)
"""Up to which change a word goes. Of a scale from -1 to 1 half is taken."""
SURE: Final = 0.7
"""In fewer maps than this no direction is told."""


def out_of_ten(share: float) -> int:
    """In how many of ten maps, never rounded up."""
    return int(share * 10 + 1e-9)


def how_far(change: float) -> str:
    """A change as a word."""
    return str(next(word for most, word in FAR if abs(change) <= most))


def told(name: str, change: Change, *, draws: int, scale: float = 1) -> str:
    """One factor in a sentence. ``scale``: from the lowest value of a factor to the highest."""
    near, far = sorted((change.low / scale, change.high / scale), key=abs)
    if abs(far) <= NOTHING:
        return _("{name} blijft gelijk.").format(name=name)
    if draws and change.direction_share < SURE:
        return _("{name} kan beide kanten op gaan: de kaarten zijn het niet eens.").format(
            name=name
        )
    way = _("omhoog") if change.low + change.high > 0 else _("omlaag")
    if not draws:
        return _("{name} gaat {way}, {far}.").format(name=name, way=way, far=how_far(far))
    words = {"name": name, "way": way, "number": out_of_ten(change.direction_share)}
    least, most = how_far(near if near * far > 0 else 0), how_far(far)
    if least == most:
        return _("{name} gaat {way}, {far}, in {number} van de 10 kaarten.").format(
            far=most, **words
        )
    return _("{name} gaat {way}, van {least} tot {most}, in {number} van de 10 kaarten.").format(
        least=least, most=most, **words
    )
