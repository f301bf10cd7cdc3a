"""The signposts as somebody finds them: first whom to call now, then who is near."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hartlijn.library import shelf
from hartlijn.people.models import Membership, Organisation, Person, Role
from hartlijn.signposts.definitions import Signpost
from hartlijn.signposts.models import OwnSignpost
from hartlijn.signposts.phone import dialled


@dataclass(frozen=True)
class Number:
    """A number to read and to dial."""

    shown: str
    dialled: str


@dataclass(frozen=True)
class Standing:
    """One signpost, with what the own organisations say about it."""

    words: Signpost
    own: list[OwnSignpost]

    @property
    def numbers(self) -> list[Number]:
        """The numbers of everybody."""
        return [Number(one, dialled(one)) for one in self.words.phones]

    @property
    def site_name(self) -> str:
        """An address as people say it."""
        return (self.words.site or "").removeprefix("https://").removeprefix("www.").rstrip("/")


@dataclass(frozen=True)
class Board:
    """All of them, by when and where."""

    now: list[Standing]
    everyone: list[Standing]
    work: list[Standing]
    study: list[Standing]
    checked_on: date | None
    """The longest ago that one of the general ones was looked up."""


def board_for(person: Person) -> Board:
    """What somebody finds. Two queries, however many there are."""
    own: dict[str, list[OwnSignpost]] = defaultdict(list)
    for one in OwnSignpost.objects.visible_to(person).select_related("organisation"):
        own[one.kind].append(one)
    found = [
        Standing(words, own[words.own] if words.own else [])
        for words in sorted(_all(), key=lambda words: words.order)
    ]
    later = [one for one in found if one.words.urgency == "later"]
    return Board(
        now=[one for one in found if one.words.urgency == "now"],
        everyone=_of(later, "everyone"),
        work=_of(later, "employee"),
        study=_of(later, "student") if _may_study(person) else [],
        checked_on=min((one.words.checked_on for one in found), default=None),
    )


def _all() -> Iterable[Signpost]:
    return [one.content for one in shelf.every("signpost")]


def _of(found: list[Standing], for_whom: str) -> list[Standing]:
    return [one for one in found if one.words.for_whom == for_whom]


def _may_study(person: Person) -> bool:
    """Whether somebody begins at a school now, or has no place here by which we could tell.

    Work is for everybody: on placement one is a worker too.
    """
    places = Membership.objects.active().filter(person=person)
    kinds = set(places.values_list("role", "organisation__kind"))
    return not kinds or (Role.STARTER, Organisation.Kind.EDUCATION) in kinds
