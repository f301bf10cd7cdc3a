"""The letters that a demonstration keeps in a folder instead of sending them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

LAST: Final = 50
BETWEEN: Final = b"-" * 79 + b"\n"  # as Django's file backend writes it


@dataclass(frozen=True)
class Letter:
    """One letter, as its reader sees it."""

    to: str
    subject: str
    text: str
    sent_at: datetime | None


def letters(folder: Path) -> list[Letter]:
    """The last fifty, newest first."""
    if not folder.is_dir():
        return []
    files = sorted(folder.glob("*.log"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    found = (letter for file in files for letter in reversed(list(_in(file))))
    return [letter for _number, letter in zip(range(LAST), found, strict=False)]


def _in(file: Path) -> Iterator[Letter]:
    for raw in file.read_bytes().split(BETWEEN):
        if raw.strip():
            message = message_from_bytes(raw, policy=policy.default)
            assert isinstance(message, EmailMessage)  # noqa: S101 - by its policy
            yield _read(message)


def _read(message: EmailMessage) -> Letter:
    body = message.get_body(("plain",))
    return Letter(
        to=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        text=str(body.get_content()) if body else "",
        sent_at=parsedate_to_datetime(message["Date"]) if message["Date"] else None,
    )
