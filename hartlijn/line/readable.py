"""The export as a page to read, in Markdown and in the person's own language."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, time

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from hartlijn.lib.portable import Column, Part, Value
from hartlijn.line.parts import PARTS
from hartlijn.people.models import Person

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def filename(language: str) -> str:
    """How the readable file is called."""
    return "my-data.md" if language == "en" else "mijn-gegevens.md"


def document(data: Mapping[str, Iterable[tuple[Value, ...]]], language: str, *, on: date) -> str:
    """All parts, each with its sentence and a table."""
    with translation.override(language):
        title, made = _("Mijn gegevens"), _("Gemaakt op %(day)s.")
        opening = f"# {title}\n\n{made % {'day': date_format(on, 'j F Y')}}\n"
        return "\n".join([opening, *(_part(part, list(data[part.key])) for part in PARTS)])


def _part(part: Part[Person], rows: list[tuple[Value, ...]]) -> str:
    heading = f"## {part.title}\n\n{part.about}\n"
    if not rows:
        nothing = _("Niets.")
        return f"{heading}\n{nothing}\n"
    columns = [str(column.title) for column in part.columns]
    lines = [columns, ["---"] * len(columns)]
    lines += [[_cell(c, value) for c, value in zip(part.columns, row, strict=True)] for row in rows]
    return heading + "\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cell(column: Column, value: Value) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return date_format(value, "j F Y")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return escaped(str(column.choices.get(str(value), value)))


def escaped(text: str) -> str:
    """Text as Markdown shows it letter by letter, on one line."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))
