"""The secrets of an installation: made once, for its owner only, and explained when they fail."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import secrets


def test_they_are_made_once_and_for_the_owner_only(tmp_path: Path) -> None:
    made = secrets.load(tmp_path / "data")

    assert secrets.load(tmp_path / "data") == made
    assert (tmp_path / "data" / "secrets.json").stat().st_mode & 0o777 == 0o600


def test_what_push_services_know_us_by_has_a_file_of_its_own(tmp_path: Path) -> None:
    made = secrets.load(tmp_path, "push.json", ("push_secret",))

    assert secrets.load(tmp_path, "push.json", ("push_secret",)) == made
    assert (tmp_path / "push.json").stat().st_mode & 0o777 == 0o600
    assert not (tmp_path / "secrets.json").exists()


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    secrets.load(tmp_path)
    (tmp_path / "secrets.json").chmod(0o644)

    with pytest.raises(ImproperlyConfigured, match="chmod 600"):
        secrets.load(tmp_path)


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    secrets.load(tmp_path)
    (tmp_path / "secrets.json").write_text("{}")

    with pytest.raises(ImproperlyConfigured, match="backup"):
        secrets.load(tmp_path)


def test_a_folder_of_another_account_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "exists", closed)

    with pytest.raises(ImproperlyConfigured, match=r"secrets\.json cannot be read .*HARTLIJN_DATA"):
        secrets.load(tmp_path)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ImproperlyConfigured, match="cannot be read or made"):
        secrets.load(tmp_path / "file")
