"""One definition as it stands in a file now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hartlijn.library.schema import Reference


@dataclass(frozen=True)
class Definition:
    """A version of a definition: its words, read by the schema of its kind, and as they stand."""

    kind: str
    key: str
    hash: str
    content: Any  # an instance of the kind's schema
    body: Mapping[str, Any]  # what was hashed; tidy, fit for JSON
    file: str
    line: int
    own: bool  # of this installation, not shipped
    references: tuple[tuple[Reference, int], ...] = ()  # with the line of each
