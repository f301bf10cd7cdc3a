"""``hartlijn serve``: the pages and a background worker, until Ctrl-C."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.module_loading import import_string

from hartlijn.lib.background.serving import door as doors
from hartlijn.lib.background.serving.server import serve

BEHIND: Final = (
    "The database is not ready for this version of Hartlijn. Make a copy of it if people use it, "
    "and run: hartlijn migrate"
)


class Command(BaseCommand):
    help = "Serve Hartlijn and its background work. HOST and PORT say where."

    def handle(self, *args: Any, **options: Any) -> None:
        door = doors.Door(
            host=settings.HOST,
            port=settings.PORT,
            certificate=settings.TLS_CERT,
            key=settings.TLS_KEY,
            behind_proxy=settings.BEHIND_PROXY,
            proxy=settings.PROXY_ADDRESS,
            site=settings.SITE_URL,
        )
        if reason := doors.refusal(door):
            raise CommandError(reason)
        try:
            listening = doors.bind(door)
        except OSError as error:
            raise CommandError(str(error)) from error
        with listening:
            if _is_behind():
                raise CommandError(BEHIND)
            # The worker finds the same settings, also when these were chosen by an option.
            os.environ["DJANGO_SETTINGS_MODULE"] = settings.SETTINGS_MODULE
            app = getattr(settings, "ASGI_APPLICATION", "config.asgi.application")
            words = list(_greeting())  # it may ask the database, which the event loop may not
            serve(import_string(app), door, listening, partial(self.greet, words))

    def greet(self, words: Iterable[str]) -> None:
        """Say where people can come in, and what the installation adds to that."""
        self.stdout.write(f"Hartlijn staat open op {settings.SITE_URL} (stop: Ctrl-C)")
        for line in words:
            self.stdout.write(line)
        self.stdout.flush()


def _is_behind() -> bool:
    """Whether this version expects other tables than the database has."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _greeting() -> Iterable[str]:
    """The lines of ``settings.HARTLIJN_GREETING``, a dotted path to a callable; or none."""
    path = getattr(settings, "HARTLIJN_GREETING", "")
    say: Callable[[], Iterable[str]] = import_string(path) if path else tuple
    return say()
