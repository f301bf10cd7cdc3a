"""Ours and the floor in turn, so that a slow moment of the machine hits both."""

import time
from collections.abc import Callable
from statistics import median, quantiles

Act = Callable[[], object]


def in_turn(ours: Act, floor: Act, rounds: int, warm: int = 3) -> dict[str, float]:
    """Processor time of each (the median) and their ratio; of the wall time 95 in 100."""
    for _ in range(warm):
        ours()
        floor()
    pairs = [(taken(ours), taken(floor)) for _ in range(rounds)]
    ours_ms, floor_ms = (median(pair[which][0] for pair in pairs) for which in (0, 1))
    ours_p95, floor_p95 = (_p95([pair[which][1] for pair in pairs]) for which in (0, 1))
    return {
        "ours_cpu_ms": round(ours_ms, 2),
        "bare_cpu_ms": round(floor_ms, 2),
        "ratio": round(median(one[0] / two[0] for one, two in pairs), 2),
        "ours_p95_ms": round(ours_p95, 1),
        "bare_p95_ms": round(floor_p95, 1),
    }


def seconds(act: Act) -> float:
    """Wall time."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def taken(act: Act) -> tuple[float, float]:
    """Milliseconds: of the processor, and on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    act()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def _p95(found: list[float]) -> float:
    return quantiles(found, n=20)[-1]
