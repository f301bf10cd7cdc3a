"""A live room with sixty: how long a change takes to reach everybody.

The bell alone beside a bare stream of the same framework, in turn and in one run: from before the
POST that rings until the last client heard it. Prints one JSON object per figure and a table.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median, quantiles

from benchmarks import _machine
from benchmarks._listeners import Crowd, crowd
from benchmarks._serving import Site, free_port, python, served

CLIENTS = 60
ROUNDS = 5
RINGS = 40
PAUSE = 0.05
GOAL_MS = 150.0
"""p99 of a change in a room of sixty (issue 7). Measured before on such a machine, 200 clients in 20
rooms: a stream in one process p50 2.7 and p99 35 ms; channels over Redis 9.6 and 13.7 ms."""


@dataclass
class Figure:
    """Milliseconds from before the POST until each client heard it, and the server's processor."""

    waits: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        return median(self.waits)

    @property
    def p99(self) -> float:
        return quantiles(self.waits, n=100)[98]


def measure(site: Site, address: str, people: Crowd, into: Figure) -> None:
    """One round of rings, with a pause in between as in a hall."""
    before = site.cpu()
    for _ in range(RINGS):
        people.ask("forget")
        began = time.time()
        status, _text = site.ask(address, {})
        if status not in {200, 204, 302}:
            message = f"{address} answered {status}"
            raise RuntimeError(message)
        into.waits += [(heard - began) * 1000 for heard in people.ask("tell")]
        time.sleep(PAUSE)
    into.cpu_ms.append((site.cpu() - before) * 1000 / RINGS)


def bell(folder: str) -> dict[str, Figure]:
    """The bell and the bare stream, in turn."""
    os.environ.pop("DATABASE_URL", None)
    ours = {"HARTLIJN_DATA": folder, "HARTLIJN_DEMO": "yes", "PORT": str(free_port())}
    bare = {"PORT": str(free_port())}
    python(["-c", "from config.cli import main; main()", "migrate", "-v", "0"], ours)
    figures = {"bell": Figure(), "bare": Figure()}
    with (
        served("benchmarks._ringing:application", ours, "/healthz") as hartlijn,
        served("benchmarks._bare_stream.asgi:application", bare, "/nothing") as floor,
        crowd(hartlijn.port, tickets(ours)) as our_people,
        crowd(floor.port, ["/stream"] * CLIENTS) as bare_people,
    ):
        for _ in range(ROUNDS):
            measure(hartlijn, "/ring", our_people, figures["bell"])
            measure(floor, "/ring", bare_people, figures["bare"])
    return figures


def tickets(environment: dict[str, str]) -> list[str]:
    """Addresses of streams of the room, signed with the secrets of this installation."""
    code = "from config.cli import main; main()"
    line = f"from benchmarks._ringing import tickets; import json; print(json.dumps(tickets({CLIENTS})))"
    done = subprocess.run(
        [sys.executable, "-c", code, "shell", "--verbosity", "0", "-c", line],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    found: list[str] = json.loads(done.stdout)
    return found


def report(figures: dict[str, Figure]) -> None:
    """One JSON object per figure, then the table."""
    print(f"\n{_machine.told()}; {CLIENTS} clients, {ROUNDS} rounds of {RINGS} rings in turn")
    ours, bare = figures["bell"], figures["bare"]
    row = {
        "part": "dialogue.bell",
        "clients": CLIENTS,
        "ours_p50_ms": round(ours.p50, 1),
        "ours_p99_ms": round(ours.p99, 1),
        "goal_p99_ms": GOAL_MS,
        "bare_p50_ms": round(bare.p50, 1),
        "bare_p99_ms": round(bare.p99, 1),
        "ratio_p50": round(ours.p50 / bare.p50, 2),
        "ours_cpu_ms": round(median(ours.cpu_ms), 2),
        "bare_cpu_ms": round(median(bare.cpu_ms), 2),
    }
    print(json.dumps(row))
    print(f"{'':8}{'p50 ms':>10}{'p99 ms':>10}{'goal p99':>10}{'cpu ms':>10}")
    for name, figure, goal in (("bell", ours, f"{GOAL_MS:.0f}"), ("bare", bare, "")):
        print(
            f"{name:<8}{figure.p50:>10.1f}{figure.p99:>10.1f}{goal:>10}{median(figure.cpu_ms):>10.2f}"
        )


def main() -> None:
    """Measure and tell."""
    parts: list[Callable[[str], dict[str, Figure]]] = [bell]
    for part in parts:
        with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
            report(part(folder))


if __name__ == "__main__":
    main()
