"""``hartlijn queue``: what waits and what is late, without a name."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from hartlijn.delivery.queue import queue, tried


class Command(BaseCommand):
    """Counts and ages only."""

    help = "Show how many messages wait, how late the first one is, and how letters and signs go."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line for each count."""
        now = timezone.now()
        found = queue(now)
        minutes = int(found.late.total_seconds() // 60)
        self.stdout.write(f"waiting for their moment  {found.held}")
        self.stdout.write(
            f"of these due now          {found.due} (the first for {minutes} minutes)"
        )
        self.stdout.write(f"of these without a moment {found.without_a_moment}")
        self.stdout.write(f"arrived                   {found.arrived}")
        for name, by_mail in (("letters", True), ("signs", False)):
            one = tried(now, by_mail=by_mail)
            self.stdout.write(
                f"{name:<26}{one.waiting} waiting, {one.sent} sent, "
                f"{one.uncertain} uncertain (onzeker), {one.refused} refused"
            )
            if one.away is not None:
                server = "the mail server" if by_mail else "a push service"
                since = int(one.away.total_seconds() // 60)
                self.stdout.write(
                    f"{server} has taken nothing for {since} minutes; nothing is lost"
                )
