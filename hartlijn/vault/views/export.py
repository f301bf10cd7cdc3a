"""Everything sealed, in one ZIP that opens without us."""

from django.http import FileResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from hartlijn.people.http import Request
from hartlijn.ui.kept import wants_data
from hartlijn.vault.actions import wraps
from hartlijn.vault.archive import as_zip
from hartlijn.vault.limits import EXPORT, take_a_turn
from hartlijn.vault.refusals import TooOften
from hartlijn.vault.views.door import api


@api("GET")
def export(request: Request) -> HttpResponseBase:
    """Made now and kept nowhere. It holds the closed keys, so that is noted as well.

    A link leads here, so whoever is refused gets a page to read.
    """
    try:
        take_a_turn(EXPORT, by=request.user)
    except TooOften as refusal:
        if wants_data(request):
            raise
        context = {"reason": refusal.sentence}
        return render(request, "403.html", context, status=refusal.status)
    wraps.fetched(by=request.user)
    today = timezone.localdate()
    return FileResponse(
        as_zip(request.user, on=today),
        as_attachment=True,
        filename=f"hartlijn-{today:%Y-%m-%d}-sealed.zip",
        content_type="application/zip",
    )
