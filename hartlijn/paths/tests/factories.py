"""Templates and running paths for the tests, by the house's own actions."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hartlijn.paths.actions import beginning, handing_over, templates
from hartlijn.paths.models import HandOver, Side, Template
from hartlijn.people.models import Organisation, Person, Role, Unit
from hartlijn.people.tests.factories import a_place

FIRST_DAY = date(2026, 12, 1)  # a Tuesday


def a_step(key: str, **said: Any) -> dict[str, Any]:
    """A step as a file would say it: on the first day, unless said otherwise."""
    name = {"nl": key, "en": key}
    when = {"unit": "working_days", "number": 0, "anchor": "first_day"}
    whole = {"phase": "begin", "kind": "conversation", "who": ["work_mentor", "starter"]}
    return {"key": key, "name": name, "when": when} | whole | said


def a_promise(key: str, **said: Any) -> dict[str, Any]:
    """A promise as a file would say it: a talk every week, for three months."""
    name = {"nl": key, "en": key}
    whole = {"kind": "talks", "owner": "work_mentor", "measure": "weeks_between", "amount": 1}
    months = {"anchor": "first_day", "from_month": 1, "to_month": 3}
    return {"key": key, "name": name} | whole | months | said


def a_body(**said: Any) -> dict[str, Any]:
    """A small template of an employer."""
    return {
        "title": {"nl": "Beginnen", "en": "Beginning"},
        "about": {"nl": "De eerste weken.", "en": "The first weeks."},
        "world": "practice",
        "anchors": ["first_day"],
        "roles": ["starter", "buddy", "work_mentor", "team_leader", "coordinator"],
        "phases": [{"key": "begin", "name": {"nl": "Begin", "en": "Begin"}}],
        "steps": [
            a_step("welcome", who=["team_leader", "starter"]),
            a_step("talk", when={"unit": "working_days", "number": 3, "after": "welcome"}),
            a_step("look-back", who=["starter"], kind="reflection"),
        ],
        "promises": [a_promise("weekly-talk")],
        "source": "Zeeuwse Jeugdzorg",
        "licence": "CC-BY-4.0",
    } | said


def a_template(organisation: Organisation, by: Person, body: Mapping[str, Any]) -> Template:
    """A published template."""
    template = Template.objects.create(organisation=organisation, draft=dict(body))
    templates.publish(template, by=by)
    return template


def given(hand_over: HandOver, *, by: Person) -> None:
    """Handed on as the starter reads it at this moment."""
    hand_over.refresh_from_db()
    handing_over.give(hand_over, handing_over.as_it_reads(hand_over), by=by)


def begun(
    template: Template,
    starter: Person,
    by: Person,
    *,
    unit: Unit | None = None,
    **anchors: date,
) -> Side:
    """A running side, for somebody who is made a starter of the organisation when needed."""
    places = starter.memberships.filter(organisation=template.organisation)
    if not places.exists():
        a_place(starter, template.organisation, Role.STARTER, unit=unit)
    days = anchors or {"first_day": FIRST_DAY}
    return beginning.begin(template, starter, days, unit=unit, by=by)
