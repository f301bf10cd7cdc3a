"""The rooms of the house, by wing. An app that brings a room adds its line here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Role
from hartlijn.today.me import Me


def everybody(me: Me) -> bool:
    """A room that is there for each person."""
    del me
    return True


def with_a_place(me: Me) -> bool:
    """For who belongs to an organisation today."""
    return bool(me.now)


def in_a_team(me: Me) -> bool:
    """For who is in a team or cohort today."""
    return me.is_in_a_unit


def with_duty(me: Me) -> bool:
    """For who is in a team or cohort today, and for who makes rosters at a desk."""
    return me.runs_a_desk or me.is_in_a_unit


def starters(me: Me) -> bool:
    """For who is a starter somewhere today."""
    return any(place.role == Role.STARTER for place in me.now)


def at_work(me: Me) -> bool:
    """For who has another place than that of a starter today: they may lead a dialogue."""
    return any(place.role != Role.STARTER for place in me.now)


def operators(me: Me) -> bool:
    """Only for who runs the installation."""
    return me.person.is_operator


def team_leaders(me: Me) -> bool:
    """Only for who leads a team today. Who walks along finds the way on Vandaag."""
    return bool(me.led)


def coordinators(me: Me) -> bool:
    """Only for who runs a desk today."""
    return me.runs_a_desk


def with_a_path(me: Me) -> bool:
    """For who is or was on a path."""
    return me.has_path


def with_a_part(me: Me) -> bool:
    """For who walks along with somebody on a path, leads a team or cohort, or runs a desk."""
    return me.acts_on_paths


def on_a_path(me: Me) -> bool:
    """For who is on a path, or has a part in somebody's."""
    return me.has_path or me.acts_on_paths


@dataclass(frozen=True)
class Room:
    """A place in the product: its name, its route, and for whom it exists now."""

    name: str | Promise
    route: str
    exists: Callable[[Me], bool] = everybody
    also: tuple[str, ...] = ()
    """How the addresses begin of pages that belong to this room and stand elsewhere."""
    alone: bool = False
    """Whether pages below its own address belong to other rooms."""
    but: tuple[str, ...] = ()
    """Or only those whose addresses begin like this."""


@dataclass(frozen=True)
class Wing:
    """One of the four parts of the house."""

    name: str | Promise
    rooms: tuple[Room, ...]


MAPS: Final = ("maps", "begin", "bring-in", "rounds", "scenarios")
"""How addresses of pages about a map go on after /factors/."""

WINGS: Final = (
    Wing(
        _("Mijn lijn"),
        (
            Room(
                _("Je lijn"),
                "line:line",
                also=("/journal/entry/", "/journal/look-back/", "/journal/register/", "/vault/"),
            ),
            Room(_("Schrijven"), "journal:write"),
            Room(_("Parkeren"), "journal:park", also=("/journal/back/",)),
            Room(_("Voornemens"), "journal:intentions"),
            Room(_("Meenemen"), "journal:take_along"),
            Room(_("Werktijden"), "people:times"),
            Room(_("Hoe je het hoort"), "delivery:ways"),
            Room(_("Wie ziet wat"), "consent:who_sees_what"),
            Room(_("Mijn gegevens"), "line:data"),
        ),
    ),
    Wing(
        _("Samen"),
        (
            Room(_("Berichten"), "consult:threads"),
            Room(_("Iemand schrijven"), "consult:write"),
            Room(_("Wie met je meeloopt"), "people:companions"),
            Room(_("Wie heeft dienst"), "people:duty", with_duty),
            Room(_("Teamafspraak"), "agreements:agreements", in_a_team),
            Room(_("Signalen"), "signalling:signals", starters),
            Room(_("Kringen"), "people:circles"),
            Room(_("Wie mag mij schrijven"), "people:reach"),
            Room(_("Korte gesprekken"), "onetoones:rhythms", team_leaders),
            Room(_("Kaarten voor een gesprek"), "learning:decks", with_a_place),
            Room(
                _("Leerlijn"),
                "learning:line",
                with_a_place,
                also=("/learning/assignments/", "/learning/plans/"),
                alone=True,
            ),
            Room(_("Bij wie kun je terecht?"), "signposts:signposts"),
            Room(_("Na iets heftigs"), "signposts:aftercare", also=("/together/aftercare/",)),
        ),
    ),
    Wing(
        _("Traject"),
        (
            Room(
                _("Je traject"),
                "paths:path",
                with_a_path,
                also=("/paths/seen/", "/paths/steps/", "/paths/register/"),
                alone=True,
            ),
            Room(_("Deze week op trajecten"), "paths:week", with_a_part),
            Room(_("Wat er beloofd is"), "paths:promises", on_a_path),
            Room(_("Driehoeksgesprek"), "paths:meetings", on_a_path),
            Room(_("Overdracht"), "paths:hand_overs", on_a_path),
            Room(
                _("Lopende trajecten"),
                "paths:organisations",
                coordinators,
                also=("/paths/sides/",),
            ),
            Room(
                _("Je organisatie"),
                "people:desks",
                coordinators,
                also=("/units/", "/memberships/", "/paths/templates/"),
            ),
            Room(_("Beheer"), "people:operator", operators),
        ),
    ),
    Wing(
        _("Onderzoek"),
        (
            Room(
                _("Kaart van factoren"),
                "factors:maps",
                with_a_place,
                also=tuple(f"/factors/{one}/" for one in MAPS),
                alone=True,
            ),
            Room(_("Bevindingen"), "factors:findings", with_a_place),
            Room(
                _("Dialogen"),
                "dialogues:dialogues",
                at_work,
                but=("/dialogues/leads/",),
            ),
            Room(_("Na dialogen"), "dialogues:leads", with_a_place),
        ),
    ),
)
