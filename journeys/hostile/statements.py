"""Find the statements of our TypeScript that stop an attack, to take one out.

Such a statement stands under a comment that begins with the attack: `// H2: …`, `// H1, H4: …`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

MARK = re.compile(r"// (H\d+(?:[ ,]+H\d+)*): (.*)")
COMMENT = re.compile(r"\s*//.*")
OPENS, CLOSES = "([{", ")]}"


@dataclass(frozen=True)
class Statement:
    """One statement, what its comment says, where it stands, and which attacks it stops."""

    attacks: frozenset[str]
    says: str
    start: int
    end: int
    text: str


def marked(source: str) -> Iterator[Statement]:
    """The statements of a file that stop an attack."""
    for mark in MARK.finditer(source):
        start = mark.end()
        while comment := COMMENT.match(source, start):
            start = comment.end()
        start += len(source[start:]) - len(source[start:].lstrip())
        end = end_of(source, start)
        attacks = frozenset(re.findall(r"H\d+", mark[1]))
        yield Statement(attacks, mark[2], start, end, source[start:end])


def end_of(source: str, start: int) -> int:
    """Where the statement that begins at ``start`` ends: a `;`, or the `}` of its block."""
    condition = re.compile(r"(?:if|for|while)\s*\(").match(source, start)
    if condition:
        after = _closed(source, condition.end() - 1)
        return end_of(source, after + len(source[after:]) - len(source[after:].lstrip()))
    if source[start] == "{":
        return _closed(source, start)
    at = start
    while source[at] != ";":
        at = _next(source, at)
    return at + 1


def _closed(source: str, at: int) -> int:
    """Just behind the bracket that closes the one at ``at``."""
    at += 1
    while source[at] not in CLOSES:
        at = _next(source, at)
    return at + 1


def _next(source: str, at: int) -> int:
    """Past one character, one string or one pair of brackets with all that is in it."""
    if source[at] in OPENS:
        return _closed(source, at)
    text = re.compile(r"([\"'`])(?:\\.|(?!\1).)*\1|//[^\n]*", re.DOTALL).match(source, at)
    return text.end() if text else at + 1
