"""Addresses that pages once had: what somebody kept still leads to where the page went."""

from django.urls import URLPattern, path
from django.views.generic import RedirectView

# The part behind the # stays with the browser and goes along by itself.
urlpatterns: list[URLPattern] = [
    path("vault/", RedirectView.as_view(pattern_name="line:line"), name="moved_overview"),
    path("vault/write/", RedirectView.as_view(pattern_name="journal:write"), name="moved_write"),
    path("vault/entry/", RedirectView.as_view(pattern_name="journal:entry"), name="moved_entry"),
]
