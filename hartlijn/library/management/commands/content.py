"""`hartlijn content`: look at every prompt, model and other file with words."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext as _

from hartlijn.library.shelf import Shelf, shelf


class Command(BaseCommand):
    """Ends with 1 when a file does not count, and says which, where and why."""

    help = "Check every prompt, model and other file with words; shipped ones and your own."
    requires_system_checks: list[str] = []  # the same would be said twice

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--language", choices=["nl", "en"], default="nl")

    def handle(self, *args: Any, language: str, **options: Any) -> None:
        with translation.override(language):
            found = shelf()
            self.tell(found)
            if found.refusals:
                raise CommandError("\n".join(map(str, found.refusals)))

    def tell(self, found: Shelf) -> None:
        """How many of each kind there are, and which are of this installation."""
        for kind, definitions in found.definitions.items():
            line = _("{kind}: {count}").format(kind=kind, count=len(definitions))
            if own := sorted(key for key, one in definitions.items() if one.own):
                line += _(", eigen: {keys}").format(keys=", ".join(own))
            self.stdout.write(line)
