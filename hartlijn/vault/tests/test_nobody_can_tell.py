"""Nobody of employer or school can tell that Noor sealed anything: every answer is the same."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from conftest import SignIn
from hartlijn.consent.models import Grant
from hartlijn.consent.register import register
from hartlijn.consent.tests.oracle import Page, one_of_each, pages
from hartlijn.consent.tests.targets import targets
from hartlijn.consent.tests.world import ANONYMOUS, World, build
from hartlijn.people.models import Person
from hartlijn.vault.key_lines import read_line
from hartlijn.vault.models import Envelope, KeyHolder, LogLine, WrappedKey
from hartlijn.vault.tests.sealed import Keys, add_wrap, give, keeps, publish, save, state

pytestmark = [pytest.mark.django_db, pytest.mark.once]

Asked = tuple[str, str, str]
NOOR, SAM = "Noor, starter", "Sam, own companion"
THE_LOG = "vault:log"
"""The key log is for everybody who is signed in, because each browser checks all of it; it has
one line more. A line stands under a random id, and only who is within reach learns whose it is. So the
number of lines tells that somebody, somewhere on this Hartlijn, kept a line (docs/threat-model.md).
That route, and the export that holds a copy of the log, are compared on their own below."""
FRESH = {"mfa_activate_totp", "mfa_add_webauthn", "mfa_login_webauthn"}
"""Pages that show a secret drawn at random each time."""
WITHIN_REACH = "vault:people"
"""Whoever may write to Noor needs to know her keys, so this tells them that she has some. It is
compared on its own below."""
OWN_CALENDAR = "today:calendar"
"""Whose days it holds: whoever knows the secret address has it from its owner."""
LEFT_OUT = {THE_LOG, "vault:export", WITHIN_REACH, OWN_CALENDAR} | FRESH
SEALED = ("vault:", "journal:", "line:line")
"""The routes of what people seal: these are asked with every verb."""
BY_DAY = ("Fatima, own team leader",)
"""Asked for one page of each that are alike; at night everybody is asked for all of them."""
Fill = Callable[[SignIn, Person, Person], list[str]]
"""Puts something there, and answers with the ids that nobody may see."""
LENGTH = re.compile(rb"\('Content-Length', '\d+'\)")
CHANGING = (
    re.compile(rb'(?:value|data-csrf)="[A-Za-z0-9]{64}"'),  # security token
    re.compile(rb"[A-Za-z]{3}, \d\d [A-Za-z]{3} \d{4} [\d:]{8} GMT"),  # date of a cookie
    re.compile(rb"csrf=[A-Za-z0-9]{32}"),
    re.compile(rb"session=[a-z0-9]{32}"),
)


def told(answer: HttpResponse) -> bytes:
    """Everything in an answer but security token, nonce and date (decision 19)."""
    headers = repr(sorted(answer.headers.items())) + answer.cookies.output()
    raw = str(answer.status_code).encode() + headers.encode() + answer.getvalue()
    for pattern in CHANGING:
        raw = pattern.sub(b"", raw)
    return raw


def answers(
    world: World, found: list[Page], readers: Iterable[str], *, every: bool
) -> Iterator[tuple[Asked, bytes]]:
    """The pages as everybody but the two it is between; not ``every``: one of each alike."""
    for reader in readers:
        if reader in {NOOR, SAM}:
            continue
        client = Client(raise_request_exception=False)
        if reader != ANONYMOUS:
            client.force_login(world.people[reader])
        for page in found if every else one_of_each(world, reader, found):
            for method in ("GET", "POST") if page.route.startswith(SEALED) else ("GET",):
                with transaction.atomic():
                    answer = client.generic(method, page.address)
                    transaction.set_rollback(True)
                yield (reader, method, page.address), told(answer)  # type: ignore[arg-type]


def without_vault() -> None:
    """A world in which nobody kept anything."""
    for table in (Grant, Envelope, WrappedKey, KeyHolder):
        table.objects.all().delete()


def with_vault(as_: SignIn, noor: Person, sam: Person) -> list[str]:
    """Noor keeps her line with two ways to open, publishes, writes twice and gives once."""
    client = as_(noor)
    assert add_wrap(client).status_code == 200
    assert add_wrap(client, "passkey", label="Telefoon van Noor").status_code == 200
    keys = Keys()
    assert publish(client, keys.line()).status_code == 200
    keeps(sam)
    until = Grant._meta.get_field("given_on").get_default() + timedelta(days=9)
    return [save(client)[0], save(client)[0], give(client, sam, until)[0], keys.id]


def test_every_answer_to_others_is_the_same_with_and_without(as_: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False):  # a message carries its second
        different, leaked, asked = compared(as_, with_vault)

    assert asked > 150
    assert different == []
    assert leaked == []


@pytest.mark.nightly
def test_every_answer_to_anybody_is_the_same_with_and_without(as_: SignIn) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        different, leaked, asked = compared(as_, with_vault, every=True)

    assert asked > 1500
    assert different == []
    assert leaked == []


def compared(
    as_: SignIn,
    fill: Fill,
    *,
    routes: tuple[str, ...] = ("",),
    every: bool = False,
    readers: tuple[str, ...] = BY_DAY,
    empty: Callable[[], None] = without_vault,
) -> tuple[list[Asked], list[Asked], int]:
    """What was asked and answered otherwise, what holds an id of Noor's, and how much was asked.

    Only on routes that begin like one of ``routes``, as each of ``readers``; ``every``: every
    page, and everybody. ``empty`` takes away what ``fill`` will put there.
    """
    world = build()
    who = tuple(world) if every else readers
    things = {**targets(world), "vault:wrap_remove": [], "vault:trust_help": []}
    known = [page for page in pages(register(), things) if page.route not in LEFT_OUT]
    found = [page for page in known if page.route.startswith(routes)]
    empty()
    without = dict(answers(world, found, who, every=every))

    ids = fill(as_, world.people[NOOR], world.people[SAM])
    within = dict(answers(world, found, who, every=every))

    different = [key for key, answer in without.items() if within[key] != answer]
    leaked = [key for key, raw in within.items() if any(pk.encode() in raw for pk in ids)]
    return different, leaked, len(without)


def test_within_reach_one_learns_which_keys_are_hers_and_nothing_else(as_: SignIn) -> None:
    world = build()
    without_vault()
    others = {one: as_(world.people[one]) for one in world if one not in {NOOR, SAM, ANONYMOUS}}
    before = {one: told_people(client) for one, client in others.items()}

    keys = with_vault(as_, world.people[NOOR], world.people[SAM])[-1].encode()

    after = {one: told_people(client) for one, client in others.items()}
    near = {one for one, said in after.items() if keys in said}
    assert near == {"Milan, same team", "Fatima, own team leader", "Olga, starter elsewhere"}
    for one, said in after.items():
        unknown = said.replace(b'"log": "%s"' % keys, b'"log": null')
        assert LENGTH.sub(b"", unknown) == LENGTH.sub(b"", before[one])


def told_people(client: Client) -> bytes:
    """Whom somebody may write to, as they get it."""
    return told(client.get(reverse(WITHIN_REACH)))  # type: ignore[arg-type]


def the_log(client: Client) -> bytes:
    """The key log as somebody gets it."""
    return told(client.get(reverse(THE_LOG, args=[0])))  # type: ignore[arg-type]


def taken_along(client: Client) -> dict[str, bytes]:
    """What the export of what is sealed holds."""
    with zipfile.ZipFile(io.BytesIO(client.get(reverse("vault:export")).getvalue())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_key_log_and_its_copy_tell_others_one_line_more_and_nothing_else(as_: SignIn) -> None:
    world = build()
    without_vault()
    others = [world.people[one] for one in world if one not in {NOOR, SAM, ANONYMOUS}]
    looking = [as_(one) for one in others if one.is_active]
    before = [(the_log(one), taken_along(one)) for one in looking]

    with_vault(as_, world.people[NOOR], world.people[SAM])

    line = f"{LogLine.objects.latest('position').line}\n".encode()
    after = [(the_log(one), taken_along(one)) for one in looking]
    assert len(looking) > 5
    for (log, zipped), (log_now, zipped_now) in zip(before, after, strict=True):
        assert log_now.endswith(line)
        assert LENGTH.sub(b"", log_now.removesuffix(line)) == LENGTH.sub(b"", log)
        assert zipped_now == {**zipped, "key-log.txt": zipped["key-log.txt"] + line}


def test_this_test_would_see_it(as_: SignIn) -> None:
    """Sam, to whom something was given, does get another answer."""
    world = build()
    without_vault()
    sam = world.people[SAM]
    before = state(as_(sam))

    with_vault(as_, world.people[NOOR], sam)

    assert state(as_(sam)) != before


def test_the_key_log_holds_nothing_but_random_ids_and_keys(
    as_: SignIn, noor: Person, sam: Person
) -> None:
    with_vault(as_, noor, sam)

    line = LogLine.objects.get()
    told_ids = {str(noor.pk), noor.pk.hex, noor.name, noor.email}
    entry = read_line(line.line).signed.decode()
    assert not [one for one in told_ids if one in entry]
    assert line.log_id != noor.pk
