"""Served exactly as Hartlijn is: through the same threads, behind the same server."""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks._bare.settings"

from a2wsgi import WSGIMiddleware  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402

from config.asgi import THREADS  # noqa: E402

application = WSGIMiddleware(get_wsgi_application(), workers=THREADS)  # type: ignore[arg-type]


def fill() -> None:
    """Make the table, the user and the twenty rows."""
    from django.apps import apps  # noqa: PLC0415
    from django.contrib.auth import get_user_model  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", run_syncdb=True, verbosity=0)
    person = get_user_model().objects.create_user("noor")
    note = apps.get_model("_bare", "Note")
    for number in range(20):
        note.objects.create(person=person, text=f"Regel {number}")


if __name__ == "__main__":
    fill()
