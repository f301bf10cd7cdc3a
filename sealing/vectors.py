"""Make vectors for the other program: `frontend/seal/vectors/from-python.json`."""

import json
from pathlib import Path
from typing import Final

from sealing import vectors_made as good
from sealing.vectors_refused import refused

FILE: Final = (
    Path(__file__).resolve().parent.parent / "frontend" / "seal" / "vectors" / "from-python.json"
)


def made() -> good.Case:
    """All of them, with keys of today."""
    cast = good.cast()
    return {
        "people": {name: good.person(keys) for name, keys in cast.items()},
        "wraps": list(good.wraps(cast["noor"])),
        "codes": list(good.codes()),
        "private": list(good.private(cast["noor"])),
        "shared": list(good.shared(cast)),
        "log": good.log(cast),
        "refused": list(refused(cast)),
    }


def write() -> Path:
    """Write the file anew."""
    FILE.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return FILE
