"""Let a draft count, and offer the new version to the paths that run by an older one."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from hartlijn.library.made import WrongError
from hartlijn.library.models import Version
from hartlijn.paths.actions import drafting
from hartlijn.paths.drafting import comparing
from hartlijn.paths.drafting.comparing import Change
from hartlijn.paths.drafting.drafts import ChangedMeanwhile, mark
from hartlijn.paths.drafting.refusals import plain, wrong_with
from hartlijn.paths.models import Side, Template
from hartlijn.paths.views.templates import template_of
from hartlijn.people.http import Request


@dataclass(frozen=True)
class Older:
    """A version that paths still run by: how many, and what would change for them."""

    paths: int
    changes: list[Change]


@require_http_methods(["GET", "POST"])
def publish(request: Request, pk: UUID) -> HttpResponse:
    """Show what changes, and let it count for new paths."""
    template = template_of(request, pk)
    if template.draft is None:
        messages.success(request, _("Er staat niets in het klad. Alles telt zoals het er staat."))
        return redirect("paths:template", template.pk)
    wrong, meanwhile = wrong_with(template.draft), False
    if request.method == "POST" and not wrong:
        try:
            drafting.publish(template, seen=request.POST.get("seen", ""), by=request.user)
        except ChangedMeanwhile:
            template, meanwhile = template_of(request, pk), True
            wrong = wrong_with(template.draft or {})
        except WrongError as refusal:  # somebody changed it in the very same moment
            wrong = plain(template.draft or {}, refusal.problems)
        else:
            messages.success(request, _("Deze versie geldt nu voor wie nog begint."))
            return redirect("paths:template_offer" if _behind(template) else "paths:template", pk)
    before = template.version.body if template.version else {}
    context = {
        "template": template,
        "organisation": template.organisation,
        "changes": comparing.compare(before, template.draft or before),
        "wrong": wrong,
        "meanwhile": meanwhile,
        "seen": mark(template.draft),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "paths/template_publish.html", context, status=status)


@require_http_methods(["GET", "POST"])
def offer(request: Request, pk: UUID) -> HttpResponse:
    """Show what would change for running paths, and offer it; each starter chooses."""
    template, meanwhile = template_of(request, pk), False
    if template.version is None:
        return redirect("paths:draft", template.pk)
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        try:
            number = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else -1  # noqa: PLR2004 - as far as a number of a version goes
            told = drafting.offer(template, seen=number, by=request.user)
        except ChangedMeanwhile:
            template, meanwhile = template_of(request, pk), True
        else:
            messages.success(request, _offered(told))
            return redirect("paths:template", pk)
    context = {
        "template": template,
        "organisation": template.organisation,
        "older": _older(template),
        "paths": _behind(template),
        "meanwhile": meanwhile,
    }
    return render(request, "paths/template_offer.html", context, status=422 if meanwhile else 200)


def _offered(paths: int) -> str:
    sentence = ngettext(
        "Aangeboden aan %(paths)s traject. Wie het loopt, kiest.",
        "Aangeboden aan %(paths)s trajecten. Wie het loopt, kiest.",
        paths,
    )
    return sentence % {"paths": paths}


def _behind(template: Template) -> int:
    template.refresh_from_db(fields=["version"])
    running = Side.objects.running().filter(template=template)
    return int(running.exclude(version=template.version_id).count())


def _older(template: Template) -> list[Older]:
    assert template.version is not None  # noqa: S101 - tells the type checker
    running = Side.objects.running().filter(template=template).exclude(version=template.version)
    counts = dict(running.values_list("version").annotate(Count("pk")).order_by("version"))
    versions = Version.objects.in_bulk(counts)
    now = template.version.body
    return [Older(count, comparing.compare(versions[pk].body, now)) for pk, count in counts.items()]
