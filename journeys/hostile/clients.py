"""The worker as it is, and as it would be without what stops one attack."""

import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from journeys.hostile.statements import Statement, marked
from setup import frontend

WORKER = "vault-worker.ts"
# What stops an attack by what it does, and not by throwing: what a careless client would do.
CARELESS = {
    "const plaintext = await open(envelope, keys.privateKeys);": (
        "const plaintext = await open(envelope, [...keys.privateKeys, ...keys.sharingKeys]);"
    ),
    "const gifts = giftsOf(contents, object).filter(([, { until }]) => !until || until > today());": (
        "const gifts = giftsOf(contents, object).filter(([id]) => alive.has(id));"
    ),
}


def checks() -> dict[Path, list[Statement]]:
    """Every statement in our scripts that stops an attack, by file."""
    files = (path for path in frontend.scripts() if not path.name.endswith(".test.ts"))
    found = {path: list(marked(path.read_text(encoding="utf-8"))) for path in files}
    return {path: statements for path, statements in found.items() if statements}


def without(source: str, attack: str) -> str:
    """A script without its statements that stop ``attack``."""
    for one in reversed(list(marked(source))):
        if attack in one.attacks:
            source = source[: one.start] + CARELESS.get(one.text, ";") + source[one.end :]
    return source


@dataclass
class Clients:
    """Builds each worker once."""

    folder: Path
    built: dict[str, str] = field(default_factory=dict)

    def get(self, attack: str = "") -> str:
        """The script of the worker; without what stops ``attack`` when one is named."""
        if attack not in self.built:
            self.built[attack] = self._build(attack)
        return self.built[attack]

    def _build(self, attack: str) -> str:
        copy = self.folder / (attack or "whole")
        shutil.copytree(frontend.SOURCE, copy, ignore=shutil.ignore_patterns("node_modules"))
        (copy / "node_modules").symlink_to(frontend.MODULES)
        for path, statements in checks().items():
            if any(attack in one.attacks for one in statements):
                place = copy / path.relative_to(frontend.SOURCE)
                source = path.read_text(encoding="utf-8")
                place.write_text(without(source, attack), encoding="utf-8")
        command = [frontend.esbuild(), WORKER, *frontend.ESBUILD, f"--outdir={copy}/built"]
        subprocess.run(command, cwd=copy, check=True)
        return (copy / "built" / WORKER).with_suffix(".js").read_text(encoding="utf-8")
