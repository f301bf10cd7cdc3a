"""One page that shows all components in all their states, to look at and to test."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hartlijn.lib.plain_text import PlainTextField

STATES = ("empty", "filled", "refused")


class SampleForm(forms.Form):
    """One field of each kind."""

    name = PlainTextField(label=_("Hoe heet je?"), max_length=80, help_text=_("Zoals je wilt."))
    day = forms.DateField(
        label=_("Vanaf wanneer?"), widget=forms.DateInput(attrs={"type": "date"})
    )
    size = forms.ChoiceField(
        label=_("Hoe vaak?"),
        choices=[("week", _("elke week")), ("month", _("elke maand"))],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label=_("Als wat?"), choices=[("buddy", _("buddy")), ("peer", _("maatje"))]
    )
    note = forms.CharField(label=_("Wat wil je kwijt?"), widget=forms.Textarea, required=False)
    kindly = forms.BooleanField(label=_("Herinner me er één keer aan"), required=False)


FILLED = {"name": "Noor", "day": "2026-09-01", "size": "week", "kind": "buddy", "note": "…"}
REFUSED = {"name": "", "day": "31-02-2026", "size": "never", "kind": "buddy"}


@require_safe
def components(request: HttpRequest) -> HttpResponse:
    """Show the components: empty, filled or refused (``?state=``)."""
    state = request.GET.get("state", "empty")
    data = {"filled": FILLED, "refused": REFUSED}.get(state)
    context = {
        "state": state,
        "states": STATES,
        "form": SampleForm(data),
        "page": Paginator(range(60), 20).get_page(2),
        "sentences": (_("Alleen jij."), _("Jij en Sam, tot 1 maart."), _("Telt mee in een groep van minstens 8.")),
    }
    return render(request, "ui/components.html", context)
