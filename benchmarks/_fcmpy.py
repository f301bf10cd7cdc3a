"""Run by what_if.py in a process of its own: the simulator of FCMpy, over maps from a file.

FCMpy cannot be installed as it asks (pandas 1.3.3, TensorFlow, ...). Its simulator needs only NumPy
and pandas; what else its package would load is left empty here, for none of it runs.
"""

import contextlib
import importlib.util
import io
import json
import re
import sys
import time
import types
import warnings
from pathlib import Path

import numpy as np


class _Empty(types.ModuleType):
    """A module in which every name is an empty class."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def _simulator() -> type:
    found = importlib.util.find_spec("fcmpy")
    folder = Path(str(found.submodule_search_locations[0]))
    package = types.ModuleType("fcmpy")
    package.__path__ = [str(folder)]
    sys.modules["fcmpy"] = package
    store = (folder / "store" / "methodsStore.py").read_text("utf-8")
    for name in set(re.findall(r"from (fcmpy\.\S+) import", store)):
        if not name.startswith(("fcmpy.simulator", "fcmpy.expert_fcm.input_validator")):
            sys.modules[name] = _Empty(name)
    from fcmpy.simulator.simulator import FcmSimulator  # noqa: PLC0415 - after the emptying

    return FcmSimulator


def main(file: str, threshold: float) -> None:
    """Print milliseconds of processor time per map, and what the last one gave."""
    import pandas as pd  # noqa: PLC0415 - only here

    warnings.simplefilter("ignore")
    simulator, maps = _simulator(), np.load(file)
    names = [f"C{number}" for number in range(maps.shape[1])]
    began = time.process_time()
    for weights in maps:
        with contextlib.redirect_stdout(io.StringIO()):
            table = simulator().simulate(
                initial_state=dict.fromkeys(names, 0.5),
                weight_matrix=pd.DataFrame(weights, columns=names),
                transfer="sigmoid",
                inference="kosko",
                thresh=threshold,
                iterations=1000,
                l=1,
            )
    each = (time.process_time() - began) * 1000 / len(maps)
    last = [float(one) for one in table.iloc[-1]]
    print(json.dumps({"ms": each, "values": last, "pandas": pd.__version__}))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))
