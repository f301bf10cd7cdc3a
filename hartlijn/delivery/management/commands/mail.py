"""``hartlijn mail``: one letter, to try the mail server."""

from typing import Any

from django.core.mail import EmailMessage
from django.core.management.base import BaseCommand, CommandError, CommandParser

from hartlijn.people.letter_reasons import ASKED, HEADER
from hartlijn.people.mail_server import NO_MAIL_SERVER


class Command(BaseCommand):
    """Somebody waits for it this minute: whoever types the command."""

    help = "Send a letter to try the mail server: hartlijn mail ADDRESS"

    def add_arguments(self, parser: CommandParser) -> None:
        """To whom."""
        parser.add_argument("address")

    def handle(self, *args: Any, **options: Any) -> None:
        """Send it; a server that does not answer ends in a sentence."""
        text = "This Hartlijn can send letters."
        letter = EmailMessage("Hartlijn", text, to=[options["address"]], headers={HEADER: ASKED})
        try:
            letter.send()
        except NO_MAIL_SERVER as error:
            message = f"The mail server did not take it: {error}"
            raise CommandError(message) from error
        self.stdout.write(f"The mail server took a letter to {options['address']}.")
