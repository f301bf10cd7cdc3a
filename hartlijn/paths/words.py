"""The words of a path: the template a side goes by, read once for each version."""

from collections.abc import Iterable, Mapping
from typing import Final

from hartlijn.library.models import Version
from hartlijn.paths.definitions import PathTemplate, Promise, Step
from hartlijn.paths.telling.vocabulary import said


class UnreadableError(LookupError):
    """A version asks something that today's Hartlijn does not know any more."""


MOST: Final = 256
_read: dict[str, PathTemplate] = {}  # by hash; a version never changes


def template_of(version: Version) -> PathTemplate:
    """The template as this version has it. Raises ``UnreadableError``."""
    if (known := _read.get(version.hash)) is not None:
        return known
    content = version.content
    if not isinstance(content, PathTemplate):
        raise UnreadableError(version.hash)
    if len(_read) >= MOST:
        _read.clear()
    return _read.setdefault(version.hash, content)


def step_name(hash_: str, key: str) -> str:
    """The name of a step of a version that is known by its hash; asks only for a new one."""
    known = _read.get(hash_) or template_of(Version.objects.get(hash=hash_))
    return name_in({one.key: one for one in known.steps}, key)


def titles_of(hashes: Iterable[str]) -> dict[str, str]:
    """The titles of versions that are known by their hash; asks once, and only for new ones."""
    asked = set(hashes)
    found = {one: str(_read[one].title) for one in asked if one in _read}
    for version in Version.objects.filter(hash__in=asked - found.keys()):
        try:
            found[version.hash] = str(template_of(version).title)
        except UnreadableError:
            found[version.hash] = said(version.body.get("title"))
    return found


def steps_of(version: Version) -> dict[str, Step]:
    """Its steps by key."""
    return {one.key: one for one in template_of(version).steps}


def promises_of(version: Version) -> dict[str, Promise]:
    """Its promises by key."""
    return {one.key: one for one in template_of(version).promises}


def name_in(words: Mapping[str, Step] | Mapping[str, Promise], key: str) -> str:
    """What a version calls one of its steps or promises; the key where it no longer has it."""
    return str(words[key].name) if key in words else key
