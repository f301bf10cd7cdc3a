"""Find the browser that the tests drive, or install Debian's Chromium when we may.

Its headless shell comes first: the same Chromium without what draws a window, nor notifications.
The stories take two thirds of the time with it; the few that need a whole browser ask for one.
"""

import os
import shutil
import subprocess
import sys

SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_MODE": "a"}


def found() -> str | None:
    """The path of a browser: $CHROMIUM, or the first that is installed."""
    if given := os.environ.get("CHROMIUM"):
        return given if shutil.which(given) else None
    return shutil.which(SHELL) or whole()


def whole() -> str | None:
    """The path of a browser that can also show notifications."""
    return next((path for name in WHOLE if (path := shutil.which(name))), None)


def install() -> None:
    """Install Chromium as root with apt-get; what it says is shown only when it fails."""
    print("Installing Chromium", flush=True)
    apt_get("update")
    said = ""
    for name in ("chromium", SHELL):  # not every Debian has the shell by itself
        worked, told = apt_get("install", "-y", "--no-install-recommends", name)
        said += "" if worked else told
    if not found():
        print(said)


def apt_get(*arguments: str) -> tuple[bool, str]:
    """Run apt-get without questions: whether it worked, and the end of what it said."""
    done = subprocess.run(
        ["apt-get", "-q", *arguments],
        env={**os.environ, **QUIET},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return not done.returncode, done.stdout[-2000:] + done.stderr[-2000:]


def ready() -> str:
    """The path of a browser; ends the run with one line when there is none to be had."""
    missing = not (shutil.which(SHELL) and whole()) and not os.environ.get("CHROMIUM")
    if missing and not os.getuid() and shutil.which("apt-get"):
        install()
    if path := found():
        return path
    sys.exit(
        "The tests need a browser. Install Chromium (Debian: sudo apt-get install chromium), "
        "or set CHROMIUM to the path of a Chromium or Chrome."
    )
