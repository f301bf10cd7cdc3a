"""For the register: which steps count for which part, and the outline of a learning report."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hartlijn.lib.papers.kinds import FOR_WRITING, KINDS
from hartlijn.paths.register.outline import outline_of
from hartlijn.paths.register.parts import set_of, sets_of
from hartlijn.people.http import Request


@require_safe
def register(request: Request) -> HttpResponse:
    """By part the own steps, and whether they are done."""
    context = {"sets": sets_of(request.user), "kinds": list(FOR_WRITING)}
    return render(request, "paths/register.html", context)


@require_safe
def outline(request: Request, key: str, kind: str) -> HttpResponse:
    """A file with a heading for each part, the own steps, and room to write."""
    found = set_of(request.user, key)
    if found is None or kind not in FOR_WRITING:
        raise Http404
    file = KINDS[kind]
    response = HttpResponse(file.make(outline_of(found).paper), content_type=file.media)
    name = _("leerverslag")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
