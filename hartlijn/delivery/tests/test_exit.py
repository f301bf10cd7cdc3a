"""Nothing leaves but through delivery, and nothing leaves without a reason."""

import ast
import sys
import threading
import traceback
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.mail import EmailMessage

from conftest import SignIn
from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.planning import plan
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.mail_exit import NoReasonError
from hartlijn.delivery.own_letters import OwnLetter
from hartlijn.delivery.tests.conftest import wants_letters, wants_signs
from hartlijn.delivery.tests.servers import MailServer, PushService
from hartlijn.people.letter_reasons import HEADER, INVITATION
from hartlijn.people.models import Person
from hartlijn.people.tests.times_told import local

MONDAY = local("2026-11-23T08:30")
HOUSE = Path(__file__).parents[3]
DOORS = {
    "aiohttp", "django.core.mail.backends", "ftplib", "http.client", "httpx", "icalendar",
    "pywebpush", "requests", "smtplib", "socket", "urllib.request", "urllib3",
    "hartlijn.delivery.own_letters", "hartlijn.delivery.push", "hartlijn.lib.public_post",
}  # fmt: skip
OWN = "hartlijn/delivery/"
NO_WAY_OUT = {
    "hartlijn/learning/calendar_file.py",  # a plan for whoever asks at its address; sends nothing
    "hartlijn/people/mail_server.py",  # the name of what a mail server can raise
    "hartlijn/people/school_account.py",  # asks a school who somebody is, while they wait
    "hartlijn/lib/public_fetch.py",  # asks for a calendar, says nothing
    "hartlijn/lib/public_post.py",  # the door itself; only delivery may use it
    "hartlijn/lib/background/worker.py",  # the name of this machine
}
NOBODY_IS_TOLD = (
    "hartlijn/people/roster/",  # reads calendars, makes none
    "hartlijn/lib/background/serving/",  # listens, and speaks to whoever came to it
)


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
        if "/tests/" in where or where.startswith((OWN, *NOBODY_IS_TOLD)) or where in NO_WAY_OUT:
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


def test_nobody_else_can_pass_for_delivery(mailoutbox: list[EmailMessage]) -> None:
    with pytest.raises(NoReasonError):
        EmailMessage("Hoi", "!", to=["noor@voorbeeld.nl"], headers={HEADER: "arrived"}).send()

    class Pretending(OwnLetter):
        """Looks like it, and is another."""

    with pytest.raises(NoReasonError):
        Pretending("Hoi", "!", to=["noor@voorbeeld.nl"]).send()
    assert mailoutbox == []


lines: list[str] = []
"""Who opened a line to another machine, while somebody listens; audit hooks stay for good."""
listening = threading.Event()


def _hear(event: str, _arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and listening.is_set():
        files = [frame.filename for frame in traceback.extract_stack()]
        ours = [name for name in files if "/hartlijn/" in name and "/tests/" not in name]
        lines.append(Path(ours[0]).relative_to(HOUSE).as_posix() if ours else "")


sys.addaudithook(_hear)


def test_in_a_whole_day_every_line_out_is_opened_by_delivery(
    as_: SignIn, noor: Person, post: MailServer, pushes: PushService
) -> None:
    lines.clear()
    wants_letters(noor)
    wants_signs(noor, pushes.device("phone"))
    client = as_(noor)
    listening.set()
    try:
        for page in ("/", "/me/ways/", "/companions/", "/me/times/"):
            assert client.get(page).status_code == 200
        client.post("/me/ways/calendar/")
        plan(uuid4(), [noor], at=MONDAY)
        release(MONDAY)
        inside = list(lines)
        assert send_letters(MONDAY) == send_signs(MONDAY, pushes.rules) == 1
    finally:
        listening.clear()

    assert inside == []
    assert len(lines) >= 2
    assert all(where.startswith(OWN) for where in lines), lines
