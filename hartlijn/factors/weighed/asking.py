"""A relation as it is asked of somebody: a question, and what she answered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from hartlijn.factors.document import MapDocument, Relation
from hartlijn.factors.saying import name_of
from hartlijn.factors.weighed.answers import Answer, Way


@dataclass(frozen=True)
class Question:
    """In the language of the reader."""

    key: str
    source: str
    target: str
    directed: bool
    sentence: str
    answer: str = ""
    is_unsure: bool = False

    @property
    def arrow(self) -> str:
        """Where nothing but text can stand."""
        return "→" if self.directed else "↔"


def ends(document: MapDocument, relation: Relation) -> tuple[str, str]:
    """The names of what acts and what it acts on."""
    names = {factor.key: name_of(factor) for factor in document.factors}
    return names[relation.source], names[relation.target]


def question(document: MapDocument, relation: Relation, said: Answer | None) -> Question:
    """Ask about one relation."""
    source, target = ends(document, relation)
    if relation.directed:
        sentence = _("Als er meer is van “{source}”, wat doet dat met “{target}”?")
    else:
        sentence = _("Hoe werken “{source}” en “{target}” op elkaar?")
    return Question(
        key=relation.key,
        source=source,
        target=target,
        directed=relation.directed,
        sentence=sentence.format(source=source, target=target),
        answer=said.words if said else "",
        is_unsure=said is not None and said.way is Way.DONT_KNOW,
    )
