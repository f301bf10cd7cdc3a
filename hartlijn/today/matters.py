"""What matters today: at most three things, the ones that wait for somebody first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hartlijn.agreements.models import to_reread
from hartlijn.paths.telling.waiting import words_of
from hartlijn.people.models import Membership
from hartlijn.people.moments_in_words import near_day
from hartlijn.people.own_sign_in import OwnSignIn
from hartlijn.people.week import Week
from hartlijn.today.me import Me
from hartlijn.today.own_way import own_way_needed
from hartlijn.today.ties import Ties

AT_MOST: Final = 3
SOON: Final = timedelta(days=14)
CLOSES_SOON: Final = timedelta(days=60)


@dataclass(frozen=True)
class Matter:
    """One thing: what it is, and where to do something about it."""

    text: str
    url: str = ""
    act: str = ""
    skip_week: str = ""
    """The week that may be skipped with one tap."""


def matters(me: Me, ties: Ties, talks: Sequence[str] = ()) -> list[Matter]:
    """The first three; what does not make it is not even looked up.

    ``talks`` names with whom somebody wants a short talk this week.
    """
    return list(islice(_all(me, ties, talks), AT_MOST))


def _all(me: Me, ties: Ties, talks: Sequence[str]) -> Iterator[Matter]:
    needed = own_way_needed(me.person)
    own = _own_sign_in(needed)
    if is_pressing := needed is not None and _ends_soon(needed, me):
        yield from own
    yield from _to_help(me)
    yield from _questions(ties)
    yield from _places(me)
    yield from _paths(me)
    yield from _answers(me)
    if talks:
        yield _talk(talks)
    if me.is_in_a_unit:
        yield from _agreements(me)
    if not is_pressing:
        yield from own
    if me.is_asked_for_times and not own:  # two chores on one day are one too many
        yield from _times(me)


def _to_help(me: Me) -> Iterator[Matter]:
    """By name only on its own page: whoever looks over a shoulder here learns nothing."""
    if me.is_asked_to_open:
        text = _("Iemand vraagt je te helpen de eigen lijn te openen. Bel eerst samen.")
        yield Matter(text, reverse("vault:help"), _("Helpen"))


def _questions(ties: Ties) -> Iterator[Matter]:
    for tie in ties.questions:
        said = {"name": tie.starter, "kind": tie.get_kind_display()}
        yield Matter(
            _("%(name)s vraagt of je wilt meelopen, als %(kind)s.") % said,
            reverse("people:companions"),
            _("Antwoorden"),
        )


def _paths(me: Me) -> Iterator[Matter]:
    """The own steps by name; of others' paths only that something is asked, and of nobody."""
    if me.own_step:
        text = _("Deze week op je traject: %(step)s.")
        if me.has_more_steps:
            text = _("Deze week op je traject: %(step)s, en meer.")
        text = text % {"step": me.own_step}
        yield Matter(text, reverse("paths:path"), _("Je traject"))
    yield from _awaited(me)
    if me.is_asked_this_week:
        text = _("Deze week vraagt een traject iets van je.")
        yield Matter(text, reverse("paths:week"), _("Bekijken"))


def _awaited(me: Me) -> Iterator[Matter]:
    """One thing on a path that waits for an answer: by its sort, and of nobody by name."""
    if me.awaited:
        text, where = words_of(me.awaited)
        yield Matter(text, where, _("Bekijken"))


def _answers(me: Me) -> Iterator[Matter]:
    """Of whom, and to what, stands on its own page."""
    if me.is_answered:
        text = _("Er is antwoord op een signaal dat jullie stuurden.")
        yield Matter(text, reverse("signalling:signals"), _("Lezen"))
    if me.has_lead:
        text = _("Een aanknopingspunt uit een dialoog wacht op je.")
        yield Matter(text, reverse("dialogues:leads"), _("Bekijken"))


def _talk(names: Sequence[str]) -> Matter:
    """One line, however many: nobody is to feel behind."""
    text = _("Deze week: een kort gesprek met %(names)s.") % {"names": _named(names)}
    return Matter(text, reverse("onetoones:rhythms"), _("Kies een vraag"))


def _named(names: Sequence[str]) -> str:
    """Noor; Noor en Mila; Noor, Mila en anderen."""
    first, *rest = names
    if not rest:
        return first
    if len(rest) == 1:
        return _("%(one)s en %(other)s") % {"one": first, "other": rest[0]}
    return _("%(one)s, %(other)s en anderen") % {"one": first, "other": rest[0]}


def _places(me: Me) -> Iterator[Matter]:
    for place in me.places:
        if me.today < place.starts_on <= me.today + SOON:
            yield _begins(place, me)
        elif place.ends_on and place.ends_on <= me.today + SOON:
            yield _ends(place, me)


def _begins(place: Membership, me: Me) -> Matter:
    said = {"place": where(place), "day": near_day(place.starts_on, me.today)}
    return Matter(_("Je begint %(day)s bij %(place)s.") % said)


def _ends(place: Membership, me: Me) -> Matter:
    assert place.ends_on is not None  # noqa: S101 - tells the type checker
    last = place.ends_on - timedelta(days=1)
    said = {"place": where(place), "day": near_day(last, me.today)}
    return Matter(
        _("%(place)s: je laatste dag is %(day)s. Je account en je lijn blijven van jou.") % said
    )


def _agreements(me: Me) -> Iterator[Matter]:
    """Until somebody says they read it; nobody else learns who did."""
    for unit in to_reread(me.person):
        yield Matter(
            _("Lees de afspraak van %(unit)s nog eens door.") % {"unit": unit.name},
            reverse("agreements:agreement", args=[unit.pk]),
            _("Lezen"),
        )


def where(place: Membership) -> str:
    """The organisation, with the unit when there is one."""
    return f"{place.organisation}, {place.unit}" if place.unit else str(place.organisation)


def _ends_soon(needed: OwnSignIn, me: Me) -> bool:
    """Whether the only way in closes before long: nothing behind it can be done any more then."""
    return needed.by is not None and needed.by <= me.today + CLOSES_SOON


def _own_sign_in(needed: OwnSignIn | None) -> list[Matter]:
    """Nothing, or the one that says whose account somebody depends on."""
    if needed is None:
        return []
    text = _(
        "Je komt hier binnen met een account van %(place)s. Voeg een eigen adres toe, "
        "dan kun je er ook bij als je daar weg bent."
    )
    place = needed.organisation or _("je school of werk")
    return [Matter(text % {"place": place}, reverse("account_email"), _("Eigen adres toevoegen"))]


def _times(me: Me) -> Iterator[Matter]:
    here = timezone.localdate()  # a week is one's own, by the own clock
    if me.known_times.leaves_open(here):
        yield Matter(
            _("Wanneer werk je deze week? Dan laten we je daarbuiten met rust."),
            reverse("people:times_week"),
            _("Mijn week aantikken"),
            skip_week=str(Week.of(here)),
        )
