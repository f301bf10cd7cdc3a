"""Find the browser that the tests drive, or install Debian's Chromium when we may."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_MODE": "a"}


def found() -> str | None:
    """The path of a browser: $CHROMIUM, or the first that is installed."""
    if given := os.environ.get("CHROMIUM"):
        return given if shutil.which(given) else None
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install() -> None:
    """Install Chromium as root with apt-get; what it says is shown only when it fails."""
    print("Installing Chromium", flush=True)
    for arguments in (("update",), ("install", "-y", "--no-install-recommends", "chromium")):
        done = subprocess.run(
            ["apt-get", "-q", *arguments],
            env={**os.environ, **QUIET},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-2000:])


def ready() -> str:
    """The path of a browser; ends the run with one line when there is none to be had."""
    if (
        not found()
        and not os.environ.get("CHROMIUM")
        and not os.getuid()
        and shutil.which("apt-get")
    ):
        install()
    if path := found():
        return path
    sys.exit(
        "The tests need a browser. Install Chromium (Debian: sudo apt-get install chromium), "
        "or set CHROMIUM to the path of a Chromium or Chrome."
    )
