"""The sign-in service of a school: allauth's own provider, in a process and on an address of its own.

``python school.py FOLDER REDIRECT_URI`` prints its address once it answers, and serves until it
is ended. Its people are noor and sam; their subject is pairwise, as SURFconext makes it.
"""

# ruff: noqa: PLC0415 - Django's tables can be read once there are settings

import hashlib
import sys
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.urls import URLResolver, include, path

PASSWORD = "at school I am called otherwise"
SECRET = "between the two of us"
PEOPLE = {"noor": "noor@school.nl", "sam": "sam@school.nl"}


def private_key() -> str:
    """A fresh key to sign answers with."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return pem.decode()


def configure(folder: Path) -> None:
    """The settings of the school."""
    settings.configure(
        SECRET_KEY="only for this test",
        ALLOWED_HOSTS=["127.0.0.1"],
        ROOT_URLCONF=__name__,
        LOGIN_URL="account_login",
        DATABASES={
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / "school.sqlite3"}
        },
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
            }
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        IDP_OIDC_PRIVATE_KEY=private_key(),
        IDP_OIDC_ADAPTER=f"{__name__}.adapter",
    )


def adapter() -> object:
    """Allauth's, with a subject that means something to one reader only."""
    from allauth.idp.oidc.adapter import DefaultOIDCAdapter
    from django.contrib.auth import get_user_model

    class Pairwise(DefaultOIDCAdapter):  # type: ignore[misc]
        def get_user_sub(self, client: object, user: object) -> str:
            text = f"{client.pk}:{user.pk}"  # type: ignore[attr-defined]
            return hashlib.sha256(text.encode()).hexdigest()

        def get_user_by_sub(self, client: object, sub: str) -> object:
            everyone = get_user_model().objects.all()
            return next((one for one in everyone if self.get_user_sub(client, one) == sub), None)

    return Pairwise()


def fill(redirect_uri: str) -> None:
    """Its people, and Hartlijn as the one that may ask."""
    from allauth.account.models import EmailAddress
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.hashers import make_password
    from django.contrib.auth.models import User

    for name, email in PEOPLE.items():
        person = User.objects.create_user(name, email, PASSWORD, first_name=name.title())
        EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    Client.objects.create(
        id="hartlijn",
        name="Hartlijn",
        secret=make_password(SECRET),
        scopes="openid\nprofile\nemail",
        redirect_uris=redirect_uri,
        skip_consent=True,
    )


class Quiet(WSGIRequestHandler):
    """Says nothing about what it is asked."""

    def log_message(self, *args: object) -> None:
        """Keep quiet."""


urlpatterns: list[URLResolver] = []


def main(folder: Path, redirect_uri: str) -> None:
    """Make the school and open its door."""
    sys.modules["school"] = sys.modules[__name__]
    configure(folder)
    django.setup()
    urlpatterns.append(path("accounts/", include("allauth.account.urls")))
    urlpatterns.append(path("", include("allauth.idp.urls")))
    call_command("migrate", verbosity=0)
    fill(redirect_uri)
    with make_server("127.0.0.1", 0, get_wsgi_application(), handler_class=Quiet) as server:
        print(f"http://127.0.0.1:{server.server_port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
