"""Settings of an installation. Safe without any variable; `docs/running.md` explains each one."""

import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

from config import checks, env, logs, policy, secrets  # noqa: F401 - checks register themselves

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(env.text("HARTLIJN_DATA", str(ROOT / "var")))
PORT = env.number("PORT", 8000)
HOST = env.text("HOST", "127.0.0.1")
SITE_URL = env.site_url(f"http://localhost:{PORT}")
BEHIND_PROXY = env.yes("HARTLIJN_BEHIND_PROXY", default=False)
PROXY_ADDRESS = env.text("HARTLIJN_PROXY_ADDRESS", "")
TLS_CERT = env.text("HARTLIJN_TLS_CERT", "")
TLS_KEY = env.text("HARTLIJN_TLS_KEY", "")
LISTEN_URL = env.text("HARTLIJN_LISTEN_URL", "")
STREAMS = env.number("HARTLIJN_STREAMS", 500)
DEMO = env.yes("HARTLIJN_DEMO", default=False)
OPEN_SIGN_UP = env.yes("HARTLIJN_OPEN_SIGN_UP", default=False)
SECURITY_CONTACT = env.text("HARTLIJN_SECURITY_CONTACT", "")
try:
    VERSION = version("hartlijn")
except PackageNotFoundError:  # read from a folder that was never installed
    VERSION = "0"

DEBUG = False
SECRET_KEY = secrets.load(DATA)["secret_key"]
# Push services know an installation by it; another one makes every device ask again.
PUSH_SECRET = secrets.load(DATA, "push.json", ("push_secret",))["push_secret"]
ALLOWED_HOSTS = [urlsplit(SITE_URL).hostname or "localhost"]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
SECURE = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "hartlijn.demo",
    "hartlijn.today",
    "hartlijn.line",
    "hartlijn.dialogues",
    "hartlijn.paths",
    "hartlijn.learning",
    "hartlijn.factors",
    "hartlijn.signalling",
    "hartlijn.onetoones",
    "hartlijn.signposts",
    "hartlijn.consult",
    "hartlijn.journal",
    "hartlijn.agreements",
    "hartlijn.delivery",
    "hartlijn.vault",
    "hartlijn.library",
    "hartlijn.consent",
    "hartlijn.people",
    "hartlijn.ui",
    "hartlijn.lib.background",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_tasks_db",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "config.request_log.request_log",
    "django.middleware.security.SecurityMiddleware",
    "hartlijn.demo.middleware.only_here",
    # Around the files of the pages too: they carry the same headers.
    "csp.middleware.CSPMiddleware",
    "hartlijn.ui.middleware.Headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.alive.at_any_address",
    "hartlijn.people.even_answers.even_answers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hartlijn.people.sessions.sessions_end",
    "hartlijn.people.middleware.own_language_and_time",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "hartlijn.people.refused_forms.RefusedForms",
    "hartlijn.consent.middleware.AccessRegister",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "hartlijn.ui.forms.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hartlijn.today.frame.frame",
            ],
        },
    }
]

DATABASES = {"default": env.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sign-in limits live here and must hold for every process, so the cache is in the database.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        # Full, it forgets at random; a small cache would let anybody push a limit out of it.
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Words that are not code: the shipped ones, then those of this installation (docs/content.md).
CONTENT = [ROOT / "content", DATA / "content"]

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_ADD_HEADERS_FUNCTION = policy.for_the_worker
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# A parcel for the vault: 2 MiB of envelopes and what names them.
DATA_UPLOAD_MAX_MEMORY_SIZE = (2 * 1024 + 64) * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500

# Mail. Without a mail server letters are kept in a folder, so nothing is lost or sent by mistake.
EMAIL_HOST = env.text("HARTLIJN_MAIL_HOST", "")
EMAIL_PORT = env.number("HARTLIJN_MAIL_PORT", 587)
EMAIL_HOST_USER = env.text("HARTLIJN_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("HARTLIJN_MAIL_PASSWORD", "")
EMAIL_USE_TLS = True
EMAIL_TIMEOUT = 10
EMAIL_FILE_PATH = DATA / "mail"
EMAIL_BACKEND = "hartlijn.delivery.mail_exit.Backend"  # every letter leaves there
DELIVERY_MAIL_CARRIER = "django.core.mail.backends.{}.EmailBackend".format(
    "smtp" if EMAIL_HOST and not DEMO else "filebased"
)
DEFAULT_FROM_EMAIL = env.text("HARTLIJN_MAIL_FROM", "Hartlijn <hartlijn@localhost>")

# Signing in: django-allauth. See docs/signing-in.md for school and employer accounts.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {"user_attributes": ["name", "email"]}),
        ("MinimumLengthValidator", {"min_length": 10}),
        ("CommonPasswordValidator", {}),
    ]
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today:today"
ACCOUNT_ADAPTER = "hartlijn.people.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "hartlijn.people.adapters.SocialAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_SIGNUP_FORM_CLASS = "hartlijn.people.forms.sign_up.NameForm"
ACCOUNT_FORMS = {"login": "hartlijn.people.forms.sign_in.SignInForm"}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before another address or account opens the door
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "20/15m/ip,5/15m/key",
    "reset_password": "20/h/ip,3/h/key",
    "confirm_email": "3/h/key",
    "invite": "20/h/key",
    "desk_letter": "600/h/key",
    "dialogue_code": "100/10m/ip",
}
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
MFA_ADAPTER = "hartlijn.people.adapters.MFAAdapter"
MFA_FORMS = {
    f"{step}_webauthn": f"hartlijn.people.forms.passkeys.{form}"
    for step, form in [
        ("add", "AddForm"),
        ("login", "SignInForm"),
        ("authenticate", "SecondStepForm"),
        ("reauthenticate", "AgainForm"),
    ]
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_ISSUER = "Hartlijn"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost is a secure context
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False  # never matched by e-mail alone
SOCIALACCOUNT_LOGIN_ON_GET = True  # ends on our page with a link (people/school_account.py)
SOCIALACCOUNT_STORE_TOKENS = False
OIDC_FILE = DATA / "oidc.json"
OIDC_APPS = json.loads(OIDC_FILE.read_text(encoding="utf-8")) if OIDC_FILE.exists() else []
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": OIDC_APPS}}
USERSESSIONS_TRACK_ACTIVITY = False  # no "last seen"

# Hardening: docs/threat-model.md says why.
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "hartlijn.ui.kept.stale_form"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = policy.STRICT
LOGGING = logs.quiet() if DEMO else logs.LOGGING
ADMINS: list[tuple[str, str]] = []  # no error mails: they would carry what people typed

# Said by `hartlijn serve` once the door is open.
HARTLIJN_GREETING = "hartlijn.demo.greeting.lines"
