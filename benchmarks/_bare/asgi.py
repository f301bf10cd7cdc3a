"""Served exactly as Hartlijn is: through the same threads, behind the same server."""

import os
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks._bare.settings"

from a2wsgi import WSGIMiddleware
from django.core.wsgi import get_wsgi_application

from config.asgi import THREADS

application = WSGIMiddleware(get_wsgi_application(), workers=THREADS)  # type: ignore[arg-type]


def fill() -> None:
    """Make the table, the user and the twenty rows."""
    from django.apps import apps  # noqa: PLC0415
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    person = get_user_model().objects.create(username="noor")
    note: Any = apps.get_app_config("_bare").get_model("Note")
    for number in range(20):
        note.objects.create(person=person, text=f"Regel {number}")


if __name__ == "__main__":
    fill()
