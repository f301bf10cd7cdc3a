"""Hoe je het hoort: a letter, a sign on a device, a calendar; or none of them, as everybody begins."""

from http import HTTPStatus
from typing import Any, cast
from uuid import UUID

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from hartlijn.delivery.actions import ways as actions
from hartlijn.delivery.forms.ways import AddressForm, DeviceForm, LettersForm
from hartlijn.delivery.models import CalendarAddress, PushDevice
from hartlijn.delivery.vapid import public_key
from hartlijn.people.http import Request

REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


@require_safe
def ways(request: Request) -> HttpResponse:
    """What somebody chose, and what there is to choose."""
    return _page(request)


@require_POST
def letters(request: Request) -> HttpResponse:
    """Want a letter at an own address, or none."""
    form = LettersForm(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, letters=form, status=REFUSED)
    chosen = form.chosen()
    actions.choose_letters(chosen, by=request.user)
    if chosen:
        messages.success(request, _("Je krijgt voortaan een brief op %s.") % chosen.email)
    else:
        messages.success(request, _("Je krijgt geen brief."))
    return redirect("delivery:ways")


@require_POST
def add_device(request: Request) -> JsonResponse:
    """Want a sign on this device. Asked by the script of the page; it answers with a sentence."""
    form = DeviceForm(request.POST)
    if not form.is_valid():
        sentence = next(iter(form.errors.values()))[0]
        return JsonResponse({"sentence": sentence}, status=REFUSED)
    renewal = actions.add_device(
        form.cleaned_data["endpoint"], form.cleaned_data["label"], by=request.user
    )
    if renewal is None:
        sentence = _("Je hebt al %s apparaten. Haal er eerst een weg.") % actions.MOST_DEVICES
        return JsonResponse({"sentence": sentence}, status=REFUSED)
    messages.success(request, _("Je krijgt voortaan een seintje op dit apparaat."))
    return JsonResponse({"renewal": renewal})


@require_POST
def remove_device(request: Request, pk: UUID) -> HttpResponse:
    """No sign on that device any more."""
    device = get_object_or_404(PushDevice.objects.visible_to(request.user), pk=pk)
    actions.remove_device(device, by=request.user)
    messages.success(request, _("“%s” krijgt geen seintje meer.") % device.label)
    return redirect("delivery:ways")


@csrf_exempt  # a browser tells it by itself, long after somebody signed out; its secret says who
@require_POST
def renew_device(request: HttpRequest) -> HttpResponse:
    """A device got another address from its push service."""
    form = AddressForm(request.POST)
    if not form.is_valid():
        return HttpResponse(status=REFUSED)
    known = actions.renew_device(request.POST.get("renewal", ""), form.cleaned_data["endpoint"])
    return HttpResponse(status=HTTPStatus.NO_CONTENT if known else HTTPStatus.NOT_FOUND)


@require_POST
def open_calendar(request: Request) -> HttpResponse:
    """A new secret address; it is shown this once, so the page does not go on to another."""
    token = actions.open_calendar(by=request.user)
    return _page(request, token=token)


@require_POST
def close_calendar(request: Request) -> HttpResponse:
    """The address stops working."""
    actions.close_calendar(by=request.user)
    messages.success(request, _("Je agenda-adres werkt niet meer."))
    return redirect("delivery:ways")


def _page(
    request: Request,
    *,
    letters: LettersForm | None = None,
    token: str = "",
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    today = timezone.localdate()
    devices = PushDevice.objects.visible_to(request.user)
    address = reverse("today:calendar", args=[token]) if token else ""
    context = {
        "letters": letters or LettersForm(person=request.user),
        "device": DeviceForm(),
        "devices": [(one, one.is_silent(today)) for one in devices],
        "push_key": public_key(),
        "calendar": CalendarAddress.objects.visible_to(request.user).first(),
        "address": f"{settings.SITE_URL}{address}" if address else "",
    }
    return _with_policy(render(request, "delivery/ways.html", context, status=status))


def _with_policy(answer: HttpResponse) -> HttpResponse:
    """The script of this page may name the address of the worker that shows a sign."""
    dressed: Any = csp_update({"trusted-types": ["hartlijn-push"]})(lambda _request: answer)
    return cast("HttpResponse", dressed(None))
