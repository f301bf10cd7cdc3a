"""A what-if over 10,000 draws of a map of 30 factors, beside bare NumPy and beside FCMpy.

Bare NumPy is the shortest loop somebody would write over all maps at once. FCMpy is its own
simulator, fetched into a folder that is thrown away; without a registry its figure of earlier is
printed and said to be so.
"""

import json
import os
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

for _pool in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[_pool] = "1"  # one core for both

import numpy as np  # noqa: E402 - after the number of threads

from benchmarks._machine import told  # noqa: E402 - after the number of threads
from benchmarks._turns import in_turn, taken  # noqa: E402 - after the number of threads
from hartlijn.factors.whatif.playing import Held, Settings, play  # noqa: E402 - the same
from hartlijn.stats.cognitive_map import Inference, run  # noqa: E402 - after the number of threads
from hartlijn.stats.what_if import Ranges, draws_of, over_draws  # noqa: E402 - the same

_ROUNDS = 5
_DRAWS, _FACTORS, _MOVE = 10_000, 30, 200
_EARLIER_MS = 9.4  # FCMpy 0.0.21 on Python 3.9 with pandas 1.3.3, 25 factors, the same machine
_OF_FCMPY, _LOOSE = 100, 1e-3
_FETCH = ("pip", "install", "--quiet", "--no-deps", "fcmpy==0.0.21", "pandas", "python-dateutil", "six")  # fmt: skip
_HELD = {0: 1.0}
_SHIPPED, _THIN = 42, 0.03


def a_map() -> Ranges:
    """Three relations in ten are there, in words of every strength."""
    luck = np.random.default_rng(5)
    there = (luck.random((_FACTORS, _FACTORS)) < 0.3) & ~np.eye(_FACTORS, dtype=bool)  # noqa: PLR2004
    middle = luck.choice([-0.7, -0.5, -0.3, 0.3, 0.5, 0.7], there.shape)
    return Ranges(np.where(there, middle - 0.1, 0), np.where(there, middle + 0.1, 0))


def bare_run(maps: Any, held: dict[int, float], tolerance: float) -> Any:
    """All maps at once until the last of them stands still."""
    values = np.full(maps.shape[:2], 0.5)
    where = list(held)
    values[:, where] = list(held.values())
    while True:
        before = values
        values = 1 / (1 + np.exp(-np.matmul(before[:, None, :], maps)[:, 0, :]))
        values[:, where] = list(held.values())
        if np.abs(values - before).max() < tolerance:
            return values


def bare_what_if(ranges: Ranges) -> Any:
    """Draws, both runs, and the range of what moves."""
    luck = np.random.default_rng(1)
    maps = ranges.low + (ranges.high - ranges.low) * luck.random((_DRAWS, _FACTORS, _FACTORS))
    without, with_held = bare_run(maps, {}, 1e-9), bare_run(maps, _HELD, 1e-9)
    return np.percentile(with_held - without, (10, 90), axis=0)


def of_fcmpy(maps: Any) -> dict[str, Any] | None:
    """Processor time per map of FCMpy, or None when it cannot be fetched."""
    with tempfile.TemporaryDirectory(prefix="hartlijn-fcmpy-") as folder:
        uv = Path(sys.executable).parent / "uv"
        fetch = [uv, *_FETCH, "--target", folder, "--python", sys.executable]
        file = Path(folder) / "maps.npy"
        np.save(file, maps)
        environment = {**os.environ, "PYTHONPATH": folder}
        simulator = Path(__file__).with_name("_fcmpy.py")
        try:
            subprocess.run(fetch, check=True, capture_output=True, timeout=180)
            said = subprocess.run(
                [sys.executable, simulator, file, str(_LOOSE)],
                env=environment, check=True, capture_output=True, text=True, timeout=300,
            )  # fmt: skip
        except (subprocess.SubprocessError, OSError) as error:
            print(f"FCMpy cannot be run here: {error}")
            return None
        return dict(json.loads(said.stdout))


def main() -> None:
    """Print one line of JSON for each part, and where it was measured."""
    ranges = a_map()
    print(told(f"NumPy {version('numpy')}"))
    whole = in_turn(
        lambda: over_draws(ranges, _HELD, Inference(), _DRAWS, seed=1),
        lambda: bare_what_if(ranges), _ROUNDS, warm=1,
    )  # fmt: skip
    print(json.dumps({"part": "what-if of 10,000 draws", "goal": "ratio 1.3", **whole}))

    maps, loose = draws_of(ranges, _DRAWS, seed=1), Inference(tolerance=_LOOSE)
    alone = in_turn(
        lambda: run(maps, {}, loose), lambda: bare_run(maps, {}, _LOOSE), _ROUNDS, warm=1
    )
    print(json.dumps({"part": "one run of 10,000 maps", "goal": "ratio 1.3", **alone}))
    _beside_fcmpy(maps, loose, alone["ours_cpu_ms"])

    _slider(ranges)
    _page()


def _slider(ranges: Ranges) -> None:
    """What somebody waits for who moves one slider; on a busy machine the wall says less."""

    def move() -> object:
        return over_draws(ranges, _HELD, Inference(), _MOVE, seed=1)

    move()
    pairs = [taken(move) for _ in range(20)]
    cpu, wall = (median(one[which] for one in pairs) for which in (0, 1))
    line = {"part": "one slider move, 200 draws", "goal": "20 ms"}
    print(json.dumps({**line, "wall_ms": round(wall, 1), "cpu_ms": round(cpu, 1)}))


def _page() -> None:
    """What a page reckons for a map as large and as thin as the shipped one, hinges included."""
    luck = np.random.default_rng(7)
    there = (luck.random((_SHIPPED, _SHIPPED)) < _THIN) & ~np.eye(_SHIPPED, dtype=bool)
    ranges = Ranges(np.where(there, 0.4, 0), np.where(there, 0.8, 0))
    keys = [f"f{number}" for number in range(_SHIPPED)]
    for draws, goal in ((_MOVE, "20 ms"), (_DRAWS, "1500 ms")):

        def answer(draws: int = draws) -> object:
            return play(keys, ranges, {"f0": Held.MUCH_HIGHER}, Settings(), draws)

        answer()
        pairs = [taken(answer) for _ in range(_ROUNDS)]
        cpu, wall = (median(one[which] for one in pairs) for which in (0, 1))
        line = {"part": f"a page of 42 factors, {draws} draws", "goal": goal}
        print(json.dumps({**line, "wall_ms": round(wall, 1), "cpu_ms": round(cpu, 1)}))


def _beside_fcmpy(maps: Any, loose: Inference, ours_ms: float) -> None:
    found = of_fcmpy(maps[:_OF_FCMPY])
    each = found["ms"] if found else _EARLIER_MS
    line: dict[str, Any] = {
        "part": "the same with FCMpy",
        "goal": "800 times",
        "fcmpy_ms_each": round(each, 2),
        "measured": f"here, pandas {found['pandas']}" if found else "earlier, 25 factors",
        "times": round(each * _DRAWS / ours_ms),
        "times_by_the_earlier_figure": round(_EARLIER_MS * _DRAWS / ours_ms),
    }
    if found:
        ours = run(maps[_OF_FCMPY - 1 : _OF_FCMPY], {}, loose).values[0]
        line["largest_difference"] = float(np.abs(ours - found["values"]).max())
    print(json.dumps(line))


if __name__ == "__main__":
    main()
