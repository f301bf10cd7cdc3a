"""``hartlijn demo``: fill an empty database with the demonstration world."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from hartlijn.demo.checks import refusal
from hartlijn.demo.models import World
from hartlijn.demo.world import make, sealed


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration world; does nothing when it is there."
    requires_system_checks: list[str] = []  # see handle

    def add_arguments(self, parser: CommandParser) -> None:
        """Sealing takes seconds, and not everybody needs the lines."""
        parser.add_argument("--without-lines", action="store_true")

    @transaction.atomic
    def _make(self, *, lines: bool) -> int:
        """Make the world, and at the same time seal what the ten wrote."""
        today = timezone.localdate()
        sealing = sealed.begin(today) if lines else None
        number = make(today)
        if sealing:
            sealed.finish(sealing)
        return number

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse where real people could be, before anything is changed; make the world once."""
        if not settings.DEMO:
            raise CommandError("This is no demonstration. Write HARTLIJN_DEMO=yes in front of it.")
        if reason := refusal():
            raise CommandError(reason)
        self.check()  # only now: what is refused here takes one line
        call_command("migrate", verbosity=0)
        if World.objects.exists():
            self.stdout.write("De demonstratiewereld is er al. Wat je deed, is gebleven.")
            return
        number = self._make(lines=not options["without_lines"])
        self.stdout.write(f"De demonstratiewereld is gemaakt: {number} verzonnen mensen.")
