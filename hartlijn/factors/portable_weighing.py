"""What people take along of weighing and of what-if: what they answered, and what they kept."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.factors.models import KeptScenario, Weighing
from hartlijn.factors.saying import title_of
from hartlijn.factors.weighed import Answer
from hartlijn.factors.weighed.asking import ends
from hartlijn.factors.whatif.showing import held_words
from hartlijn.lib.portable import Part, Value, day, text
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _weighed(person: Person) -> Rows:
    found = Weighing.objects.of(person).select_related("round__version")
    for one in found.order_by("round__opened_on", "pk"):
        document = one.round.version.document
        relations = {relation.key: relation for relation in document.relations}
        for key, code in sorted(one.answers.items()):
            if key in relations:
                source, target = ends(document, relations[key])
                words = Answer.of(code).words
                yield title_of(document), one.round.opened_on, source, target, words


def _kept(person: Person) -> Rows:
    mine = KeptScenario.objects.visible_to(person).filter(kept_by=person)
    for one in mine.select_related("version").order_by("kept_on", "name", "pk"):
        document = one.version.document
        held = "; ".join(held_words(document, one.as_held))
        yield title_of(document), one.kept_on, one.name, held


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "weighed_relations",
        _("Wat je woog"),
        _("Hoe sterk factoren volgens jou op elkaar werken. Dat ziet niemand anders."),
        (
            text("map", _("Kaart")),
            day("round", _("Ronde van")),
            text("source", _("Van")),
            text("target", _("Op")),
            text("answer", _("Wat je zei")),
        ),
        _weighed,
    ),
    Part(
        "kept_scenarios",
        _("Wat-als die je bewaarde"),
        _("Wat je vasthield, en hoe je het noemde. Wat eruit kwam, hoort bij de kaart."),
        (
            text("map", _("Kaart")),
            day("kept_on", _("Op")),
            text("name", _("Naam")),
            text("held", _("Wat vaststaat")),
        ),
        _kept,
    ),
)
