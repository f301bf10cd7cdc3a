"""A paper as plain text with Markdown; what people typed is never markup."""

import re
from collections.abc import Iterator
from typing import Final

from hartlijn.lib.papers.paper import Block, Bullets, Heading, Paper, Quote, Room, Spans, Words

MARKUP: Final = re.compile(r"([\\`*_{}<>#|~$=]|&(?=#?\w+;)|\](?=[(\[:]))")
"""A bracket makes a link only where another follows it, and "&" a sign only before a name."""
AT_THE_START: Final = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))")


def made(paper: Paper) -> bytes:
    """The file."""
    return ("\n\n".join(_block(one) for one in paper.blocks) + "\n").encode()


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * block.level} {escaped(block.text)}"
    if isinstance(block, Bullets):
        return "\n".join(f"- {_line(one)}" for one in block.items)
    if isinstance(block, Quote):
        return f"> {_line(block.spans)}"
    if isinstance(block, Words):
        return _line(block.spans)
    return "\n\n".join(_room(block))


def _room(block: Room) -> Iterator[str]:
    yield from ["\\_" * 20] * min(block.lines, 1)


def _line(spans: Spans) -> str:
    line = escaped("".join(f" [{one.text}]" if one.number else one.text for one in spans))
    return AT_THE_START.sub(r"\1\\\2", line) if not line[:1].isdigit() else _numbered(line)


def _numbered(line: str) -> str:
    """A line that begins with a number and a point is no list."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def escaped(text: str) -> str:
    """With a backslash before each sign that would be markup."""
    return MARKUP.sub(r"\\\1", text)
