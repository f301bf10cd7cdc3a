"""What is there now: every definition, read anew when a file changed.

``shelf.get("prompt", "…")``, ``shelf.every("model")``. Asking costs a look at the files' times.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.library.definition import Definition
from hartlijn.library.kinds import kinds
from hartlijn.library.loading import Folder, load
from hartlijn.library.problems import Refusal, shown

Stamp = tuple[object, ...]


class UnknownError(LookupError):
    """There is no such kind, or nothing of that name in it."""


@dataclass(frozen=True)
class Shelf:
    """All definitions by kind and key, and why other files do not count."""

    definitions: Mapping[str, Mapping[str, Definition]]
    refusals: tuple[Refusal, ...]


_kept: tuple[Stamp, Shelf] | None = None


def get(kind: str, key: str) -> Definition:
    """One definition as it is now. Raises ``UnknownError``."""
    found = _of(kind).get(key)
    if found is None:
        raise UnknownError(f"No {kind} is called {key}.")
    return found


def every(kind: str) -> list[Definition]:
    """All definitions of a kind, by key. Raises ``UnknownError`` for a kind nobody registered."""
    found = _of(kind)
    return [found[key] for key in sorted(found)]


def refusals() -> tuple[Refusal, ...]:
    """Why some files do not count; empty when all is well."""
    return shelf().refusals


def _of(kind: str) -> Mapping[str, Definition]:
    if kind not in (found := shelf().definitions):
        raise UnknownError(f"There is no kind {kind}.")
    return found[kind]


def folders() -> list[Folder]:
    """The shipped words first, then those of this installation."""
    shipped, own = settings.CONTENT
    return [Folder(Path(shipped), own=False), Folder(Path(own), own=True)]


def shelf() -> Shelf:
    """Everything, as read when the files last changed."""
    global _kept  # noqa: PLW0603 - one place for the process; replaced whole, so threads may race
    stamp = _stamp()
    if _kept is None or _kept[0] != stamp:
        _kept = (stamp, _read())
    return _kept[1]


def _stamp() -> Stamp:
    """What changes when a kind or a file does: names, times, sizes."""
    known = kinds().values()
    places = [folder.path / kind.folder for kind in known for folder in folders()]
    return (*known, *map(_look, places))


def _look(folder: Path) -> Stamp:
    """A folder as it looks from outside. Asked at each request, so one look at each file."""
    try:
        with os.scandir(folder) as entries:
            found = sorted((one.name, one) for one in entries if one.name.endswith(".toml"))
    except OSError:
        return ()
    return (str(folder), *(_face(one) for _name, one in found))


def _face(entry: "os.DirEntry[str]") -> Stamp:
    try:
        state = entry.stat()
    except OSError:  # a link to nowhere, or gone this instant
        return (entry.name,)
    return (entry.name, state.st_mtime_ns, state.st_size, state.st_ino)


def _read() -> Shelf:
    loaded = {kind.name: load(kind, folders()) for kind in kinds().values()}
    definitions = {name: dict(one.definitions) for name, one in loaded.items()}
    refused = [refusal for one in loaded.values() for refusal in one.refusals]
    for found in definitions.values():
        for one in list(found.values()):
            lost = list(_dangling(one, definitions))
            if lost:
                refused += lost
                del found[one.key]
    return Shelf(definitions, tuple(refused))


def _dangling(one: Definition, known: Mapping[str, Mapping[str, Definition]]) -> list[Refusal]:
    """Where a definition speaks of one that is not there."""
    sentence = _("Er is geen {kind} met de naam “{key}”. Kies een andere, of voeg die toe.")
    return [
        Refusal(one.file, line, format_lazy(sentence, kind=to.kind, key=shown(to.key)))
        for to, line in one.references
        if to.key not in known.get(to.kind, {})
    ]
