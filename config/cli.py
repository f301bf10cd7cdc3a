"""The command ``hartlijn``: our own verbs, explained in one line each, and Django's behind them."""

import os
import sys
from importlib.metadata import version

from django.core.exceptions import ImproperlyConfigured

HELP = {
    "serve": "start the server and its background worker together",
    "worker": "start one more background worker",
    "queue": "show how many messages wait, how late the first is, and how letters and signs go",
    "explain": "explain step by step when a message to somebody arrives",
    "mail": "send one letter, to try the mail server",
    "migrate": "make the database ready for this version",
    "demo": "fill an empty database with the demonstration world",
    "content": "check every prompt, model and other file with words, your own too",
    "operator": "invite an operator: prints a link that works once",
    "check": "look whether the settings are sound (add --deploy)",
}


def usage() -> str:
    """The text of ``hartlijn --help``."""
    lines = [f"hartlijn {version('hartlijn')}: a line of your own", "", "hartlijn VERB"]
    lines += [f"  {verb:<10}{line}" for verb, line in HELP.items()]
    lines += ["", "hartlijn VERB --help says more. Django's own commands work too."]
    return "\n".join(lines)


def main() -> None:
    """Run one command; a wrong setting ends in its sentence, not in a stack trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs settings

    if len(sys.argv) < 2 or sys.argv[1] in {"-h", "--help", "help"}:  # noqa: PLR2004
        print(usage())
        return
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"hartlijn: {error}")
