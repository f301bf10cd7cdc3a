"""The command ``hartlijn``: our own verbs, explained in one line each, and Django's behind them."""

import os
import sys
from importlib.metadata import version
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent
HELP = {
    "serve": "start the server and its background worker together",
    "worker": "start one more background worker",
    "queue": "show how many messages wait, how late the first is, and how letters and signs go",
    "explain": "explain step by step when a message to somebody arrives",
    "mail": "send one letter, to try the mail server",
    "migrate": "make the database ready for this version",
    "demo": "fill an empty database with the demonstration world",
    "content": "check every prompt, model and other file with words, your own too",
    "whatif": "say what follows in a map of factors (a file) when some are held at a value",
    "operator": "invite an operator: prints a link that works once",
    "check": "look whether the settings are sound (add --deploy)",
}


def usage() -> str:
    """The text of ``hartlijn --help``."""
    lines = [f"hartlijn {version('hartlijn')}: a line of your own", "", "hartlijn VERB"]
    lines += [f"  {verb:<10}{line}" for verb, line in HELP.items()]
    lines += ["", "hartlijn VERB --help says more. Django's own commands work too."]
    return "\n".join(lines)


def whatif(typed: list[str]) -> int:
    """Answer about a map in a file: no settings of an installation, no apps, no database."""
    from django.apps import apps  # noqa: PLC0415 - nothing else is needed
    from django.conf import settings  # noqa: PLC0415 - nothing else is needed

    if not settings.configured:
        settings.configure(LANGUAGE_CODE="nl", LOCALE_PATHS=[ROOT / "locale"], USE_TZ=True)
        apps.populate(())
    from hartlijn.factors.whatif.command import main as answer  # noqa: PLC0415 - needs settings

    return answer(typed)


def main() -> None:
    """Run one command; a wrong setting ends in its sentence, not in a stack trace."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - needs settings

    if len(sys.argv) < 2 or sys.argv[1] in {"-h", "--help", "help"}:  # noqa: PLR2004
        print(usage())
        return
    if sys.argv[1] == "whatif":
        sys.exit(whatif(sys.argv[2:]))
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"hartlijn: {error}")
