"""Bring a map from a file, after a look at what was read; take one along as a file."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hartlijn.factors import formats, occasions
from hartlijn.factors.actions import maps
from hartlijn.factors.actions.meanwhile import ChangedMeanwhile
from hartlijn.factors.drawing import draw
from hartlijn.factors.forms.beginning import UploadForm
from hartlijn.factors.forms.keeping import KeepForm, KeepNewForm
from hartlijn.factors.merging import onto
from hartlijn.factors.models import organisations_kept_by
from hartlijn.factors.remarks import Remark, UnusableError
from hartlijn.factors.saying import title_of
from hartlijn.factors.telling.differences import differences
from hartlijn.factors.telling.facts import names_in, told
from hartlijn.factors.telling.legend import legend
from hartlijn.factors.views.finding_maps import Seen, seen, to_change
from hartlijn.factors.views.reading import about
from hartlijn.lib.verdict import Refused
from hartlijn.people.http import Request

TYPES = {
    formats.Format.CSV: "text/csv; charset=utf-8",
    formats.Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    formats.Format.GRAPHML: "application/xml",
    formats.Format.JSON: "application/json",
}
MOST_REMARKS = 200


@require_safe
def export(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """A map in one of the four formats."""
    if kind not in set(formats.Format):
        raise Http404
    found = seen(request, pk)
    chosen = formats.Format(kind)
    response = HttpResponse(formats.write(found.document, chosen), content_type=TYPES[chosen])
    name = slugify(title_of(found.document)) or "kaart"
    file = f"{name[:60]}-{found.version.number}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{file}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_http_methods(["GET", "POST"])
def bring_in(request: Request, pk: UUID | None = None) -> HttpResponse:
    """Read a file, and show what is in it before anything is kept."""
    found = to_change(request, pk) if pk else None
    _may_begin(request)
    post = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if post else UploadForm()
    remarks: tuple[Remark, ...] = ()
    if form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            read = formats.read(upload.name or "", upload.read())
        except UnusableError as wrong:
            remarks = wrong.remarks
            form.add_error("file", _("Dit bestand kan geen kaart worden. Hieronder staat waarom."))
        else:
            is_part = found is not None and not read.is_whole
            document = onto(found.document, read.document) if found and is_part else read.document
            keep = _keep_form(request, found, document.to_json(), upload.name or "")
            return _preview(request, found, keep, read.remarks, is_part=is_part)
    context = {
        **(about(found) if found else {}),
        "form": form,
        "remarks": remarks[:MOST_REMARKS],
        "more": max(0, len(remarks) - MOST_REMARKS),
    }
    status = 422 if form.is_bound else 200
    return render(request, "factors/bring_in.html", context, status=status)


@require_POST
def keep(request: Request, pk: UUID | None = None) -> HttpResponse:
    """Keep what was read: as a new map, or as the next version of this one."""
    found = to_change(request, pk) if pk else None
    _may_begin(request)
    form = _keep_form(request, found)
    if form.is_valid():
        document, reason = form.cleaned_data["document"], form.reason
        try:
            if isinstance(form, KeepNewForm):
                reason.pop("after")
                organisation = form.cleaned_data["organisation"]
                made = maps.begin(organisation, document, **reason, by=request.user)
            else:
                assert found is not None  # noqa: S101 - the other form is of a map
                maps.new_version(found.map, document, **reason, by=request.user)
                made = found.map
        except ChangedMeanwhile as refusal:
            form.add_error(None, str(refusal))
            form.seen(found.newest if found else 0)
        else:
            messages.success(request, _("Het bestand is nu deze kaart."))
            return redirect("factors:map", made.pk)
    return _preview(request, found, form, (), status=422)


def _may_begin(request: Request) -> None:
    if not organisations_kept_by(request.user).exists():
        raise Refused(_("Alleen een onderzoeker of coördinator begint een kaart."))


def _keep_form(
    request: Request, found: Seen | None, document: str = "", name: str = ""
) -> KeepForm | KeepNewForm:
    data = None if document else request.POST
    initial = {"document": document, "because": _("Uit het bestand {name}").format(name=name[:100])}
    organisations = organisations_kept_by(request.user)
    form = (
        KeepForm(data, after=found.newest, initial=initial)
        if found
        else KeepNewForm(data, initial=initial, organisations=organisations)
    )
    form.offer(occasions.own(request.user))
    return form


def _preview(  # noqa: PLR0913 - what the look before keeping shows
    request: Request,
    found: Seen | None,
    form: KeepForm,
    remarks: tuple[Remark, ...],
    *,
    is_part: bool = False,
    status: int = 200,
) -> HttpResponse:
    document = form.read()
    if document is None:
        sentence = _("Wat je uit het bestand las, kwam niet goed mee. Kies het bestand opnieuw.")
        messages.warning(request, sentence)
        return redirect(
            *(("factors:map_bring_in", found.map.pk) if found else ("factors:bring_in",))
        )
    context = {
        **(about(found) if found else {}),
        "form": form,
        "document": document,
        "is_part": is_part,
        "read_title": title_of(document),
        "drawing": draw(document),
        "legend": legend(document),
        "relations": [told(one, names_in(document)) for one in document.relations[:MOST_REMARKS]],
        "more_relations": max(0, len(document.relations) - MOST_REMARKS),
        "remarks": remarks[:MOST_REMARKS],
        "more": max(0, len(remarks) - MOST_REMARKS),
        "differences": differences(found.document, document) if found else None,
    }
    return render(request, "factors/preview.html", context, status=status)
