"""All addresses of Hartlijn. Each has its line in `hartlijn/consent/access.toml`."""

from django.conf import settings
from django.urls import include, path

from config import views
from hartlijn.people.views import sessions

urlpatterns = [
    path("stream", views.stream, name="stream"),
    path("healthz", views.healthz, name="healthz"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
    path(".well-known/change-password", views.change_password, name="change_password"),
    path(".well-known/passkey-endpoints", views.passkey_endpoints, name="passkey_endpoints"),
    path("account/", include("allauth.account.urls")),
    path("account/2fa/", include("allauth.mfa.urls")),
    path("account/connected/", include("allauth.socialaccount.urls")),
    path("account/connected/", include("allauth.socialaccount.providers.openid_connect.urls")),
    path("account/sessions/", sessions.own_sessions, name="usersessions_list"),
    path("components/", include("hartlijn.ui.urls")),
    path("", include("hartlijn.people.urls")),
    path("", include("hartlijn.consent.urls")),
    path("", include("hartlijn.delivery.urls")),
    path("", include("config.moved")),
    path("vault/", include("hartlijn.vault.urls")),
    path("library/", include("hartlijn.library.urls")),
    path("journal/", include("hartlijn.journal.urls")),
    path("", include("hartlijn.signposts.urls")),
    path("one-to-ones/", include("hartlijn.onetoones.urls")),
    path("together/", include("hartlijn.consult.urls")),
    path("agreements/", include("hartlijn.agreements.urls")),
    path("paths/", include("hartlijn.paths.urls")),
    path("learning/", include("hartlijn.learning.urls")),
    path("dialogues/", include("hartlijn.dialogues.paper.urls")),
    path("", include("hartlijn.signalling.urls")),
    path("factors/", include("hartlijn.factors.urls")),
    path("", include("hartlijn.dialogues.urls")),
    path("", include("hartlijn.line.urls")),
    path("", include("hartlijn.today.urls")),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", include("hartlijn.demo.urls")))
