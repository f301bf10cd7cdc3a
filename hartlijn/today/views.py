"""Vandaag: what is there for me now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hartlijn.people.http import Request
from hartlijn.today.me import Me
from hartlijn.today.page import vandaag


@require_safe
def today(request: Request) -> HttpResponse:
    """The own page of the day."""
    return render(request, "today/today.html", vandaag(Me.of(request), timezone.now()))
