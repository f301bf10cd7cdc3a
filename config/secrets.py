"""Secrets of this installation: made on the first run, readable by its owner only."""

import json
import os
import secrets
from pathlib import Path
from typing import Final

from django.core.exceptions import ImproperlyConfigured

NAMES: Final = ("secret_key",)
FILE: Final = "secrets.json"


def load(folder: Path, file: str = FILE, names: tuple[str, ...] = NAMES) -> dict[str, str]:
    """The secrets in a file in ``folder``; it is made when it is missing.

    Raises ``ImproperlyConfigured`` when others can read the file, we cannot, or it is damaged.
    """
    path = folder / file
    try:
        return _read(path, names)
    except OSError as error:
        message = (
            f"{path} cannot be read or made ({error.strerror}). Run Hartlijn as the account that "
            "owns this folder, or set HARTLIJN_DATA to a folder of your own."
        )
        raise ImproperlyConfigured(message) from error


def _read(path: Path, names: tuple[str, ...]) -> dict[str, str]:
    if not path.exists():
        _make(path, names)
    if path.stat().st_mode & 0o077:
        message = f"Others can read {path}. Run: chmod 600 {path}"
        raise ImproperlyConfigured(message)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {name: str(found[name]) for name in names}
    except (ValueError, KeyError, TypeError) as error:
        message = (
            f"{path} is damaged. Put it back from a backup (docs/running.md says what it holds)."
        )
        raise ImproperlyConfigured(message) from error


def _make(path: Path, names: tuple[str, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps({name: secrets.token_urlsafe(64) for name in names}, indent=1)
    draft = path.with_name(f".secrets-{os.getpid()}-{secrets.token_hex(4)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # whoever comes first wins; two processes share one file
    except FileExistsError:
        return
    finally:
        draft.unlink()
