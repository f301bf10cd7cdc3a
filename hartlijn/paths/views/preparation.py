"""The preparation of a meeting of three: filled and opened in the browser, and never here."""

from typing import Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from hartlijn.library import shelf
from hartlijn.paths.models import Meeting
from hartlijn.people.http import Request
from hartlijn.vault.sealed_page import sealed, shell

CARD: Final = "three-way"


@sealed()
def preparation(request: Request, pk: UUID) -> HttpResponse:
    """The questions of the card, and who else sits at the table; the same whatever was written."""
    seen = Meeting.objects.visible_to(request.user)
    found = get_object_or_404(seen.select_related("path__starter", "teacher", "guide"), pk=pk)
    three = (found.path.starter, found.teacher, found.guide)
    others = [one for one in three if one and one != request.user]
    also = {"meeting": found, "others": others, "questions": questions()}
    return shell(request, "paths/preparation.html", **also)


def questions() -> list[str]:
    """What the card asks; nothing when a school took our card out."""
    try:
        return [str(one) for one in shelf.get("preparation", CARD).content.questions]
    except shelf.UnknownError:
        return []
