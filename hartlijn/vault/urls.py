"""Addresses of the vault: pages under /vault/, and what their worker asks under /vault/api/."""

from django.urls import URLPattern, path

from hartlijn.vault.views import envelopes, export, keys, pages, trust, wraps

app_name = "vault"
urlpatterns: list[URLPattern] = [
    path("keep/", pages.keep, name="keep"),
    path("open/", pages.open_, name="open"),
    path("keys/", pages.keys, name="keys"),
    path("compare/", pages.compare, name="compare"),
    path("contact/", pages.contact, name="contact"),
    path("ask/", pages.ask, name="ask"),
    path("help/", pages.help_, name="help"),
    path("stop/", trust.stop, name="stop"),
    path("received/", pages.received, name="received"),
    path("api/state/", envelopes.state, name="state"),
    path("api/store/", envelopes.store, name="store"),
    path("api/fetch/", envelopes.fetch, name="fetch"),
    path("api/people/", envelopes.people, name="people"),
    path("api/wraps/", wraps.wraps, name="wraps"),
    path("api/wraps/add/", wraps.add, name="wrap_add"),
    path("api/wraps/<uuid:pk>/remove/", wraps.remove, name="wrap_remove"),
    path("api/trust/", trust.own, name="trust"),
    path("api/trust/choose/", trust.choose, name="trust_choose"),
    path("api/trust/ask/", trust.ask, name="trust_ask"),
    path("api/trust/stop/", trust.stop_asking, name="trust_stop"),
    path("api/trust/open/", trust.open_, name="trust_open"),
    path("api/trust/helping/", trust.helping, name="trust_helping"),
    path("api/trust/<uuid:pk>/help/", trust.help_, name="trust_help"),
    path("api/keys/publish/", keys.publish, name="publish"),
    path("api/log/<int:chunk>/", keys.log, name="log"),
    path("api/export/", export.export, name="export"),
]
