"""A code drawn here holds what was asked, module by module."""

import re

from hypothesis import given
from hypothesis import strategies as st
from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

from hartlijn.lib.qr import QUIET, qr


def drawn(path: str) -> set[tuple[int, int]]:
    """The dark modules of a path."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)
    return {(int(x) + step, int(y)) for x, y, length in runs for step in range(int(length))}


@given(text=st.text(min_size=1, max_size=120))
def test_every_dark_module_is_drawn_and_no_other(text: str) -> None:
    whole = QRCode(border=QUIET, error_correction=ERROR_CORRECT_M)
    whole.add_data(text)
    whole.make(fit=True)
    rows = whole.get_matrix()

    code = qr(text)

    assert code.size == len(rows)
    assert drawn(code.path) == {
        (x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    }


def test_an_address_to_join_stays_small() -> None:
    code = qr("https://hartlijn.example.org/join/FIETS-MAAN/")

    assert code.size <= 41
    assert len(code.path) < 8_000
