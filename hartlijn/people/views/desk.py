"""The coordinator's desk: who belongs to the organisation, as what, and from when until when."""

import csv
from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.dispatch import Signal
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hartlijn.people import signals
from hartlijn.people.forms.desk_places import PeopleFilter
from hartlijn.people.guest_list import harmless
from hartlijn.people.http import Request
from hartlijn.people.models import Invitation, Membership, Organisation
from hartlijn.people.unit_tree import label
from hartlijn.people.views.desk_lines import PlaceLine

PAGE: Final = 50


@require_safe
def desks(request: Request) -> HttpResponse:
    """The organisations somebody coordinates; of only one, its desk."""
    own = list(Organisation.objects.visible_to(request.user))
    if len(own) == 1:
        return redirect("people:desk", own[0].pk)
    return render(request, "people/desk/desks.html", {"organisations": own})


@require_safe
def desk(request: Request, pk: UUID) -> HttpResponse:
    """The people of one organisation, unit by unit."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    form = PeopleFilter(request.GET, organisation=organisation)
    page = Paginator(_by_unit(form.places()), PAGE).get_page(request.GET.get("page"))
    _tell(signals.looked_at, page.object_list, request, organisation)
    context = {
        "organisation": organisation,
        "form": form,
        "page": page,
        "lines": [PlaceLine.of(place) for place in page.object_list],
        "letters": _letters(organisation),
    }
    return render(request, "people/desk/desk.html", context)


@require_safe
def people_csv(request: Request, pk: UUID) -> HttpResponse:
    """The people of now and later as a file for a spreadsheet; `invite-many` reads it too."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    places = list(_by_unit(Membership.objects.filter(organisation=organisation).not_over()))
    _tell(signals.exported, places, request, organisation)
    response = csv_file("hartlijn.csv", (_row(place) for place in places))
    response["X-Content-Type-Options"] = "nosniff"
    return response


def csv_file(name: str, rows: Iterable[Iterable[str]]) -> HttpResponse:
    """A file as a Dutch spreadsheet opens it, in which nothing runs as a formula."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow(titles())
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return response


def titles() -> list[str]:
    """The names of the columns, in and out."""
    return [_("naam"), _("e-mail"), _("rol"), _("onderdeel"), _("vanaf"), _("tot")]


def _row(place: Membership) -> tuple[str, ...]:
    return (
        place.person.name if place.person else "",
        place.person.email if place.person else "",
        place.get_role_display(),
        label(place.unit),
        place.starts_on.isoformat(),
        place.ends_on.isoformat() if place.ends_on else "",
    )


def _by_unit(places: QuerySet[Membership]) -> QuerySet[Membership]:
    """The organisation as a whole first, then each location with its teams, people by name."""
    top = Coalesce("unit__parent__name", "unit__name")
    found = places.select_related("person", "unit__parent")
    return found.order_by(
        top.asc(nulls_first=True),
        F("unit__parent").asc(nulls_first=True),
        F("unit__name").asc(nulls_first=True),
        "person__name",
        "pk",
    )


def _tell(
    signal: Signal, places: Iterable[Membership], request: Request, organisation: Organisation
) -> None:
    """Each of these people finds it in the own log."""
    abouts = {place.person.pk: place.person for place in places if place.person}
    signal.send(
        Membership,
        abouts=list(abouts.values()),
        by=request.user,
        organisation=organisation,
        what="list",
    )


def _letters(organisation: Organisation) -> dict[str, int]:
    """How many invitations wait, and how many need a fresh link."""
    unanswered = Invitation.objects.unanswered().filter(organisation=organisation)
    works = Q(pk__in=Invitation.objects.usable())
    return unanswered.aggregate(
        waiting=Count("pk", filter=works), expired=Count("pk", filter=~works)
    )
