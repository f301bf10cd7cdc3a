"""Make `.venv` ready: locked packages, Hartlijn itself, the built front end and translations.

`python3 setup/environment.py run` installs what an installation needs, `… demo` what the
demonstration needs on top, `… test` what checks and tests need as well. What is already there is left alone, so a second time takes a moment.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DONE = VENV / "set-up"
LOCKS = {
    "run": ("run.txt", "build.txt"),
    "demo": ("run.txt", "build.txt", "sealing.txt"),
    "test": ("test.txt",),
}
ENOUGH = {"run": ("run", "demo", "test"), "demo": ("demo", "test"), "test": ("test",)}
"""Which levels hold all that a level needs."""
NO_VENV = "Python's venv module does not work here (Debian: apt-get install python3-venv)."
DESCRIBES_US = ("pyproject.toml", "CHANGELOG.md", "hatch_build.py")


def stop(sentence: str) -> NoReturn:
    """End with one line that says what is missing."""
    sys.exit(f"Hartlijn cannot be set up: {sentence}")


def works(*command: str | Path) -> bool:
    """Whether ``command`` ends well; what it prints stays unseen."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Make `.venv`, again when it is damaged or its Python is gone."""
    if works(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"):
        return
    print("Making .venv", flush=True)
    uv = shutil.which("uv")
    if uv and works(uv, "venv", "--quiet", "--clear", "--python", sys.executable, VENV):
        return
    if works(sys.executable, "-m", "venv", "--clear", VENV):
        return
    if not os.access(ROOT, os.W_OK):
        stop(f"this account cannot write in {ROOT}. Clone it in a folder of your own.")
    shutil.rmtree(VENV, ignore_errors=True)  # half of one would be taken for a whole next time
    stop(NO_VENV)


def installer() -> list[str | Path]:
    """The command that installs: `uv` where it is present, else `pip`."""
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--quiet", "--python", PYTHON]
    if not works(PYTHON, "-m", "pip", "--version") and not works(PYTHON, "-m", "ensurepip"):
        stop(NO_VENV)
    return [PYTHON, "-m", "pip", "install", "--quiet", "--no-input", "--progress-bar=off"]


def install(*arguments: str) -> None:
    """Install into `.venv`; the installer says itself what went wrong."""
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", **os.environ}
    if subprocess.run([*installer(), *arguments], cwd=ROOT, env=quiet, check=False).returncode:
        stop("the packages could not be installed (see above). Is a package index within reach?")


def fingerprint(*paths: Path) -> str:
    """What the files hold."""
    parts = [path.read_text(encoding="utf-8") for path in paths if path.exists()]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def packages(level: str) -> None:
    """Install the locked packages of ``level``, unless a level that holds them is installed."""
    marks = {
        name: fingerprint(*(ROOT / "requirements" / lock for lock in LOCKS[name])) for name in LOCKS
    }
    there = (name for name in ENOUGH[level] if (DONE / name).exists())
    if any((DONE / name).read_text() == marks[name] for name in there):
        return
    tool = "uv" if shutil.which("uv") else "pip"
    print(f"Installing the locked packages ({level}) with {tool}", flush=True)
    locks = [part for lock in LOCKS[level] for part in ("-r", f"requirements/{lock}")]
    install("--require-hashes", *locks)
    done(level, marks[level])


def ourselves() -> None:
    """Install Hartlijn as it lies here, so that a change in the code counts at once."""
    mark = f"{ROOT} {fingerprint(*(ROOT / name for name in DESCRIBES_US))}"
    path = DONE / "hartlijn"
    if path.exists() and path.read_text() == mark and (VENV / "bin" / "hartlijn").exists():
        return
    print("Installing Hartlijn", flush=True)
    install("--no-build-isolation", "--no-deps", "--editable", ".")
    done("hartlijn", mark)


def done(name: str, mark: str) -> None:
    """Remember that a step is done, for these files."""
    DONE.mkdir(exist_ok=True)
    (DONE / name).write_text(mark)


def main() -> None:
    """Everything, in order."""
    level = sys.argv[1] if len(sys.argv) > 1 else "run"
    make_venv()
    packages(level)
    if subprocess.run([PYTHON, "-m", "setup.build", level], cwd=ROOT, check=False).returncode:
        stop("the front end or the translations could not be built (see above).")
    ourselves()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)  # stopped by a person; the next time goes on from here
