"""What every phone in a room gets alike, made once and kept until something changes.

At a reveal sixty phones ask at the same moment. What they get is the same for all: it is kept
under the number of changes of the dialogue (`ringing.ring` counts), in the language of the reader.
"""

from collections import OrderedDict
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hartlijn.dialogues.actions.weighing import rounds_of
from hartlijn.dialogues.models import Dialogue
from hartlijn.dialogues.parts import Part, parts
from hartlijn.dialogues.showing import result

MOST: Final = 200
_kept: OrderedDict[tuple[Any, ...], Any] = OrderedDict()


def parts_of(dialogue: Dialogue) -> list[Part]:
    """The parts, in their order."""
    key = ("parts", dialogue.pk, dialogue.changes)
    found: list[Part] | None = _kept.get(key)
    return found if found is not None else _keep(key, parts(dialogue, list(dialogue.put.all())))


def shown(dialogue: Dialogue, part: Part) -> SafeString:
    """What may be read of a part, as HTML; nothing before it is revealed."""
    if not part.is_revealed:
        return SafeString("")
    key = ("shown", dialogue.pk, dialogue.changes, part.place, get_language())
    found: SafeString | None = _kept.get(key)
    if found is not None:
        return found
    html = render_to_string("dialogues/result.html", {"result": result(dialogue, part)})
    made: SafeString = _keep(key, html)
    return made


def who_reads(dialogue: Dialogue, part: Part) -> str:
    """What stands beside a form after "Wie ziet dit?": who reads it, when, and what is kept of it."""
    if part.put is not None and part.is_revealed:
        first = _(
            "Dit is al onthuld. Wat je nu toevoegt, leest iedereen die meedoet meteen, "
            "zonder naam en zonder perspectief."
        )
    elif part.is_revealed:
        first = _(
            "Dit is al onthuld. Wat je nu toevoegt, leest iedereen die meedoet meteen, zonder naam."
        )
    elif dialogue.open_until:
        first = _(
            "Nu niemand. Na de laatste dag wie de dialoog leidt en iedereen die meedeed, zonder naam."
        )
    else:
        first = _("Nu niemand. Na het onthullen iedereen in de zaal, zonder naam.")
    kept = _(
        "Wie de dialoog leidt, bewaart je woorden voor het onderzoek. "
        "Zonder je ja staan ze niet letterlijk in het verslag."
    )
    return f"{first} {kept}"


def weighs(dialogue: Dialogue) -> str:
    """Whether the room weighs a map now ("open"), or can read what came of it ("told")."""
    key = ("weighs", dialogue.pk, dialogue.changes)
    found: str | None = _kept.get(key)
    if found is not None:
        return found
    rounds = rounds_of(dialogue)
    if rounds and rounds[0].is_open:
        return str(_keep(key, "open"))
    return str(_keep(key, "told" if any(one.is_told for one in rounds) else ""))


def _keep(key: tuple[Any, ...], made: Any) -> Any:
    _kept[key] = made
    while len(_kept) > MOST:
        _kept.popitem(last=False)
    return made
