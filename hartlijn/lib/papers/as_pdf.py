"""A paper as PDF with tags (PDF/UA-1): title, language, headings and lists for every reader."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from hartlijn.lib.papers import letters
from hartlijn.lib.papers.paper import (
    Block,
    Bullets,
    Heading,
    Paper,
    Room,
    Spans,
    in_every_text,
)

SHAPE: Final = Path(__file__).with_name("paper.typ")
REGIONS: Final = {"nl": "NL", "en": "GB"}
OTHERS: Final = ("Libertinus Serif", "DejaVu Sans Mono")
"""Come with the typesetter, for what our letter does not have."""
BOX: Final = "□"
STANDARD: Final = "ua-1"
ONE_AT_A_TIME: Final = Lock()
"""There is one typesetter in a process, and it holds one paper at a time."""


def made(paper: Paper) -> bytes:
    """The file. A character that no letter has becomes a box: the standard asks that all show."""
    try:
        return _set(paper)
    except typst.TypstError:
        return _set(in_every_text(paper, _boxed))


def _boxed(text: str) -> str:
    known = letters.known()
    return "".join(one if ord(one) in known else BOX for one in text)


def _set(paper: Paper) -> bytes:
    data = json.dumps(_plain(paper), ensure_ascii=True)
    with ONE_AT_A_TIME:
        done = _setter().compile(
            format="pdf", sys_inputs={"paper": data}, pdf_standards=[STANDARD], timestamp=0
        )
    if not isinstance(done, bytes):
        raise TypeError("The typesetter gave several files.")
    return done


@cache
def _setter() -> typst.Compiler:
    """Read once: letters of the machine do not count, or two machines would give two papers."""
    return typst.Compiler(
        str(SHAPE),
        root=str(SHAPE.parent),
        font_paths=[str(letters.folder())],
        ignore_system_fonts=True,
    )


def _plain(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "language": paper.language,
        "region": REGIONS.get(paper.language, "NL"),
        "fonts": [letters.HOUSE, letters.MORE, *OTHERS],
        "blocks": [_block(one) for one in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "text": block.text}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": [_spans(one) for one in block.items]}
    if isinstance(block, Room):
        return {"kind": "room", "lines": block.lines}
    return {"kind": type(block).__name__.lower(), "spans": _spans(block.spans)}


def _spans(spans: Spans) -> list[dict[str, Any]]:
    return [{"text": one.text, "language": one.language, "number": one.number} for one in spans]
