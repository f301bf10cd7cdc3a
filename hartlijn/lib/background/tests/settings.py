"""Settings of the worker processes that the tests start: small, so that they start fast."""

import json
import os

SECRET_KEY = "a test has no secrets"
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["hartlijn.lib.background", "django_tasks_db"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
DATABASES = {"default": json.loads(os.environ["WORKSHOP_DATABASE"])}

ROOT_URLCONF = "hartlijn.lib.background.tests.pages"
ALLOWED_HOSTS = ["localhost"]
HOST = os.environ.get("HOST", "127.0.0.1")
PORT = int(os.environ.get("PORT", "8000"))
SITE_URL = f"http://localhost:{PORT}"
BEHIND_PROXY = False
PROXY_ADDRESS = ""
TLS_CERT = TLS_KEY = ""
HARTLIJN_GREETING = "hartlijn.lib.background.tests.pages.greeting"
MIGRATION_MODULES = {
    "background": None,
    "django_tasks_database": None,
}  # the workshop makes its tables
