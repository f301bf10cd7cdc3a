"""Vandaag, put together out of what somebody is."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.utils import timezone

from hartlijn.dialogues.models import Dialogue
from hartlijn.journal.due import due_for
from hartlijn.lib.background.health import queue_health
from hartlijn.onetoones.cards import stack
from hartlijn.onetoones.due import this_week
from hartlijn.people.duty import duty_of
from hartlijn.people.models import Role
from hartlijn.people.reachable import WorkingTimes, reachable_from
from hartlijn.today.desks import desks_of
from hartlijn.today.matters import matters
from hartlijn.today.me import Me
from hartlijn.today.spots import spot
from hartlijn.today.teams import teams_of
from hartlijn.today.ties import Ties, ties_of
from hartlijn.today.words import free_until, greeting, on_duty_until

SHOWN: Final = 3
STUCK: Final = timedelta(minutes=10)
ROOMS: Final = ("is_starter", "is_companion", "teams", "desks", "is_researcher", "health")


def vandaag(me: Me, at: datetime) -> dict[str, Any]:
    """What the page shows at an instant (aware)."""
    here = timezone.localtime(at)
    ties = ties_of(me.person)
    me.recoveries = ties.sides  # known by now; other pages ask for it
    health = queue_health(at) if me.person.is_operator else None
    times = me.known_times.rule if me.is_asked_for_times else None
    talks = this_week(me.person, at, times) if me.led or ties.i_walk else []
    teams = teams_of(me)
    page = {
        "greeting": greeting(here, me.person.name),
        "is_new": me.person.joined_on == me.today,
        "free": _free(times, here) if times else "",
        "duty": _duty(me, here),
        "has_come": me.has_come,
        "is_back": bool(due_for(me.person, at, times)),
        "matters": matters(me, ties, talks),
        "spots": [spot(place) for place in me.now],
        "ties": ties,
        "is_starter": _is_starter(me, ties),
        "is_companion": bool(ties.i_walk or ties.questions),
        "teams": teams,
        "card": stack("", "", me.today).card if teams else None,
        "desks": desks_of(me),
        "is_researcher": me.is_(Role.RESEARCHER),
        "running": _running(me),
        "health": health,
        "is_stuck": health is not None and health.oldest > STUCK,
        "version": settings.VERSION,
    }
    return page | {"is_quiet": bool(me.now) and not any(page[room] for room in ROOMS)}


def _running(me: Me) -> list[Dialogue]:
    """The dialogues a researcher leads that are not closed; asked of nobody else."""
    if not me.is_(Role.RESEARCHER):
        return []
    return list(Dialogue.objects.visible_to(me.person).running().newest_first()[:SHOWN])


def _free(times: WorkingTimes, here: datetime) -> str:
    from_ = reachable_from(here, times)
    if from_ == here:
        return ""
    return free_until(timezone.localtime(from_) if from_ else None, here)


def _duty(me: Me, here: datetime) -> str:
    """That somebody is on duty, and until when; asked only of who is in a unit and has one near."""
    if not (me.is_in_a_unit and me.has_duty_near):
        return ""
    own = duty_of(me.person, here)
    return on_duty_until(timezone.localtime(own.until), here, own.line.name) if own else ""


def _is_starter(me: Me, ties: Ties) -> bool:
    """Starters, whoever has somebody walking along, and who has nothing here yet."""
    nothing = not (me.places or me.person.is_operator or ties.i_walk or ties.questions)
    return me.is_(Role.STARTER) or bool(ties.with_me) or nothing
