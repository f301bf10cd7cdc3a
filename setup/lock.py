"""Write the locks in `requirements/`: every package with its version and hashes, for any machine.

run.txt is what an installation needs, build.txt what building it needs on top, sealing.txt what the
second program that knows the seal needs (the demonstration uses it), test.txt is everything at
once. `python -m setup.lock --upgrade` also takes newer versions.
"""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
COMPILE = (
    *("pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--no-config"),
    # pip takes the newest of a package it meets first as "name[extra]", unless the lock says so too.
    "--no-strip-extras",
)
OWN_SOURCE = re.compile(r"UV_(INDEX|DEFAULT_INDEX|EXTRA|FIND|NO_INDEX|CONFIG)")


def compile_lock(name: str, *arguments: str, also: str = "") -> None:
    """Write one lock; ``also`` holds requirements that no file names, one a line."""
    environment = {key: value for key, value in os.environ.items() if not OWN_SOURCE.match(key)}
    command: list[str | Path] = [
        Path(sys.executable).parent / "uv",
        *COMPILE,
        *arguments,
        "-o",
        f"requirements/{name}",
    ]
    subprocess.run(command, cwd=ROOT, env=environment, input=also, text=True, check=True)
    refuse_places(LOCKS / name)


def refuse_places(lock: Path) -> None:
    """Stop when a lock says where a package was found: it must install from any index."""
    if found := re.search(r"://|^/|@ ", lock.read_text(encoding="utf-8"), re.MULTILINE):
        sys.exit(f'{lock.name} names a place ("{found.group()}"). Lock without own sources.')


def main() -> None:
    """Remake the locks so that they agree with each other."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    building = "\n".join(project["build-system"]["requires"])
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv else []
    extras = project["project"]["optional-dependencies"]
    everything = ["pyproject.toml", "-", *(f"--extra={name}" for name in extras), *upgrade]
    compile_lock("test.txt", *everything, also=building)
    agreed = ["--constraint", "requirements/test.txt"]
    compile_lock("run.txt", "pyproject.toml", *agreed)
    compile_lock("build.txt", "-", *agreed, also=building)
    compile_lock("sealing.txt", "-", *agreed, also="\n".join(extras["sealing"]))


if __name__ == "__main__":
    main()
