"""De Vuurtoren changed its path: a second version that is offered, and more in the draft."""

from copy import deepcopy
from typing import Any, Final

from hartlijn.demo.cast import identity
from hartlijn.demo.world.draft import Draft
from hartlijn.demo.world.places import LIGHTHOUSE
from hartlijn.library.canonical import digest
from hartlijn.library.models import Version
from hartlijn.paths.models import Side, Template, TemplateVersion

SHIPPED: Final = "first-years"
EATING: Final = {
    "key": "eating-together",
    "phase": "months-1-3",
    "kind": "welcome",
    "name": {"nl": "Samen eten met het team", "en": "Eating together with the team"},
    "about": {
        "nl": "Zonder agenda. Wie kookt, kiest het team.",
        "en": "Without an agenda. The team chooses who cooks.",
    },
    "who": ["team_leader", "colleagues", "starter"],
    "when": {"unit": "weeks", "number": 6, "anchor": "first_day"},
}


def change(draft: Draft) -> None:
    """Two weeks ago the second version came; who starts may take it or leave it."""
    pk = identity("template", LIGHTHOUSE.key, SHIPPED)
    template = next(one for one in draft.rows[Template] if one.pk == pk)
    assert isinstance(template, Template)  # noqa: S101 - tells the type checker
    assert template.version is not None  # noqa: S101 - the first one
    body = _with_eating(template.version.body)
    key = template.version.key
    version = Version(
        hash=digest("path", key, body),
        kind="path",
        key=key,
        body=body,
        first_used_on=draft.days_ago(14),
    )
    draft.add(version)
    draft.add(
        TemplateVersion(
            pk=identity("template", LIGHTHOUSE.key, SHIPPED, 2),
            template=template,
            number=2,
            version=version,
            made_by=draft.people["ines"],
            made_on=draft.days_ago(14),
        )
    )
    template.version, template.number = version, 2
    template.draft = _with_more_time(body)
    for side in draft.rows[Side]:
        assert isinstance(side, Side)  # noqa: S101 - tells the type checker
        if side.template_id == pk:
            side.offered = version


def _with_eating(body: dict[str, Any]) -> dict[str, Any]:
    """The team eats together, and the work mentor is there after a month."""
    new = deepcopy(body)
    keys = [one["key"] for one in new["steps"]]
    new["steps"].insert(keys.index("own-mistake"), deepcopy(EATING))
    month = next(one for one in new["steps"] if one["key"] == "month-1")
    month["who"] = ["team_leader", "work_mentor", "starter"]
    return new


def _with_more_time(body: dict[str, Any]) -> dict[str, Any]:
    """Not agreed yet: protected onboarding time for half a year."""
    new = deepcopy(body)
    promise = next(one for one in new["promises"] if one["key"] == "onboarding-time")
    promise["to_month"] = 6
    return new
