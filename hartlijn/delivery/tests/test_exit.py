"""Nothing leaves but through delivery, and nothing leaves without a reason."""

import ast
from pathlib import Path

import pytest
from django.core.mail import EmailMessage

from hartlijn.delivery.mail_exit import NoReasonError
from hartlijn.people.letter_reasons import HEADER, INVITATION

HOUSE = Path(__file__).parents[3]
DOORS = {"django.core.mail.backends", "smtplib", "pywebpush"}
OWN = "hartlijn/delivery/"
NAMES_ONLY = {"hartlijn/people/mail_server.py"}


def imports(path: Path) -> set[str]:
    """Every module a file imports, by its full name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return names


def chooses_a_backend(path: Path) -> bool:
    """Whether it asks Django for another mail backend than the one of the house."""
    calls = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return any(
        isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) == "get_connection"
        and (node.args or any(word.arg == "backend" for word in node.keywords))
        for node in calls
    )


def test_no_other_code_of_ours_can_send() -> None:
    opened = {}
    for path in [*HOUSE.glob("hartlijn/**/*.py"), *HOUSE.glob("config/**/*.py")]:
        where = path.relative_to(HOUSE).as_posix()
        if "/tests/" in where or where.startswith(OWN) or where in NAMES_ONLY:
            continue
        doors = {name for name in imports(path) for door in DOORS if name.startswith(door)}
        if doors or chooses_a_backend(path):
            opened[where] = doors

    assert opened == {}


def test_a_letter_without_a_reason_does_not_leave(mailoutbox: list[EmailMessage]) -> None:
    with pytest.raises(NoReasonError, match="Hoi"):
        EmailMessage("Hoi", "Ben je er?", to=["noor@voorbeeld.nl"]).send()

    assert mailoutbox == []


def test_the_reason_stays_inside(mailoutbox: list[EmailMessage]) -> None:
    letter = EmailMessage("Hoi", "Kom je?", to=["noor@voorbeeld.nl"], headers={HEADER: INVITATION})

    letter.send()

    assert HEADER not in mailoutbox[0].message()
    assert mailoutbox[0].subject == "Hoi"


def test_one_without_a_reason_holds_back_those_beside_it(mailoutbox: list[EmailMessage]) -> None:
    from django.core import mail  # noqa: PLC0415 - the interface as an app uses it

    good = EmailMessage("Hoi", "Kom je?", to=["noor@voorbeeld.nl"], headers={HEADER: INVITATION})
    with pytest.raises(NoReasonError):
        mail.get_connection().send_messages([good, EmailMessage("Nu", "!", to=["a@voorbeeld.nl"])])

    assert mailoutbox == []
