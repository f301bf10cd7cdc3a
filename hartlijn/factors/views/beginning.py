"""Begin a map."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hartlijn.factors.actions import maps
from hartlijn.factors.definitions import MAP
from hartlijn.factors.document import MapDocument
from hartlijn.factors.forms.beginning import EMPTY, BeginForm
from hartlijn.factors.models import ChangedBy, organisations_kept_by
from hartlijn.factors.shipped import first_map
from hartlijn.lib.verdict import Refused
from hartlijn.library import shelf
from hartlijn.people.http import Request


@require_http_methods(["GET", "POST"])
def begin(request: Request) -> HttpResponse:
    """A new map: from one that comes along, or empty."""
    organisations = organisations_kept_by(request.user)
    if not organisations.exists():
        raise Refused(_("Alleen een onderzoeker of coördinator begint een kaart."))
    shipped = [(one.key, str(one.content.title)) for one in shelf.every(MAP)]
    typed = request.POST if request.method == "POST" else None
    form = BeginForm(typed, organisations=organisations, shipped=shipped)
    if form.is_valid():
        said = form.cleaned_data
        empty = said["start"] == EMPTY
        document = _document(said["start"], said["title"])
        with override(document.language):  # what stays with a map is in its language
            because = _("Begonnen met een lege kaart") if empty else _("Overgenomen van Hartlijn")
        made = maps.begin(
            said["organisation"],
            document,
            because=because,
            changed_by=ChangedBy.EDITING if empty else ChangedBy.STUDY,
            by=request.user,
        )
        messages.success(request, _("Dit is nu jullie kaart. Alleen je organisatie ziet haar."))
        return redirect("factors:map", made.pk)
    status = 422 if form.is_bound else 200
    return render(request, "factors/begin.html", {"form": form}, status=status)


def _document(start: str, title: str) -> MapDocument:
    if start == EMPTY:
        return MapDocument(title, language=get_language() or "nl")
    taken = first_map(start)
    return replace(taken, title=title, title_en="") if title else taken
