"""What is meant by one line of a list of guests, and what is wrong with it in plain words.

Pure: the units of the organisation and the day of today are passed in.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import hidden
from hartlijn.people.guest_list import Line, plain
from hartlijn.people.unit_names import UnitNames

Words = str | Promise

ROLES: Final[Mapping[str, str]] = {
    "": "starter",
    "starter": "starter",
    "student": "starter",
    "stagiair": "starter",
    "docent": "teacher",
    "teacher": "teacher",
    "teamleider": "team_leader",
    "teamleader": "team_leader",
    "coordinator": "coordinator",
    "onderzoeker": "researcher",
    "researcher": "researcher",
    "medewerker": "member",
    "member": "member",
    "collega": "member",
    "employee": "member",
}
"""What people write for a role; nothing means starter."""

LONGEST_NAME: Final = 80
LONGEST_ADDRESS: Final = 254
FAR: Final = timedelta(days=3653)
DAY: Final = re.compile(r"(?P<day>\d{1,2})-(?P<month>\d{1,2})-(?P<year>\d{4})", re.ASCII)
ISO_DAY: Final = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)

OPEN_QUOTE: Final = _(
    "Er staat een aanhalingsteken zonder het tweede. Haal het weg, en kijk ook de rijen eronder na."
)
UNSEEN: Final = _("Er staat een onleesbaar teken in. Typ deze rij opnieuw, zonder te plakken.")
NO_ADDRESS: Final = _("Het e-mailadres ontbreekt. Vul het in.")
BAD_ADDRESS: Final = _("‘{typed}’ is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.")
LONG_NAME: Final = _("Deze naam is te lang. Maak er hoogstens 80 tekens van.")
NO_ROLE: Final = _(
    "De rol ‘{typed}’ kennen we niet. Schrijf starter, docent, teamleider, coördinator, "
    "onderzoeker of medewerker."
)
NO_DAY: Final = _("‘{typed}’ is geen datum. Schrijf hem als 1-9-2026.")
FAR_DAY: Final = _("‘{typed}’ ligt meer dan tien jaar weg. Controleer het jaar.")
BACKWARDS: Final = _(
    "‘Tot’ ligt niet na ‘vanaf’. Kies voor ‘tot’ een latere dag, of laat het leeg."
)
OVER: Final = _("‘Tot’ is al voorbij. Kies een dag na vandaag, of laat het leeg.")
REPEATED: Final = _("Dit adres staat ook in rij {row}. Haal één van de twee weg.")


@dataclass
class Row:
    """A line as it is understood; with ``problems`` it is not sent."""

    line: Line
    role: str = ""
    unit: object = None
    """The key of the unit; ``None`` for the organisation as a whole."""
    role_name: Words = ""
    unit_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    problems: list[Words] = field(default_factory=list)

    @property
    def number(self) -> int:
        """The row a spreadsheet shows."""
        return self.line.number

    @property
    def name(self) -> str:
        """As typed."""
        return self.line.name

    @property
    def email(self) -> str:
        """In small letters: to a mailbox, capitals make no difference."""
        return self.line.email.lower()


def judge(lines: Iterable[Line], units: UnitNames, today: date) -> list[Row]:
    """Every line, with what is wrong with it."""
    rows = []
    seen: dict[str, int] = {}
    for line in lines:
        row = _judge(line, units, today)
        if row.email and row.email in seen:
            row.problems.append(format_lazy(REPEATED, row=seen[row.email]))
        seen.setdefault(row.email, row.number)
        rows.append(row)
    return rows


def _judge(line: Line, units: UnitNames, today: date) -> Row:
    row = Row(line)
    typed = (line.name, line.email, line.role, line.unit, line.starts_on, line.ends_on)
    if any("\n" in cell or "\r" in cell for cell in typed):
        row.problems.append(OPEN_QUOTE)
        return row
    if any(hidden(letter) or letter == "\ufffd" for cell in typed for letter in cell):
        row.problems.append(UNSEEN)
        return row
    row.problems += _about_who(line)
    row.role = ROLES.get(plain(line.role) or line.role, "")
    if not row.role:
        row.problems.append(format_lazy(NO_ROLE, typed=short(line.role)))
    row.unit, problem = units.find(line.unit)
    row.problems += [problem] if problem else []
    _period(row, today)
    return row


def _about_who(line: Line) -> Iterator[Words]:
    if not line.email:
        yield NO_ADDRESS
    elif not _is_address(line.email):
        yield format_lazy(BAD_ADDRESS, typed=short(line.email))
    if len(line.name) > LONGEST_NAME:
        yield LONG_NAME


def _is_address(typed: str) -> bool:
    if len(typed) > LONGEST_ADDRESS:
        return False
    try:
        validate_email(typed)
    except ValidationError:
        return False
    return True


def _period(row: Row, today: date) -> None:
    row.starts_on = _day(row, row.line.starts_on, today)
    row.ends_on = _day(row, row.line.ends_on, today)
    if row.ends_on and row.ends_on <= (row.starts_on or date.min):
        row.problems.append(BACKWARDS)
    elif row.ends_on and row.ends_on <= today:
        row.problems.append(OVER)


def _day(row: Row, typed: str, today: date) -> date | None:
    """A day as people write it; one that is none becomes a problem of the row."""
    if not typed:
        return None
    match = DAY.fullmatch(typed) or ISO_DAY.fullmatch(typed)
    try:
        day = date(*(int(match[part]) for part in ("year", "month", "day"))) if match else None
    except ValueError:
        day = None
    if day is None:
        row.problems.append(format_lazy(NO_DAY, typed=short(typed)))
    elif abs(day - today) > FAR:
        row.problems.append(format_lazy(FAR_DAY, typed=typed))
    return day


def short(typed: str) -> str:
    """As much of what was typed as fits in a sentence."""
    return typed if len(typed) <= LONGEST_NAME else f"{typed[:LONGEST_NAME]}…"
