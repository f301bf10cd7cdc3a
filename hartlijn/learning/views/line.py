"""The learning line: four years of small assignments, and what one says of them for oneself."""

from collections import defaultdict

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.learning import actions
from hartlijn.learning.definitions import DECK, Assignment
from hartlijn.learning.forms import OwnWordsForm
from hartlijn.learning.models import OwnWord, Planned, units_with_a_plan
from hartlijn.learning.shelves import Listed, assignments, by_year
from hartlijn.library import shelf
from hartlijn.people.http import Request
from hartlijn.people.models import Person


@require_safe
def line(request: Request) -> HttpResponse:
    """All of it, with the own words beside it."""
    said = _said(request.user)
    known = assignments()
    context = {
        "years": [
            (year, [(one, said.get(one.key, [])) for one in found]) for year, found in by_year()
        ],
        "gone": sorted((key, words) for key, words in said.items() if key not in known),
        "units": units_with_a_plan(request.user),
    }
    return render(request, "learning/line.html", context)


@require_safe
def assignment(request: Request, key: str) -> HttpResponse:
    """What to do, and what one says of it for oneself."""
    own = OwnWord.objects.visible_to(request.user).filter(assignment=key)
    form = OwnWordsForm(said=own.values_list("word", flat=True))
    return _page(request, _known(key), form)


@require_POST
def say(request: Request, key: str) -> HttpResponse:
    """Done, discussed, taken along; or none of these any more."""
    found, form = _known(key), OwnWordsForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    actions.say(key, form.cleaned_data["words"], by=request.user)
    messages.success(request, _("Bewaard, voor jou alleen."))
    return redirect("learning:assignment", key)


@require_safe
def teacher(request: Request, key: str) -> HttpResponse:
    """How to guide it. There is nothing on it that a student may not read."""
    found = _known(key)
    return render(request, "learning/teacher.html", {"one": found, "deck": _deck(found.content)})


def _page(request: Request, one: Listed, form: OwnWordsForm, *, status: int = 200) -> HttpResponse:
    planned = Planned.objects.visible_to(request.user).filter(assignment=one.key)
    context = {
        "one": one,
        "form": form,
        "deck": _deck(one.content),
        "planned": planned.select_related("unit").order_by("on_day", "pk"),
    }
    return render(request, "learning/assignment.html", context, status=status)


def _known(key: str) -> Listed:
    found = assignments().get(key)
    if found is None:
        raise Http404
    return found


def _deck(content: Assignment) -> tuple[str, str] | None:
    """Key and title of the deck that goes with it."""
    if content.deck is None:
        return None
    return content.deck, str(shelf.get(DECK, content.deck).content.title)


def _said(person: Person) -> dict[str, list[str]]:
    """The own words by assignment, in the order in which one chooses them."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, word in OwnWord.objects.visible_to(person).values_list("assignment", "word"):
        found[key].add(word)
    return {
        key: [str(label) for word, label in OwnWord.Word.choices if word in words]
        for key, words in found.items()
    }
