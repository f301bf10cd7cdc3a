"""Short one-to-ones: cards to pick from, and the own rhythm that nobody else sees."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.lib.verdict import Refused
from hartlijn.onetoones import actions
from hartlijn.onetoones.cards import THEMES, stack
from hartlijn.onetoones.forms import RhythmForm, every_so_many
from hartlijn.onetoones.models import Rhythm
from hartlijn.onetoones.nearby import leads_or_walks_along
from hartlijn.people.http import Request
from hartlijn.people.moments_in_words import near_day

View = Callable[..., HttpResponse]


def for_who_leads(view: View) -> View:
    """For whoever leads a team or walks along; to others the page does not exist."""

    @wraps(view)
    def guarded(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        if not leads_or_walks_along(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_http_methods(["GET", "POST"])
@for_who_leads
def rhythms(request: Request) -> HttpResponse:
    """A card, the own rhythm, and one more in it."""
    today = timezone.localdate()
    posted = request.POST if request.method == "POST" else None
    form = RhythmForm(posted, owner=request.user, today=today)
    if form.is_valid():
        person = form.cleaned_data["person"]
        try:
            actions.keep(
                person,
                weeks=form.cleaned_data["weeks"],
                next_on=form.cleaned_data["next_on"],
                by=request.user,
            )
        except Refused as refusal:
            form.add_error("person", str(refusal))
        else:
            messages.success(request, _("%(name)s staat in je ritme.") % {"name": person.name})
            return redirect("onetoones:rhythms")
    often = dict(every_so_many())
    own = Rhythm.objects.visible_to(request.user).select_related("person")
    context = {
        "form": form,
        "rhythms": [(one, often[one.weeks], _when(one.next_on, today)) for one in own],
        "themes": THEMES,
        "stack": stack(request.GET.get("theme", ""), request.GET.get("card", ""), today),
    }
    status = 422 if form.is_bound else 200
    return render(request, "onetoones/rhythms.html", context, status=status)


@require_POST
def held(request: Request, pk: UUID) -> HttpResponse:
    """The talk was there."""
    rhythm = _own(request, pk)
    actions.held(rhythm, on=timezone.localdate())
    messages.success(request, _("Fijn. De volgende keer staat klaar."))
    return redirect("onetoones:rhythms")


@require_POST
def put_off(request: Request, pk: UUID) -> HttpResponse:
    """A week later."""
    rhythm = _own(request, pk)
    actions.put_off(rhythm, on=timezone.localdate())
    messages.success(request, _("Een week later."))
    return redirect("onetoones:rhythms")


@require_POST
def stop(request: Request, pk: UUID) -> HttpResponse:
    """Take somebody out of the rhythm."""
    rhythm = _own(request, pk)
    name = rhythm.person.name
    actions.stop(rhythm)
    messages.success(request, _("%(name)s staat niet meer in je ritme.") % {"name": name})
    return redirect("onetoones:rhythms")


def _when(day: date, today: date) -> str:
    """A day that passed is no reproach: it is still this week's."""
    return near_day(day, today) if day >= today else _("deze week")


def _own(request: Request, pk: UUID) -> Rhythm:
    own = Rhythm.objects.visible_to(request.user).select_related("person")
    return get_object_or_404(own, pk=pk)
