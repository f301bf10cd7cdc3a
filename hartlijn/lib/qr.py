"""A text as a QR code, to be drawn inside a page: no picture is fetched, and it prints sharply."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

QUIET: Final = 4
"""Empty modules around it, as the standard asks (ISO/IEC 18004)."""


@dataclass(frozen=True)
class Qr:
    """For an <svg> of so many modules; ``path`` draws the dark ones."""

    text: str
    size: int
    path: str


def qr(text: str) -> Qr:
    """Draw a code of this text. It can be read with up to 15 % of it covered."""
    code = QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    rows = code.get_matrix()
    return Qr(text, len(rows) + 2 * QUIET, "".join(_runs(rows)))


def _runs(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    """Each stretch of dark modules as one rectangle."""
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, stretch in groupby(row):
            length = len(list(stretch))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
