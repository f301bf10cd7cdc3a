"""The kinds of definition there are. The app that owns a kind registers it when it starts."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """What definitions of one kind hold, and the folder they are in."""

    name: str
    folder: str  # below each content folder; also what a list of several is called in a file
    schema: type
    for_everyone: bool = False
    """Whether whoever is signed in may read all of it at /library/<kind>.json."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind known. Twice the same is once; another under the same name is a mistake."""
    if _kinds.setdefault(kind.name, kind) != kind:
        raise ValueError(f"There is another kind with the name {kind.name}.")


def kinds() -> dict[str, Kind]:
    """Every kind by its name."""
    return dict(_kinds)
