"""What an app gives along when people take their own data with them: tables of plain values.

Each app that keeps something about people says so in its own ``portable.py``; the export of
the line puts all of them in one file, and makes the description out of the same words.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Generic, TypeVar

from django.utils.functional import Promise

Owner = TypeVar("Owner")
Value = str | int | bool | date | time | datetime | None
Words = str | Promise


@dataclass(frozen=True)
class Column:
    """One value of a row: its key in the file, what it is, and how it is written there."""

    key: str
    title: Words
    type: str = "string"
    """A type of JSON: string, integer or boolean."""
    format: str = ""
    """A format of JSON Schema: date, time, date-time or email."""
    choices: Mapping[str, Words] = field(default_factory=dict)
    """Codes in the file, and the words a person reads for them."""


@dataclass(frozen=True)
class Part(Generic[Owner]):
    """One table in the export: what it holds, and how to find the rows of one person."""

    key: str
    title: Words
    about: Words
    columns: tuple[Column, ...]
    rows: Callable[[Owner], Iterable[tuple[Value, ...]]]
    """Rows in a fixed order, so that two exports of the same data are the same."""


def text(key: str, title: Words) -> Column:
    """Words."""
    return Column(key, title)


def address(key: str, title: Words) -> Column:
    """An e-mail address."""
    return Column(key, title, format="email")


def day(key: str, title: Words) -> Column:
    """A date."""
    return Column(key, title, format="date")


def clock(key: str, title: Words) -> Column:
    """A reading of the wall clock."""
    return Column(key, title, format="time")


def whole(key: str, title: Words) -> Column:
    """A whole number."""
    return Column(key, title, type="integer")


def truth(key: str, title: Words) -> Column:
    """Yes or no."""
    return Column(key, title, type="boolean")


def choice(key: str, title: Words, choices: Iterable[tuple[str, Words]]) -> Column:
    """One of a few codes."""
    return Column(key, title, choices={str(code): label for code, label in choices})
