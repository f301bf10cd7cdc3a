"""A drawing in the demonstration: three people and a dog, as a child draws them."""

from typing import Any, Final

_FEET: Final = 240


def _stroke(*points: tuple[int, int]) -> dict[str, Any]:
    """One line of the pencil."""
    return {"points": [number for point in points for number in point], "width": 3}


def _head(x: int, y: int, size: int) -> dict[str, Any]:
    """Round, nearly."""
    around = ((0, -10), (7, -7), (10, 0), (7, 7), (0, 10), (-7, 7), (-10, 0), (-7, -7), (1, -10))
    return _stroke(*((x + dx * size // 10, y + dy * size // 10) for dx, dy in around))


def _person(x: int, top: int) -> list[dict[str, Any]]:
    """Head, body, two arms and two legs."""
    size = (_FEET - top) // 6
    neck, hip = top + 2 * size, top + 4 * size
    return [
        _head(x, top + size, size),
        _stroke((x, neck), (x - 1, hip)),
        _stroke((x - 2 * size, neck + size), (x, neck + size // 2), (x + 2 * size, neck + size)),
        _stroke((x - size, _FEET), (x - 1, hip), (x + size, _FEET)),
    ]


_DOG: Final = [
    _stroke((318, 200), (322, 192), (350, 194), (358, 184), (366, 190), (360, 202), (350, 206)),
    _stroke((318, 200), (308, 188)),
    _stroke((324, 204), (322, 238)),
    _stroke((348, 206), (350, 239)),
    _stroke((324, 204), (350, 206)),
]
_GROUND: Final = _stroke((20, 243), (110, 240), (220, 244), (380, 241))

THREE_AND_A_DOG: Final = {
    "width": 400,
    "height": 280,
    "strokes": [*_person(80, 70), *_person(165, 120), *_person(250, 60)[:3], *_DOG, _GROUND],
}
"""The third one has no legs yet: not ready."""
