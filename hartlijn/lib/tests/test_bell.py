"""No ring is lost for who listens, whichever process rang; tickets open one room, and end."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection, connections, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hartlijn.lib import bell, bell_listeners
from hartlijn.lib.bell import BadTicketError, admit, listening, ring, ring_later, rings, ticket

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.sqlite]
SOON = 30.0


@pytest.fixture(autouse=True)
def file_of_the_bell(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """On SQLite: a file of this test alone."""
    monkeypatch.setattr(bell_listeners, "_path", lambda: tmp_path / "test.bell")


@pytest.fixture
def elsewhere() -> Callable[[str], None]:
    """Ring as another process does: only the database carries it here."""

    def ring_there(room: str) -> None:
        try:
            bell_listeners.tell(bell._name(room), "another")  # noqa: SLF001 - as it would say it
        finally:
            connections.close_all()

    return ring_there


def ring_here(room: str) -> None:
    """Ring in a thread that ends."""
    ring(room)
    connections.close_all()


def run(story: Coroutine[Any, Any, None]) -> None:
    """Tell a story in a loop of its own, and hang up."""

    async def told() -> None:
        try:
            async with asyncio.timeout(SOON * 4):
                await story
        finally:
            await bell.close()

    asyncio.run(told())


def name(room: str) -> str:
    """The name on a ticket of this room."""
    return admit(ticket(room)).room


def test_a_listener_starts_with_a_ring_and_hears_one_from_a_thread() -> None:
    async def story() -> None:
        with listening(name("hall")) as noor:
            assert await noor.rang(within=SOON)
            await asyncio.to_thread(ring_here, "hall")
            assert await noor.rang(within=SOON)

    run(story())


def test_it_hears_what_another_process_rang(elsewhere: Callable[[str], None]) -> None:
    async def story() -> None:
        with listening(name("hall")) as noor:
            await until_the_line_is_up(noor)
            await asyncio.to_thread(elsewhere, "hall")
            assert await noor.rang(within=SOON)

    run(story())


async def until_the_line_is_up(listener: bell.Listener) -> None:
    """A line that comes up rings for all: what rang before it did may have been missed."""
    while await listener.rang(within=1):
        pass


def test_another_room_stays_quiet() -> None:
    async def story() -> None:
        with listening(name("hall")) as noor, listening(name("attic")) as sam:
            await until_the_line_is_up(noor)
            await until_the_line_is_up(sam)
            await asyncio.to_thread(ring_here, "attic")
            assert await sam.rang(within=SOON)
            assert not await noor.rang(within=0.2)

    run(story())


def test_rings_go_on_until_the_house_closes() -> None:
    async def story() -> None:
        heard = asyncio.Event()

        async def listen() -> None:
            async for _ in rings("hall"):
                heard.set()

        listener = asyncio.create_task(listen())
        await asyncio.wait_for(heard.wait(), SOON)
        await bell.close()
        await asyncio.wait_for(listener, SOON)

    run(story())


def test_who_comes_while_the_house_closes_ends_at_once() -> None:
    async def story() -> None:
        await bell.close()
        with listening(name("hall")) as late:
            assert late.ended
            assert not await late.rang(within=SOON)

    run(story())


STEPS = st.lists(
    st.tuples(st.sampled_from(["here", "elsewhere", "look"]), st.sampled_from(["hall", "attic"])),
    max_size=8,
)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, listeners=st.integers(1, 4))
def test_no_ring_is_lost_for_who_is_there(
    elsewhere: Callable[[str], None], steps: list[tuple[str, str]], listeners: int
) -> None:
    """Whatever the order: in the end everybody has seen the last version of the room."""
    version = {"hall": 0, "attic": 0}
    seen: list[tuple[str, int]] = []

    async def follow(room: str, number: int) -> None:
        async for _ in rings(room):
            seen[number] = (room, version[room])
            moved.set()

    async def story() -> None:
        seen.extend((room, -1) for room in ("hall", "attic") for _ in range(listeners))
        tasks = [asyncio.create_task(follow(room, at)) for at, (room, _) in enumerate(seen)]
        for where, room in steps:
            if where == "look":
                await asyncio.sleep(0.01)
                continue
            version[room] += 1
            await asyncio.to_thread(ring_here if where == "here" else elsewhere, room)
        async with asyncio.timeout(SOON):
            while any(at < version[room] for room, at in seen):
                moved.clear()
                await moved.wait()
        for task in tasks:
            task.cancel()

    moved = asyncio.Event()
    run(story())
    assert all(at == version[room] for room, at in seen)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no line to lose")
def test_a_line_that_was_cut_comes_back_with_a_ring_for_all(
    elsewhere: Callable[[str], None],
) -> None:
    def cut() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = %s AND datname = current_database()",
                [bell_listeners.NAME],
            )
        connections.close_all()

    async def story() -> None:
        with listening(name("hall")) as noor:
            await until_the_line_is_up(noor)
            await asyncio.to_thread(cut)
            assert await noor.rang(within=SOON)
            await asyncio.to_thread(elsewhere, "hall")
            assert await noor.rang(within=SOON)

    run(story())


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite needs no address")
def test_a_line_that_hears_nothing_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """As through PgBouncer: LISTEN is taken, and nothing comes."""
    monkeypatch.setattr(bell_listeners, "BEAT", 0.1)
    monkeypatch.setattr(bell_listeners, "LISTEN", "LISTEN nowhere")

    async def story() -> None:
        with listening(name("hall")) as noor:
            while "HARTLIJN_LISTEN_URL" not in caplog.text:
                await noor.rang(within=0.1)

    run(story())
    assert "transaction mode" in caplog.text


def test_a_ring_waits_for_the_commit_and_goes_away_with_a_rollback() -> None:
    def undone() -> None:
        try:
            with transaction.atomic():
                ring_later("hall")
                int("nothing")
        except ValueError:
            connections.close_all()

    def saved() -> None:
        with transaction.atomic():
            ring_later("hall")
        connections.close_all()

    async def story() -> None:
        with listening(name("hall")) as noor:
            await until_the_line_is_up(noor)
            await asyncio.to_thread(undone)
            assert not await noor.rang(within=0.2)
            await asyncio.to_thread(saved)
            assert await noor.rang(within=SOON)

    run(story())


def test_a_ring_that_cannot_leave_breaks_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    if connection.vendor == "postgresql":
        monkeypatch.setattr(bell_listeners, "CHANNEL", "x" * 100)
    else:
        monkeypatch.setattr(bell_listeners, "_path", lambda: "/nowhere/at/all.bell")

    ring("hall")

    assert "did not reach" in caplog.text


def test_nothing_can_be_read_from_a_ticket() -> None:
    given = ticket("dialogue:of Noor and Sam")

    assert admit(given).room == name("dialogue:of Noor and Sam") != name("dialogue:of others")
    assert "Noor" not in str(admit(given))
    assert admit(given).key != admit(ticket("dialogue:of Noor and Sam")).key


def test_a_ticket_ends() -> None:
    given = ticket("hall", lasts=timedelta(minutes=5))
    with time_machine.travel(time.time() + 299):
        assert admit(given).room == name("hall")
    with time_machine.travel(time.time() + 301), pytest.raises(BadTicketError):
        admit(given)


@pytest.mark.parametrize("text", ["", "x", "a:b:c", "é" * 50, "\0", ":" * 9, "x" * 100_000])
def test_a_ticket_that_is_made_up_opens_nothing(text: str) -> None:
    with pytest.raises(BadTicketError):
        admit(text)


def test_a_ticket_that_was_changed_opens_nothing() -> None:
    given = ticket("hall")
    for at in range(0, len(given), 7):
        changed = given[:at] + ("A" if given[at] != "A" else "B") + given[at + 1 :]
        with pytest.raises(BadTicketError):
            admit(changed)
