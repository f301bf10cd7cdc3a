"""One page that shows all components in all their states, to look at and to test."""

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hartlijn.ui.sample import FILLED, REFUSED, SampleForm


class Link(NamedTuple):
    """A name that leads somewhere, and whether one is there."""

    name: str | Promise
    url: str
    current: bool = False


class Branch(NamedTuple):
    """A unit, and the units in it."""

    name: str
    note: str | Promise = ""
    url: str = ""
    children: tuple["Branch", ...] = ()


STATES = {"empty": _("Leeg"), "filled": _("Ingevuld"), "refused": _("Geweigerd")}
TYPED: dict[str, dict[str, Any]] = {"filled": FILLED, "refused": REFUSED}
SENTENCES = (
    _("Alleen jij."),
    _("Jij en Sam, tot 1 maart."),
    _("Telt mee in een groep van minstens 8."),
)
TREE = (
    Branch(
        "Zeeuwse Jeugdzorg",
        children=(
            Branch("Middelburg", children=(Branch("Team Oost", _("9 starters"), "#lists"),)),
            Branch("Goes"),
        ),
    ),
)
STEPS = (
    {"name": _("Kennismaken"), "done": True},
    {"name": _("Eerste dag"), "current": True},
    {"name": _("Na een maand")},
)
BARS = (
    {"name": _("Elke week een gesprek"), "words": _("6 van de 8"), "share": 75},
    {"name": _("Wel eens een gesprek"), "words": _("2 van de 8"), "share": 25},
)


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components: empty, filled or refused (``?state=``)."""
    state = request.GET.get("state", "empty")
    context = {
        "state": state,
        "tabs": [Link(name, f"?state={key}", state == key) for key, name in STATES.items()],
        "form": SampleForm(TYPED.get(state)),
        "page": Paginator(range(60), 20).get_page(2),
        "sentences": SENTENCES,
        "branches": TREE,
        "steps": STEPS,
        "bars": BARS,
        "codes": ["k4f9-22pq", "77xa-m3nc", "q8wd-5tzt", "m2h7-r9vb"],
    }
    return render(request, "ui/components.html", context)
