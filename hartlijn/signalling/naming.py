"""Whether a text seems to name somebody. A name warns; a way to reach somebody stops.

A signal is about conditions. Names of colleagues are known by the places of the organisation, and
only those that stand in the text are ever said back. What else points at a person (a number, an
address, "de moeder van …") is looked for in the browser, by the check of the journal.
"""

import re
from collections.abc import Iterable
from typing import Final

from hartlijn.people.models import Membership, Organisation

SHORTEST: Final = 3
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
TITLE: Final = re.compile(
    r"\b(?:meneer|mevrouw|mevr\.?|dhr\.?|juf|meester|Mr\.?|Mrs\.?|Ms\.?)\s+([A-Z][^\W\d_]+)"
)
ADDRESS: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")

NUMBER: Final = re.compile(r"(?<![\w+])(?:\+|00?)\d{1,3}(?:[\s.()-]*\d){7,10}(?!\w)")
"""A telephone number, as people write it here: from nine digits, beginning with 0 or +."""


def reaches_somebody(text: str) -> bool:
    """Whether a telephone number or a mail address stands in it. That stops a signal."""
    return bool(ADDRESS.search(text) or NUMBER.search(text))


def names_in(text: str, names: Iterable[str]) -> list[str]:
    """What in ``text`` seems to be somebody, in the order of the text, each once.

    A part of a name counts when the text writes it with a capital: "Wit" does, "wit" does not.
    """
    parts = {
        word.casefold()
        for name in names
        for word in WORD.findall(name)
        if len(word) >= SHORTEST and word[0].isupper()
    }
    found = [(one.start(), one.group()) for one in ADDRESS.finditer(text)]
    found += [(one.start(), one.group()) for one in TITLE.finditer(text)]
    found += [
        (one.start(), one.group())
        for one in WORD.finditer(text)
        if one.group()[0].isupper() and _stem(one.group()) in parts
    ]
    return list(dict.fromkeys(said for _at, said in sorted(found)))


def _stem(word: str) -> str:
    """Without what says whose: "Sams", "Noor's"."""
    return re.sub(r"['’]s$", "", word.casefold())


def named_colleagues(text: str, organisation: Organisation) -> list[str]:
    """Who of the organisation seems to be named; what is the organisation's own name does not count."""
    places = Membership.objects.active().filter(organisation=organisation, person__isnull=False)
    names = places.values_list("person__name", flat=True).distinct()
    own = {word.casefold() for word in WORD.findall(organisation.name)}
    return [one for one in names_in(text, names) if one.casefold() not in own]
