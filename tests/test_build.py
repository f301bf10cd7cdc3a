"""The scripts people get can be made again by anybody, from the same sources, byte for byte."""

from pathlib import Path

import pytest

from setup import frontend

pytestmark = pytest.mark.once


def made(folder: Path) -> dict[str, bytes]:
    """Every file of a build in a new folder."""
    frontend.make(folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_two_builds_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(tmp_path / "one")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "C")
    second = made(tmp_path / "another" / "folder" / "deeper")
    assert {"main.js", "main.js.gz", "hartlijn.css", "vault-worker.js"} <= set(first)
    assert first == second


def test_a_build_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    place = str(frontend.ROOT).encode()
    told = [name for name, content in made(tmp_path / "one").items() if place in content]
    assert not told


def test_the_tests_and_hybrid_keys_stay_out_of_the_worker(tmp_path: Path) -> None:
    worker = made(tmp_path / "one")["vault-worker.js"].decode()
    assert "age-encryption.org/v1" in worker
    assert "ML-KEM" not in worker
    assert "node:" not in worker
