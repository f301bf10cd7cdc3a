"""The templates of an organisation: look at them, take one over, take one along, put one away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.library import shelf
from hartlijn.paths.actions import drafting, templates
from hartlijn.paths.drafting.toml_file import written
from hartlijn.paths.forms.templates import FileForm
from hartlijn.paths.models import Side, Template
from hartlijn.paths.telling import readable
from hartlijn.paths.telling.vocabulary import said
from hartlijn.people.http import Request
from hartlijn.people.models import Organisation


@require_safe
def library(request: Request, pk: UUID) -> HttpResponse:
    """What an organisation has, and what comes with Hartlijn."""
    organisation = organisation_of(request, pk)
    own = Template.objects.filter(organisation=organisation).select_related("version")
    lines = [(one, said(drafting.body_of(one).get("title"))) for one in own]
    context = {
        "organisation": organisation,
        "lines": sorted(
            (one for one in lines if not one[0].put_away_on), key=lambda line: line[1].lower()
        ),
        "put_away": [one for one in lines if one[0].put_away_on],
        "shipped": shelf.every("path"),
    }
    return render(request, "paths/templates.html", context)


@require_POST
def adopt(request: Request, pk: UUID) -> HttpResponse:
    """Take one over that comes with Hartlijn."""
    organisation = organisation_of(request, pk)
    try:
        template = templates.adopt(request.POST.get("key", ""), organisation, by=request.user)
    except shelf.UnknownError:
        messages.warning(request, _("Dit traject komt niet meer met Hartlijn. Kies een ander."))
        return redirect("paths:templates", organisation.pk)
    messages.success(request, _("Nu is het van jullie. Lees het door, en pas aan wat niet past."))
    return redirect("paths:template", template.pk)


@require_http_methods(["GET", "POST"])
def read_in(request: Request, pk: UUID) -> HttpResponse:
    """Bring a template from a file, as a draft."""
    organisation = organisation_of(request, pk)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if form.is_valid():
        body = form.cleaned_data["file"]
        template = drafting.read_in(organisation, body, by=request.user)
        messages.success(request, _("Gelezen. Kijk het na, en laat het dan gelden."))
        return redirect("paths:draft", template.pk)
    context = {"organisation": organisation, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "paths/template_read_in.html", context, status=status)


@require_safe
def template(request: Request, pk: UUID) -> HttpResponse:
    """One template as it counts now."""
    found = template_of(request, pk)
    if found.version is None:
        return redirect("paths:draft", found.pk)
    running = Side.objects.running().filter(template=found)
    context = {
        "template": found,
        "organisation": found.organisation,
        "whole": readable.read(found.version.body),
        "running": running.count(),
        "behind": running.exclude(version=found.version).count(),
    }
    return render(request, "paths/template.html", context)


@require_safe
def file(request: Request, pk: UUID) -> HttpResponse:
    """Take it along as a file."""
    found = template_of(request, pk)
    if found.version is None:
        raise Http404
    response = HttpResponse(written(found.version.body), content_type="application/toml")
    name = slugify(said(found.version.body.get("title"), "nl")) or "traject"
    response["Content-Disposition"] = f'attachment; filename="{name}.toml"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "POST"])
def put_away(request: Request, pk: UUID) -> HttpResponse:
    """Begin no more paths by it, or begin them again."""
    found = template_of(request, pk)
    if request.method == "POST":
        if found.put_away_on:
            drafting.bring_back(found, by=request.user)
            messages.success(request, _("Er kunnen weer trajecten mee beginnen."))
        else:
            templates.put_away(found, by=request.user)
            messages.success(request, _("Weggelegd. Wat loopt, loopt door."))
        return redirect("paths:templates", found.organisation_id)
    context = {"template": found, "title": said(drafting.body_of(found).get("title"))}
    return render(request, "paths/template_put_away.html", context)


def organisation_of(request: Request, pk: UUID) -> Organisation:
    """An organisation whose desk one runs."""
    return get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)


def template_of(request: Request, pk: UUID) -> Template:
    """A template of such an organisation."""
    seen = Template.objects.visible_to(request.user)
    found: Template = get_object_or_404(seen.select_related("version", "organisation"), pk=pk)
    return found
