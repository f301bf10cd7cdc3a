"""``hartlijn explain``: why a message to somebody arrives when it does."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from hartlijn.delivery.explaining import explained
from hartlijn.people.models import Person


class Command(BaseCommand):
    """One decision, step by step."""

    help = "Explain when a message to somebody arrives: hartlijn explain ADDRESS [INSTANT] [--from ADDRESS] [--cannot-wait]"

    def add_arguments(self, parser: CommandParser) -> None:
        """Whom, and of when."""
        parser.add_argument("address", help="the e-mail address of the account")
        parser.add_argument(
            "instant", nargs="?", help="when it was written, as 2026-11-21T23:40 (else: now)"
        )

        parser.add_argument("--from", dest="sender", help="the address of who writes it")
        parser.add_argument(
            "--cannot-wait", action="store_true", help="it is marked so, with a reason"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the steps; a wrong address or instant ends in a sentence."""
        person = self._person(options["address"])
        sender = self._person(options["sender"]) if options["sender"] else None
        at = self._instant(options["instant"], person)
        for step in explained(person, at, sender=sender, cannot_wait=options["cannot_wait"]):
            self.stdout.write(step)

    def _person(self, address: str) -> Person:
        person: Person | None = Person.objects.filter(email__iexact=address).first()
        if person is None:
            raise CommandError(f"Nobody here has the address {address}.")
        return person

    def _instant(self, text: str | None, person: Person) -> datetime:
        if text is None:
            return timezone.now()
        try:
            at = datetime.fromisoformat(text)
        except ValueError as error:
            raise CommandError(f"{text} is no instant. Write it as 2026-11-21T23:40.") from error
        return at if at.tzinfo else at.replace(tzinfo=ZoneInfo(person.time_zone))
