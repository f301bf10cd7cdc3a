"""The kinds of words of this app: whom one can turn to, and leaflets to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from django.utils.translation import gettext_lazy as _

from hartlijn.library.kinds import Kind, register
from hartlijn.library.problems import Problem, problem
from hartlijn.library.schema import Between, Longest
from hartlijn.library.text import Text
from hartlijn.signposts.phone import is_phone

Source = Annotated[str, Longest(400)]
Licence = Annotated[str, Longest(60)]
SITE: Final = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/[\w./-]*)?")


@dataclass(frozen=True)
class Signpost:
    """Somebody one can turn to: what for, when, how, and when that was last looked up."""

    urgency: Literal["now", "later"]
    for_whom: Literal["everyone", "employee", "student"]
    order: Annotated[int, Between(1, 1000)]
    title: Annotated[Text, Longest(80)]
    what_for: Annotated[Text, Longest(300)]
    reachable: Annotated[Text, Longest(200)]
    checked: Annotated[str, Longest(10)]  # a day; old ones make a test fail
    source: Source
    licence: Licence
    phones: Annotated[tuple[str, ...], Longest(20), Between(1, 3)] = ()
    site: Annotated[str | None, Longest(120)] = None
    own: (
        Literal[
            "occupational_physician",
            "confidential_adviser",
            "peer_support_team",
            "dean",
            "student_psychologist",
        ]
        | None
    ) = None
    """What an organisation can fill in itself (``OwnSignpost.Kind``)."""

    @property
    def checked_on(self) -> date:
        """The day somebody last looked whether it still holds."""
        return date.fromisoformat(self.checked)

    def problems(self) -> Iterator[Problem]:
        """A number can be called, an address opened, and a day is one."""
        for place, phone in enumerate(self.phones):
            if not is_phone(phone):
                yield problem(
                    ("phones", place), _("“{phone}” is geen telefoonnummer."), phone=phone
                )
        if self.site and not SITE.fullmatch(self.site):
            yield problem(("site",), _("Begin het adres met https:// en schrijf geen vraagtekens."))
        try:
            date.fromisoformat(self.checked)
        except ValueError:
            yield problem(("checked",), _("Schrijf de dag als 2026-11-27."))


@dataclass(frozen=True)
class Section:
    """A part of a leaflet: a heading, and a few lines or points."""

    name: Annotated[Text, Longest(80)]
    text: Annotated[Text | None, Longest(400)] = None
    points: Annotated[tuple[Text, ...], Longest(200), Between(1, 10)] = ()

    def problems(self) -> Iterator[Problem]:
        """A heading has something under it."""
        if self.text is None and not self.points:
            yield problem((), _("Schrijf bij een stuk een “text”, of “points”."))


@dataclass(frozen=True)
class Leaflet:
    """A page to read. It says where it comes from; it names no illness and asks nothing."""

    title: Annotated[Text, Longest(80)]
    about: Annotated[Text, Longest(400)]
    source: Source
    licence: Licence
    sections: Annotated[tuple[Section, ...], Between(1, 12)]


register(Kind("signpost", "signposts", Signpost, for_everyone=True))
register(Kind("leaflet", "leaflets", Leaflet, for_everyone=True))
