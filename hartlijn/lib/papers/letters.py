"""The letter of the house as files that a typesetter opens: from the web's form, once a process."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

HOUSE: Final = "House"
MORE: Final = "House more"
SETS: Final = {HOUSE: "latin", MORE: "latin-ext"}
"""Our letter, and the same for names and words from further away."""
WEIGHTS: Final = (400, 700)
NAMES: Final = (1, 16)
"""The places in a font that hold the name of its family."""


@cache
def folder() -> Path:
    """Where they lie; gone with the process."""
    made = Path(tempfile.mkdtemp(prefix="hartlijn-letters-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    for family, letters in SETS.items():
        for weight in WEIGHTS:
            with TTFont(_face(letters, weight), recalcTimestamp=False) as font:
                font.flavor = None
                for place in NAMES:
                    font["name"].setName(family, place, 3, 1, 0x409)
                font.save(made / f"{letters}-{weight}.ttf", reorderTables=False)
    return made


@cache
def known() -> frozenset[int]:
    """The characters our letter has."""
    codes: set[int] = set()
    for letters in SETS.values():
        with TTFont(_face(letters, WEIGHTS[0])) as font:
            codes |= set(font.getBestCmap())
    return frozenset(codes)


def _face(letters: str, weight: int) -> Path:
    """A face as `setup.build` laid it beside the pages."""
    name = f"ui/dist/fonts/atkinson-hyperlegible-next-{letters}-{weight}-normal.woff2"
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"{name} is not there. Run `make build`.")
    return Path(found)
