"""The desk: to whom starters of the organisation can send a signal."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hartlijn.people.http import Request
from hartlijn.people.models import Organisation
from hartlijn.signalling.actions import addressees
from hartlijn.signalling.forms import AddresseeForm
from hartlijn.signalling.models import Addressee


@require_http_methods(["GET", "POST"])
def desk(request: Request, pk: UUID) -> HttpResponse:
    """Who is set up, and a form for one more."""
    organisation = get_object_or_404(Organisation.objects.visible_to(request.user), pk=pk)
    form = AddresseeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        addressees.put(organisation, form.cleaned_data, by=request.user)
        messages.success(request, _("Bewaard."))
        return redirect("signalling:desk", organisation.pk)
    context = {
        "organisation": organisation,
        "addressees": Addressee.objects.of_desk(request.user).filter(organisation=organisation),
        "form": form,
    }
    return render(request, "signalling/desk.html", context, status=422 if form.is_bound else 200)


@require_POST
def remove(request: Request, pk: UUID) -> HttpResponse:
    """Offer one no longer."""
    found = Addressee.objects.of_desk(request.user).select_related("organisation")
    addressee = get_object_or_404(found, pk=pk)
    addressees.remove(addressee, by=request.user)
    messages.success(request, _("Weggehaald. Wat al verstuurd is, blijft verstuurd."))
    return redirect("signalling:desk", addressee.organisation_id)
