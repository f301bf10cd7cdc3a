"""Use definitions: what was once given to somebody is kept for good."""

from collections.abc import Iterable

from hartlijn.library import shelf
from hartlijn.library.definition import Definition
from hartlijn.library.models import Version


def use(kind: str, key: str) -> Version:
    """The version of a definition as it is now, kept. Raises ``shelf.UnknownError``."""
    found = shelf.get(kind, key)
    keep([found])
    return Version.objects.get(pk=found.hash)


def keep(definitions: Iterable[Definition]) -> None:
    """Keep these versions; those that are kept already stay as they are."""
    by_hash = {one.hash: one for one in definitions}
    fresh = [by_hash[one] for one in sorted(Version.objects.unknown(by_hash))]
    if fresh:
        Version.objects.bulk_create(
            [Version(hash=one.hash, kind=one.kind, key=one.key, body=one.body) for one in fresh],
            ignore_conflicts=True,  # another process may keep the same at the same moment
        )
