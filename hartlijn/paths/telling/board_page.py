"""What a page says of a frozen month, written once: the month never changes any more."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from uuid import UUID

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from hartlijn.paths.evaluations import Asked
from hartlijn.paths.models import Release
from hartlijn.paths.telling.board import board_of

KEPT: Final = 64
"""Months by language and reader: some 40 kB each, in the memory of the process alone."""


@dataclass(frozen=True)
class Told:
    """A month in words. Who may read it is asked before, with every request."""

    month: date
    first: date
    last: date
    figures: SafeString


@lru_cache(KEPT)
def told(
    release: UUID,
    own: frozenset[str] | None,
    asked: tuple[Asked, ...],
    language: str,
    *,
    is_paper: bool,
) -> Told:
    """``own`` and ``asked`` as for `board_of`.

    ``asked`` and ``language`` are part of what is kept: words in files may change while we run.
    """
    with override(language):
        board = board_of(Release.objects.get(pk=release), own, asked)
        context = {"board": board, "is_whole": own is None, "is_paper": is_paper}
        figures = render_to_string("paths/board_told.html", context)
    return Told(board.month, board.first, board.last, figures)
