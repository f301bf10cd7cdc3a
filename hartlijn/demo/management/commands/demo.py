"""``hartlijn demo``: fill an empty database with the demonstration world."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from hartlijn.demo.checks import refusal
from hartlijn.demo.models import World
from hartlijn.demo.world import make, sealed
from hartlijn.people.models import Person


class Command(BaseCommand):
    help = "Fill an empty database with the demonstration world; does nothing when it is there."

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
        """Refuse where real people could be; make the world once."""
        if not settings.DEMO:
            raise CommandError("This is no demonstration. Write HARTLIJN_DEMO=yes in front of it.")
        if reason := refusal():
            raise CommandError(reason)
        if World.objects.exists():
            self.stdout.write("De demonstratiewereld is er al. Wat je deed, is gebleven.")
            return
        if Person.objects.exists():
            raise CommandError(
                "There are people in this database, and a demonstration could hurt them. "
                "Write HARTLIJN_DATA=… or DATABASE_URL=… with an empty one."
            )
        number = self._make(lines=not options["without_lines"])
        self.stdout.write(f"De demonstratiewereld is gemaakt: {number} verzonnen mensen.")
