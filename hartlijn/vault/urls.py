"""Addresses of the vault: pages under /vault/, and what their worker asks under /vault/api/."""

from django.urls import URLPattern, path

from hartlijn.vault.views import envelopes, export, keys, pages, wraps

app_name = "vault"
urlpatterns: list[URLPattern] = [
    path("keep/", pages.keep, name="keep"),
    path("open/", pages.open_, name="open"),
    path("keys/", pages.keys, name="keys"),
    path("compare/", pages.compare, name="compare"),
    path("received/", pages.received, name="received"),
    path("api/state/", envelopes.state, name="state"),
    path("api/store/", envelopes.store, name="store"),
    path("api/fetch/", envelopes.fetch, name="fetch"),
    path("api/people/", envelopes.people, name="people"),
    path("api/wraps/", wraps.wraps, name="wraps"),
    path("api/wraps/add/", wraps.add, name="wrap_add"),
    path("api/wraps/<uuid:pk>/remove/", wraps.remove, name="wrap_remove"),
    path("api/keys/publish/", keys.publish, name="publish"),
    path("api/log/<int:chunk>/", keys.log, name="log"),
    path("api/export/", export.export, name="export"),
]
