"""The locks install the same packages everywhere, from whatever index a machine uses."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def lock(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def pins(name: str) -> set[tuple[str, str]]:
    """Package and version of every line of a lock."""
    return set(PIN.findall(lock(name)))


@pytest.mark.parametrize("name", ["run", "build", "sealing", "test"])
def test_a_lock_names_no_place(name: str) -> None:
    assert not re.search(r"://|^/|@ |^-", lock(name), re.MULTILINE)


@pytest.mark.parametrize("name", ["run", "build", "sealing", "test"])
def test_every_package_has_its_hashes(name: str) -> None:
    packages = re.split(r"\n(?=\w)", lock(name).strip())

    assert [package for package in packages if "--hash=sha256:" not in package] == []


@pytest.mark.parametrize("name", ["run", "build", "sealing"])
def test_the_tests_run_on_what_is_installed(name: str) -> None:
    assert pins(name) <= pins("test")


def test_a_server_installs_nothing_that_opens() -> None:
    assert "pyrage" in {name for name, _ in pins("sealing")}
    assert "pyrage" not in {name for name, _ in pins("run") | pins("build")}


def test_the_lock_of_npm_names_no_place_and_holds_every_hash() -> None:
    text = (ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    packages = [row for path, row in json.loads(text)["packages"].items() if path]

    assert [row for row in packages if "resolved" in row or "integrity" not in row] == []
