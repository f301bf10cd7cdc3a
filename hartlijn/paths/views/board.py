"""Does the organisation keep its word? The months that were frozen, and never a live figure."""

import re
from datetime import date
from typing import Final
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from hartlijn.paths.access import board_places
from hartlijn.paths.evaluations import questions
from hartlijn.paths.models import Release
from hartlijn.paths.telling.board_page import told
from hartlijn.people.http import Request
from hartlijn.people.models import Organisation

MOST: Final = 24
"""Months to choose from."""
MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@require_safe
def board(request: Request, pk: UUID) -> HttpResponse:
    """The month that was asked for, or the last one."""
    organisation = get_object_or_404(Organisation, pk=pk)
    own = board_places(request.user, organisation)
    if own is not None and not own:
        raise Http404
    releases = Release.objects.visible_to(request.user).filter(organisation=organisation)
    frozen = dict(releases.values_list("month", "pk")[:MOST])
    chosen = _month(request.GET.get("month"), list(frozen))
    release = frozen[chosen] if chosen else None
    is_paper = request.GET.get("view") == "paper"
    context = {
        "organisation": organisation,
        "board": release and told(release, own, questions(), get_language(), is_paper=is_paper),
        "months": list(frozen),
    }
    return render(request, "paths/board.html", context)


def _month(asked: str | None, months: list[date]) -> date | None:
    if asked is None:
        return months[0] if months else None
    found = MONTH.fullmatch(asked)
    month = date(int(found[1]), int(found[2]), 1) if found and int(found[1]) else None
    if month not in months:
        raise Http404
    return month
