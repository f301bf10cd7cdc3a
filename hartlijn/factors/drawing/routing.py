"""The way of each line: down or up out of a box, along a channel between rows, to the next box.

Lines run in channels between rows and in gutters between columns only, each in a track of its
own, so that no line lies behind a box and no two lie on one another.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hartlijn.factors.drawing.placing import Cell

UP: Final = -1
DOWN: Final = 1

Tracks = list[list[tuple[float, float]]]
"""What lies in each track, from where to where."""


@dataclass
class Run:
    """A piece of a line along a channel: between which places, and where it leaves to at its ends."""

    line: int
    channel: int
    to_end: tuple[int, int] = (0, 0)
    """Whether each end goes up or down from here."""
    places: tuple[float, float] = (0.0, 0.0)
    track: int = 0


@dataclass
class Way:
    """The way of one line, in cells; `geometry.py` makes points of it."""

    source: Cell
    target: Cell
    leaves: int
    """Whether it leaves its source at the top or the bottom."""
    enters: int
    channels: tuple[int, int]
    gutter: int | None = None
    """The gutter it changes channels in; None where it stays in one."""
    gutter_track: int = 0
    ports: tuple[float, float] = (0.5, 0.5)
    """Where on its boxes it begins and ends, as a share of their width."""
    runs: tuple[Run, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Ways:
    """All lines, and how many tracks they need."""

    ways: tuple[Way, ...]
    tracks: Mapping[int, int]
    gutter_tracks: Mapping[int, int]


def route(ends: Sequence[tuple[Cell, Cell]]) -> Ways:
    """Find the way of each line between two cells."""
    used: dict[tuple[int, int], int] = defaultdict(int)  # lines in a gutter beside a row
    load: dict[int, int] = defaultdict(int)  # lines in a channel
    ways = [_way(source, target, used, load) for source, target in ends]
    _ports(ways)
    gutter_tracks = _gutter_tracks(ways)
    for number, way in enumerate(ways):
        way.runs = _runs(number, way)
    tracks = _tracks([run for way in ways for run in way.runs])
    return Ways(tuple(ways), tracks, gutter_tracks)


def _way(source: Cell, target: Cell, used: dict[tuple[int, int], int], load: dict[int, int]) -> Way:
    (row, column), (to_row, to_column) = source, target
    if row == to_row:
        channel = min((row, row + 1), key=lambda one: load[one])
        load[channel] += 1
        side = UP if channel == row else DOWN
        return Way(source, target, side, side, (channel, channel))
    down = row < to_row
    channels = (row + 1, to_row) if down else (row, to_row + 1)
    leaves, enters = (DOWN, UP) if down else (UP, DOWN)
    for channel in set(channels):
        load[channel] += 1
    if channels[0] == channels[1]:
        return Way(source, target, leaves, enters, channels)
    low, high = sorted((column, to_column))
    passed = range(min(channels), max(channels))
    gutters = range(low, high + 2) if low == high else range(low + 1, high + 1)
    gutter = min(gutters, key=lambda one: sum(used[one, beside] for beside in passed))
    for beside in passed:
        used[gutter, beside] += 1
    return Way(source, target, leaves, enters, channels, gutter)


def _ports(ways: Sequence[Way]) -> None:
    """Spread the ends on each side of a box, those to the left at the left."""
    ends: dict[tuple[Cell, int], list[tuple[float, int, int]]] = defaultdict(list)
    for number, way in enumerate(ways):
        through = None if way.gutter is None else way.gutter - 0.5
        away = way.target[1] if through is None else through
        ends[way.source, way.leaves].append((away, number, 0))
        back = way.source[1] if through is None else through
        ends[way.target, way.enters].append((back, number, 1))
    for (_cell, side), there in ends.items():
        for place, (_away, number, which) in enumerate(sorted(there), 1):
            share = place / (len(there) + 1) + (0.03 if side == UP else -0.03) / len(there)
            first, second = ways[number].ports
            ways[number].ports = (share, second) if which == 0 else (first, share)


def _gutter_tracks(ways: Sequence[Way]) -> dict[int, int]:
    """Give each line that goes up or down a track of its own."""
    taken: dict[int, Tracks] = defaultdict(list)
    for way in sorted(ways, key=lambda one: abs(one.channels[0] - one.channels[1])):
        if way.gutter is None:
            continue
        reach = (min(way.channels), max(way.channels))
        tracks = taken[way.gutter]
        way.gutter_track = _first_free(tracks, reach, 0)
    return {gutter: len(tracks) for gutter, tracks in taken.items()}


def _runs(number: int, way: Way) -> tuple[Run, ...]:
    """Its pieces along channels, in columns: a box in column 2 lies from 2 to 3."""
    begin, end = way.source[1] + 0.1 + way.ports[0] * 0.8, way.target[1] + 0.1 + way.ports[1] * 0.8
    if way.gutter is None:
        return (Run(number, way.channels[0], (-way.leaves, -way.enters), (begin, end)),)
    through = way.gutter + (way.gutter_track - 3) * 0.02
    on = DOWN if way.channels[0] < way.channels[1] else UP
    return (
        Run(number, way.channels[0], (-way.leaves, on), (begin, through)),
        Run(number, way.channels[1], (-on, -way.enters), (through, end)),
    )


def _tracks(runs: Sequence[Run]) -> dict[int, int]:
    """Give each piece a track: what goes up at both ends high, short pieces closest to it."""
    taken: dict[int, Tracks] = defaultdict(list)
    for run in sorted(runs, key=_from_above):
        low, high = sorted(run.places)
        run.track = _first_free(taken[run.channel], (low, high), 0.05)
    return {channel: len(tracks) for channel, tracks in taken.items()}


def _from_above(run: Run) -> tuple[float, float, int]:
    leaning = sum(run.to_end)
    length = abs(run.places[0] - run.places[1])
    return leaning, length if leaning < 0 else -length, run.line


def _first_free(tracks: Tracks, reach: tuple[float, float], margin: float) -> int:
    for number, there in enumerate(tracks):
        if all(high + margin < reach[0] or low - margin > reach[1] for low, high in there):
            there.append(reach)
            return number
    tracks.append([reach])
    return len(tracks) - 1
