"""The worker as it is, and as it would be without one of its checks."""

import shutil
import subprocess
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path

from journeys.hostile.statements import Statement, marked
from setup import frontend

WORKER = "vault-worker.ts"
# What a careless client would do, where leaving a statement out is not that: by how it begins.
CARELESS = {
    'if (!listed || !envelope) throw new Refusal("older");': (
        "if (!listed || !envelope)"
        ' return { object, kind: "entry", version: 1, time: "", content: { text: "" } };'
    ),
    'throw new Refusal("own-keys");': 'return "";',
    "const plaintext = await open(envelope, keys.privateKeys);": (
        "const plaintext = await open(envelope, [...keys.privateKeys, ...keys.sharingKeys]);"
    ),
    "const gifts = giftsOf(contents, object)": (
        "const gifts = giftsOf(contents, object).filter(([id]) => alive.has(id));"
    ),
}


def checks() -> dict[Path, list[Statement]]:
    """Every statement in our scripts that stops an attack, by file."""
    files = (path for path in frontend.scripts() if not path.name.endswith(".test.ts"))
    found = {path: list(marked(path.read_text(encoding="utf-8"))) for path in files}
    return {path: statements for path, statements in found.items() if statements}


def carelessly(statement: Statement) -> str:
    """What stands in its place in a worker without it."""
    instead = (new for begins, new in CARELESS.items() if statement.text.startswith(begins))
    return next(instead, ";")


def without(source: str, gone: AbstractSet[str]) -> str:
    """A script without the statements whose comments begin like that."""
    for one in reversed(list(marked(source))):
        if one.says.startswith(tuple(gone)):
            source = source[: one.start] + carelessly(one) + source[one.end :]
    return source


@dataclass
class Clients:
    """Builds each worker once."""

    folder: Path
    built: dict[frozenset[str], str] = field(default_factory=dict)

    def get(self, gone: frozenset[str] = frozenset()) -> str:
        """The script of the worker; without the checks that are named."""
        if gone not in self.built:
            self.built[gone] = self._build(gone)
        return self.built[gone]

    def _build(self, gone: frozenset[str]) -> str:
        copy = self.folder / "source"
        if not copy.exists():
            shutil.copytree(frontend.SOURCE, copy, ignore=shutil.ignore_patterns("node_modules"))
            (copy / "node_modules").symlink_to(frontend.MODULES)
        for path in checks():
            place = copy / path.relative_to(frontend.SOURCE)
            place.write_text(without(path.read_text(encoding="utf-8"), gone), encoding="utf-8")
        command = [frontend.esbuild(), WORKER, *frontend.ESBUILD, f"--outdir={copy}/built"]
        subprocess.run(command, cwd=copy, check=True)
        return (copy / "built" / WORKER).with_suffix(".js").read_text(encoding="utf-8")
