"""The kinds of file an outline can be. What makes them is only read in when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from hartlijn.paths.register.outline.words import Outline

Make = Callable[[Outline], bytes]


@dataclass(frozen=True)
class FileKind:
    """What a browser is told of a file, and which module makes it."""

    media: str
    module: str

    def make(self, outline: Outline) -> bytes:
        """The bytes of the file."""
        module = import_module(f"hartlijn.paths.register.outline.{self.module}")
        return cast("Make", module.made)(outline)


KINDS: Final = {
    "docx": FileKind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "as_docx"
    ),
    "odt": FileKind("application/vnd.oasis.opendocument.text", "as_odt"),
    "pdf": FileKind("application/pdf", "as_pdf"),
}
ROOM: Final = 8
"""How many empty lines there are to write on under a part."""
