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
    problem = ""
    try:
        found = files.shifts_from_ical(fetch(address, rules), ZoneInfo(person.time_zone), here)
    except FetchError as error:
        problem = WHY[error.why]
    except files.RosterError as error:
        is_large = error.problem in {files.Problem.TOO_LARGE, files.Problem.TOO_MANY}
        problem = Problem.LARGE if is_large else Problem.CALENDAR
    still = Roster.objects.filter(pk=pk, address=address)
    with transaction.atomic():
        if problem:
            still.update(problem=problem)
        elif still.update(problem="", read_on=here):
            keep_roster(roster.name, found, by=person, address=address)
    return problem
