"""Vandaag: what is there for me now."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hartlijn.people.http import Request


@require_safe
def today(request: Request) -> HttpResponse:
    """The own page of the day."""
    return render(request, "today/today.html")
