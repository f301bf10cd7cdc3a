"""Be somebody of the demonstration, and read the letters it keeps."""

from pathlib import Path

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hartlijn.demo.cast import BY_KEY
from hartlijn.demo.models import World
from hartlijn.demo.post import letters
from hartlijn.people.models import Person


def _only_in_a_demonstration() -> None:
    """Whatever the addresses say: without the switch and the mark there is nothing here."""
    if not settings.DEMO or not World.objects.exists():
        raise Http404


@require_POST
def sign_in(request: HttpRequest) -> HttpResponse:
    """Come in as one of the ten, without a password."""
    _only_in_a_demonstration()
    part = BY_KEY.get(request.POST.get("person", ""))
    person = Person.objects.filter(pk=part.id).first() if part else None
    if person is None:
        messages.warning(request, _("Die persoon is er niet. Kies iemand uit de lijst."))
        return redirect("account_login")
    if request.user.is_authenticated:
        logout(request)
    home = reverse("today:today")
    answer: HttpResponse = perform_login(request, person, redirect_url=home)
    return answer


@require_safe
def post(request: HttpRequest) -> HttpResponse:
    """The letters that were not sent."""
    _only_in_a_demonstration()
    found = letters(Path(settings.EMAIL_FILE_PATH))
    return render(request, "demo/post.html", {"letters": found})
