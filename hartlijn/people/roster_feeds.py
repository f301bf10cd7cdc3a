"""Rosters that are read from an address, by itself and in the background."""

from datetime import datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from hartlijn.lib.public_fetch import FetchError, Rules, fetch
from hartlijn.people import roster as files
from hartlijn.people.actions.working_times import keep_roster
from hartlijn.people.models import Roster

Problem = Roster.Problem
WHY: Final = {
    "address": Problem.ADDRESS,
    "inside": Problem.INSIDE,
    "silent": Problem.SILENT,
    "answer": Problem.ANSWER,
    "large": Problem.LARGE,
}

IN_THE_FILE: Final = {
    files.Problem.TOO_LARGE: Problem.LARGE,
    files.Problem.TOO_MANY: Problem.LARGE,
    files.Problem.DAMAGED: Problem.DAMAGED,
    files.Problem.NO_SHIFTS: Problem.EMPTY,
    files.Problem.ALL_DAY: Problem.ALL_DAY,
    files.Problem.NO_END: Problem.HOURS,
    files.Problem.ENDS_TOO_EARLY: Problem.HOURS,
    files.Problem.TOO_LONG: Problem.HOURS,
    files.Problem.TOO_FAR: Problem.EMPTY,
    files.Problem.TOO_INTRICATE: Problem.HOURS,
    files.Problem.NOT_READABLE: Problem.HOURS,
}


def followed() -> list[UUID]:
    """Every roster with an address, the longest unread first."""
    rosters = Roster.objects.exclude(address="").order_by("read_on", "pk")
    return list(rosters.values_list("pk", flat=True))


def read(pk: UUID, at: datetime, rules: Rules | None = None) -> str:
    """Read one roster from its address; the problem, or nothing. What is there stays until it works.

    Removed meanwhile, or given another address: then what was fetched is thrown away.
    """
    roster = Roster.objects.select_related("person").filter(pk=pk).first()
    if roster is None or not roster.address:
        return ""
    person, address = roster.person, roster.address
    here = at.astimezone(ZoneInfo(person.time_zone)).date()
    problem, line = "", None
    try:
        found = files.shifts_from_ical(fetch(address, rules), ZoneInfo(person.time_zone), here)
    except FetchError as error:
        problem = WHY[error.why]
    except files.RosterError as error:
        problem, line = IN_THE_FILE.get(error.why, Problem.CALENDAR), error.line
    still = Roster.objects.filter(pk=pk, address=address)
    with transaction.atomic():
        if problem:
            still.update(problem=problem, problem_line=line)
        elif still.update(problem="", problem_line=None, read_on=here):
            keep_roster(roster.name, found, by=person, address=address)
    return problem
