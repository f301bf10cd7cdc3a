"""Vandaag and a save, beside the bare page and the bare save of the same framework and server.

Prints one JSON object per figure and a table. Processor time per request is what counts;
the goals are ratios: Vandaag at most 3 times the bare page, a save at most 2 times.
"""

import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks import _machine
from benchmarks._serving import Site, demonstration, free_port, python, served

ROUNDS = 7
REQUESTS = 150
GOALS = {"page": 3.0, "save": 2.0}


@dataclass(frozen=True)
class Figure:
    """What one request costs."""

    cpu_ms: float
    p50_ms: float


def measure(site: Site, request: Callable[[Site], None]) -> Figure:
    """One round: processor time per request, and the median wall time."""
    walls = []
    before = site.cpu()
    for _ in range(REQUESTS):
        began = time.perf_counter()
        request(site)
        walls.append(time.perf_counter() - began)
    return Figure((site.cpu() - before) * 1000 / REQUESTS, median(walls) * 1000)


def page(site: Site) -> None:
    """Open the signed-in page."""
    status, _text = site.ask("/")
    if status != 200:  # noqa: PLR2004
        message = f"the page answered {status}"
        raise RuntimeError(message)


def saver(address: str, form: dict[str, str]) -> Callable[[Site], None]:
    """A request that saves one form."""

    def save(site: Site) -> None:
        status, _text = site.ask(address, form)
        if status not in {302, 303}:
            message = f"the save answered {status}"
            raise RuntimeError(message)

    return save


def main() -> None:
    """Measure in turn, so that a slow moment of the machine hits both."""
    with tempfile.TemporaryDirectory(prefix="hartlijn-bench-") as folder:
        bare = {"HARTLIJN_DATA": folder, "PORT": str(free_port())}
        python(["-m", "benchmarks._bare.asgi"], bare)
        with (
            demonstration(folder) as hartlijn,
            served("benchmarks._bare.asgi:application", bare, "/sign-in/") as floor,
        ):
            report(rounds(hartlijn, floor))


def rounds(hartlijn: Site, floor: Site) -> dict[str, list[tuple[Figure, Figure]]]:
    """Sign in on both, then measure them in turn."""
    token = hartlijn.token("/account/login/")
    hartlijn.ask("/demo/sign-in/", {"person": "noor", "csrfmiddlewaretoken": token})
    profile = {"name": "Noor de Wit", "language": "nl", "time_zone": "Europe/Amsterdam"}
    save = saver("/me/", {**profile, "csrfmiddlewaretoken": hartlijn.token("/me/")})
    floor.ask("/sign-in/")
    bare_save = saver("/save/", {"text": "x", "csrfmiddlewaretoken": floor.token("/")})
    pairs: dict[str, list[tuple[Figure, Figure]]] = {"page": [], "save": []}
    for _ in range(ROUNDS):
        pairs["page"].append((measure(hartlijn, page), measure(floor, page)))
        pairs["save"].append((measure(hartlijn, save), measure(floor, bare_save)))
    return pairs


def report(pairs: dict[str, list[tuple[Figure, Figure]]]) -> None:
    """One JSON object per figure, then the table."""
    print(f"\n{_machine.told()}; {ROUNDS} rounds of {REQUESTS} requests in turn, medians")
    lines = []
    for name, found in pairs.items():
        ours = median(pair[0].cpu_ms for pair in found)
        bare = median(pair[1].cpu_ms for pair in found)
        ratio = median(pair[0].cpu_ms / pair[1].cpu_ms for pair in found)
        row = {
            "part": f"vandaag.{name}",
            "ours_cpu_ms": round(ours, 2),
            "bare_cpu_ms": round(bare, 2),
            "ratio": round(ratio, 2),
            "goal": GOALS[name],
            "ours_p50_ms": round(median(pair[0].p50_ms for pair in found), 2),
            "bare_p50_ms": round(median(pair[1].p50_ms for pair in found), 2),
        }
        print(json.dumps(row))
        lines.append(
            f"{name:<6}{ours:>10.2f}{bare:>10.2f}{ratio:>8.2f}{GOALS[name]:>8.1f}"
            f"{row['ours_p50_ms']:>10}{row['bare_p50_ms']:>10}"
        )
    print(
        f"{'':6}{'ours cpu':>10}{'bare cpu':>10}{'ratio':>8}{'goal':>8}{'ours p50':>10}{'bare p50':>10}"
    )
    print("\n".join(lines))


if __name__ == "__main__":
    main()
