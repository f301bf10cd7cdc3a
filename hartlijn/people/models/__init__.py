"""Persons, organisations, and the ties between them."""

from hartlijn.people.models.companionship import Companionship
from hartlijn.people.models.default_times import DefaultHours, DefaultWeek
from hartlijn.people.models.duty import DutyLine, DutyShift
from hartlijn.people.models.invitation import Invitation
from hartlijn.people.models.membership import Membership, Role
from hartlijn.people.models.organisation import Organisation, Unit
from hartlijn.people.models.person import Person
from hartlijn.people.models.reaching import Block, Circle, CirclePlace, Seat
from hartlijn.people.models.working_times import (
    HolidayChoice,
    LeavePeriod,
    Roster,
    RosterShift,
    RosterSpan,
    SkippedWeek,
    ToldDay,
    ToldShift,
    UsualShift,
    WeeklyHours,
    WeeklyPattern,
)

__all__ = [
    "Block",
    "Circle",
    "CirclePlace",
    "Companionship",
    "DefaultHours",
    "DefaultWeek",
    "DutyLine",
    "DutyShift",
    "HolidayChoice",
    "Invitation",
    "LeavePeriod",
    "Membership",
    "Organisation",
    "Person",
    "Role",
    "Roster",
    "RosterShift",
    "RosterSpan",
    "Seat",
    "SkippedWeek",
    "ToldDay",
    "ToldShift",
    "Unit",
    "UsualShift",
    "WeeklyHours",
    "WeeklyPattern",
]
