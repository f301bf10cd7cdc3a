"""Read settings from the environment; an error is a sentence that says what to write."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = "PRAGMA journal_mode=TRUNCATE;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;"
"""Survives power loss: no acknowledged save is lost. What is deleted is written over with zeros
(see docs/decisions/0002-sqlite-durability.md)."""


def text(name: str, default: str) -> str:
    """The variable ``name``, or ``default`` when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def yes(name: str, *, default: bool) -> bool:
    """The variable ``name`` as yes or no."""
    value = text(name, "yes" if default else "no").lower()
    if value not in {"yes", "no"}:
        message = f'{name} is "{value}". Write yes or no.'
        raise ImproperlyConfigured(message)
    return value == "yes"


def number(name: str, default: int) -> int:
    """The variable ``name`` as a whole number."""
    value = text(name, str(default))
    if not value.isdecimal():
        message = f'{name} is "{value}". Write a whole number, for example {default}.'
        raise ImproperlyConfigured(message)
    return int(value)


def site_url(default: str) -> str:
    """Where people open Hartlijn: ``https://…``, or ``http://localhost…`` on one machine."""
    value = text("HARTLIJN_URL", default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme == "https" and parts.hostname:
        return value
    if parts.scheme == "http" and parts.hostname in {"localhost", "127.0.0.1"}:
        return value
    message = (
        f'HARTLIJN_URL is "{value}". Write an address that starts with https://; '
        "plain http:// is only for http://localhost."
    )
    raise ImproperlyConfigured(message)


def database(folder: Path) -> dict[str, Any]:
    """Django's database settings out of ``DATABASE_URL``; without it SQLite in ``folder``."""
    url = text("DATABASE_URL", f"sqlite:///{folder / 'hartlijn.sqlite3'}")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(unquote(parts.path)[1:] or ":memory:")
    if parts.scheme in {"postgres", "postgresql"}:
        options = dict(parse_qsl(parts.query))
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": options.pop("host", unquote(parts.hostname or "")),
            "PORT": options.pop("port", str(parts.port or "")),
            "OPTIONS": options,
            # The server's threads are few and stay; a kept connection saves a quarter of a save.
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }
    message = (
        "DATABASE_URL is not understood. Write postgresql://name:password@host/database "
        "or sqlite:////folder/file.sqlite3."
    )
    raise ImproperlyConfigured(message)


def _sqlite(name: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # A write takes its lock at once and waits for it, instead of failing halfway.
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": SQLITE_PRAGMAS,
        },
    }
