"""What people take along of what their organisations handed over, and of meetings of three."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from hartlijn.lib.portable import Part, Value, choice, day, text, truth
from hartlijn.library.text import Text
from hartlijn.paths.models import Agreed, HandOver, HandOverItem, Meeting
from hartlijn.people.models import Person

Rows = Iterable[tuple[Value, ...]]


def _hand_overs(person: Person) -> Rows:
    own = HandOver.objects.of(person).select_related("side__organisation", "to")
    for one in own.order_by("proposed_on", "pk"):
        home, to = one.side.organisation.name, one.to.name if one.to else ""
        yield (home, one.proposed_on, to, one.given_on, one.accepted_on, one.added)


def _taken_along(person: Person) -> Rows:
    own = HandOverItem.objects.filter(hand_over__in=HandOver.objects.of(person))
    for one in own.select_related("hand_over__side__organisation").order_by(
        "hand_over__proposed_on", "hand_over", "place", "pk"
    ):
        words = str(Text(one.words_nl, one.words_en))
        yield (one.hand_over.side.organisation.name, one.kind, words, one.day, one.is_picked)


def _agreed(person: Person) -> Rows:
    own = Agreed.objects.filter(meeting__in=Meeting.objects.of(person))
    rows = own.order_by("meeting__day", "meeting", "place", "pk")
    return rows.values_list("meeting__day", "whose", "words", "by_on")


def _needs(person: Person) -> Rows:
    own = Meeting.objects.of(person).exclude(needs="")
    return own.order_by("day", "pk").values_list("day", "needs")


SHARED: Final[tuple[Part[Person], ...]] = (
    Part(
        "path_hand_overs",
        _("Je traject: overdrachten"),
        _("Wat een organisatie voorstelde om mee te geven, en aan wie jij het gaf."),
        (
            text("organisation", _("Van")),
            day("proposed_on", _("Voorgesteld")),
            text("to", _("Aan")),
            day("given_on", _("Gegeven")),
            day("accepted_on", _("Aangenomen")),
            text("added", _("Wat je er zelf bij zei")),
        ),
        _hand_overs,
    ),
    Part(
        "path_hand_over_items",
        _("Je traject: wat er meegaat"),
        _("Elk ding uit een overdracht, en of jij het koos."),
        (
            text("organisation", _("Van")),
            choice("kind", _("Soort"), HandOverItem.Kind.choices),
            text("words", _("Wat")),
            day("day", _("Dag")),
            truth("picked", _("Gekozen")),
        ),
        _taken_along,
    ),
    Part(
        "path_meetings",
        _("Je traject: driehoeksgesprekken"),
        _("Wat er op het scherm stond: wat je meebracht, wie wat beloofde, en wat je nodig had."),
        (
            day("day", _("Wanneer")),
            choice("whose", _("Van wie"), Agreed.Whose.choices),
            text("words", _("Wat")),
            day("by_on", _("Uiterlijk")),
        ),
        _agreed,
    ),
    Part(
        "path_needs",
        _("Je traject: wat je nodig had"),
        _("De lege plek van elk driehoeksgesprek."),
        (day("day", _("Wanneer")), text("needs", _("Wat"))),
        _needs,
    ),
)
