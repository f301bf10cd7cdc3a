"""Two addresses: a page of twenty rows, and a save."""

from django.contrib.auth import get_user_model, login
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from benchmarks._bare.models import Note

ROWS = 20


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in as the only user, for the measurement."""
    login(request, get_user_model().objects.get())
    return HttpResponse(request.META.get("CSRF_COOKIE", ""))


@login_required
def page(request: HttpRequest) -> HttpResponse:
    """The bare signed-in page."""
    notes = Note.objects.filter(person=request.user).order_by("-pk")[:ROWS]
    return render(request, "page.html", {"notes": notes})


@login_required
def save(request: HttpRequest) -> HttpResponse:
    """The bare save: one statement in one transaction."""
    Note.objects.filter(person=request.user, pk=1).update(text=request.POST["text"])
    return HttpResponseRedirect("/")


urlpatterns = [path("", page), path("save/", save), path("sign-in/", sign_in)]
