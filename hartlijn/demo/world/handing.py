"""What Noor's school handed over when her placement began, and what it proposes to give along now."""

from datetime import date
from typing import Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.places import LIGHTHOUSE
from hartlijn.library.text import Text
from hartlijn.paths.models import HandOver, HandOverItem, Side, Step
from hartlijn.paths.words import steps_of

THEN: Final = Text(
    "We spraken af dat Noor de eerste weken vooral meeloopt.",
    "We agreed that Noor mostly walks along in the first weeks.",
)
NOW: Final = Text(
    "Vraag naar haar voorbeeld van het keukentafelgesprek, daar leerden wij ook van.",
    "Ask about her example of the talk at the kitchen table; we learned from it too.",
)
MOST: Final = 4


def hand_over(draft: Draft, side: Side) -> None:
    """One that was accepted, and one that waits for Noor."""
    began = draft.places["noor", LIGHTHOUSE.key].starts_on
    placement = draft.places["noor", LIGHTHOUSE.key]
    old = HandOver(
        pk=identity("hand-over", side.pk, "then"),
        path=side.path,
        side=side,
        made_on=began,
        proposed_on=began,
        proposed_by=draft.people["joost"],
        given_on=began,
        to=placement.organisation,
        to_unit=placement.unit,
        added="Ik leer het liefst door eerst mee te kijken.",
        accepted_on=began,
        accepted_by=draft.people["fatima"],
    )
    draft.add(old)
    _item(draft, old, THEN, began, place=0, kind=HandOverItem.Kind.SENTENCE, is_picked=True)
    new = HandOver(
        pk=identity("hand-over", side.pk, "now"),
        path=side.path,
        side=side,
        made_on=draft.days_ago(4),
        proposed_on=draft.days_ago(3),
        proposed_by=draft.people["joost"],
    )
    draft.add(new)
    words = steps_of(side.version)
    done = [
        one
        for one in draft.rows[Step]
        if isinstance(one, Step) and one.side_id == side.pk and one.done_on
    ]
    for place, step in enumerate(done[-MOST:]):
        said = words[step.key].name
        _item(draft, new, said, step.done_on, place=place, kind=HandOverItem.Kind.STEP)
    kind = HandOverItem.Kind.SENTENCE
    _item(draft, new, NOW, draft.days_ago(3), place=MOST, kind=kind)


def _item(  # noqa: PLR0913 - an item has this many sides
    draft: Draft,
    over: HandOver,
    words: Text,
    day: date | None,
    *,
    place: int,
    kind: HandOverItem.Kind,
    is_picked: bool = False,
) -> None:
    draft.add(
        HandOverItem(
            pk=identity("hand-over item", over.pk, place),
            hand_over=over,
            kind=kind,
            key=f"{kind}-{place}",
            words_nl=words.nl,
            words_en=words.en,
            day=day,
            place=place,
            is_picked=is_picked,
        )
    )
