"""``hartlijn queue``: what waits and what is late, without a name."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from hartlijn.delivery.queue import queue


class Command(BaseCommand):
    """Counts and ages only."""

    help = "Show how many messages wait, and how late the first one is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each count."""
        found = queue(timezone.now())
        minutes = int(found.late.total_seconds() // 60)
        self.stdout.write(f"waiting for their moment  {found.held}")
        self.stdout.write(
            f"of these due now          {found.due} (the first for {minutes} minutes)"
        )
        self.stdout.write(f"of these without a moment {found.without_a_moment}")
        self.stdout.write(f"arrived                   {found.arrived}")
