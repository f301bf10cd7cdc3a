"""The way of a finding: from study to practice to education."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.factors.checking import same_name
from hartlijn.factors.document import MapDocument
from hartlijn.factors.models import ChangedBy, FindingVersion
from hartlijn.factors.occasions import DIALOGUE
from hartlijn.factors.saying import name_of


@dataclass(frozen=True)
class Stage:
    """A version with what its reader wants to know of it."""

    version: FindingVersion
    heading: str
    changed_by: str
    is_same_text: bool
    dialogue: str
    """The id of the dialogue held here that changed it, for a page that knows dialogues."""


@dataclass(frozen=True)
class Named:
    """A factor a finding is about; with its key when the map has it."""

    name: str
    key: str = ""


def stages(versions: Sequence[FindingVersion]) -> list[Stage]:
    """Every version, the oldest first."""
    before = [None, *versions]
    return [
        Stage(
            one,
            _heading(one),
            str(ChangedBy(one.changed_by).label),
            earlier is not None and earlier.text == one.text,
            one.reference.removeprefix(DIALOGUE) if one.reference.startswith(DIALOGUE) else "",
        )
        for one, earlier in zip(versions, before, strict=False)
    ]


def factors_named(names: Iterable[str], document: MapDocument | None) -> list[Named]:
    """Each name; where the map has such a factor, in the language of the reader."""
    known = {}
    for one in document.factors if document else ():
        for name in filter(None, (one.name, one.name_en)):
            known[same_name(name)] = Named(name_of(one), one.key)
    return [known.get(same_name(name), Named(name)) for name in names]


def _heading(version: FindingVersion) -> str:
    return {
        ChangedBy.STUDY: _("Onderzoek vond"),
        ChangedBy.DIALOGUE: _("De praktijk zei"),
        ChangedBy.GROUP: _("Een groep woog mee"),
        ChangedBy.EDUCATION: _("Het onderwijs nam het over"),
    }.get(ChangedBy(version.changed_by), _("Aangepast"))
