"""The same parts always make the same packed file: one time for all, and an order."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment a packed file knows."""
FIRST: Final = ("mimetype", "[Content_Types].xml")
READABLE: Final = 0o644 << 16


def steady(data: bytes) -> bytes:
    """A packed file anew, without when it was made."""
    with ZipFile(BytesIO(data)) as source:
        return packed({one: source.read(one) for one in source.namelist()})


def packed(parts: dict[str, bytes]) -> bytes:
    """Parts by name; ``mimetype`` comes first and is not pressed, as its standard asks."""
    file = BytesIO()
    with ZipFile(file, "w") as target:
        for name in sorted(parts, key=lambda one: (one not in FIRST, one)):
            info = ZipInfo(name, LONG_AGO)
            info.compress_type = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            info.external_attr = READABLE
            info.create_system = 3
            target.writestr(info, parts[name])
    return file.getvalue()
