"""`hartlijn operator ADDRESS`: let somebody in as operator, with a link that works once."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email

from hartlijn.people.actions.invitations import invite_operator

LONGEST = 254


class Command(BaseCommand):
    """Whoever reads this terminal may hand out the link; nothing is mailed."""

    help = "Invite an operator: prints a link that works once, for 15 minutes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("address", help="the operator's e-mail address")

    def handle(self, *args: Any, address: str, **options: Any) -> None:
        address = address.strip()
        try:
            validate_email(address)
        except ValidationError as error:
            message = f'"{address}" is not an e-mail address. Write it as name@example.org.'
            raise CommandError(message) from error
        if len(address) > LONGEST:
            message = f"This address is longer than {LONGEST} characters. Use a shorter one."
            raise CommandError(message)
        self.stdout.write(invite_operator(address))
        self.stdout.write("Open this link in a browser within 15 minutes. It works once.")
        self.stdout.write("Add a passkey or a code app right after that: an operator needs one.")
