"""The kinds of file a paper can be. What makes them is only read in when somebody asks."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from hartlijn.lib.papers.paper import Paper, cleaned

Make = Callable[[Paper], bytes]


@dataclass(frozen=True)
class FileKind:
    """What a browser is told of a file, and which module makes it."""

    media: str
    module: str

    def make(self, paper: Paper) -> bytes:
        """The bytes of the file; the same paper gives the same bytes."""
        module = import_module(f"hartlijn.lib.papers.{self.module}")
        return cast("Make", module.made)(cleaned(paper))


WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS: Final = {
    "docx": FileKind(WORD, "as_docx"),
    "odt": FileKind("application/vnd.oasis.opendocument.text", "as_odt"),
    "pdf": FileKind("application/pdf", "as_pdf"),
    "md": FileKind("text/markdown; charset=utf-8", "as_markdown"),
}
FOR_WRITING: Final = ("docx", "odt", "pdf")
"""The kinds somebody goes on writing in, by hand or on a screen."""
