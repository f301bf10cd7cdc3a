"""The door of live rooms: who may listen, for how long, how many, and how it ends."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from pytest_django import Settings

from config import asgi, streams
from hartlijn.lib import bell, bell_listeners

pytestmark = pytest.mark.django_db(transaction=True)
SOON = 5.0


class Browser:
    """Somebody who listens: what was said to it, and whether it is still there."""

    def __init__(self, ticket: str, method: str = "GET") -> None:
        self.scope = {
            "type": "http", "method": method, "path": "/stream", "http_version": "1.1",
            "query_string": f"ticket={ticket}".encode(), "headers": [],
        }  # fmt: skip
        self.said: list[Any] = []
        self.heard = asyncio.Event()
        self.gone = asyncio.Event()

    async def receive(self) -> Any:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.said.append(message)
        self.heard.set()

    async def listen(self) -> None:
        await asgi.application(self.scope, self.receive, self.send)

    async def hears(self) -> bytes:
        """What is said next."""
        async with asyncio.timeout(SOON):
            await self.heard.wait()
        self.heard.clear()
        return self.text

    @property
    def status(self) -> int:
        return int(self.said[0]["status"])

    @property
    def headers(self) -> dict[bytes, bytes]:
        return dict(self.said[0]["headers"])

    @property
    def text(self) -> bytes:
        return b"".join(one.get("body", b"") for one in self.said)


@pytest.fixture(autouse=True)
def quiet_house(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """No stream is open, and the file of the bell is of this test alone."""
    monkeypatch.setattr(streams, "streams", streams.Streams())
    monkeypatch.setattr(bell_listeners, "_path", lambda: tmp_path / "test.bell")


def told(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Tell a story in a loop of its own."""

    async def whole() -> None:
        try:
            async with asyncio.timeout(4 * SOON):
                await story()
        finally:
            await bell.close()

    asyncio.run(whole())


async def opened(ticket: str) -> tuple[Browser, "asyncio.Task[None]"]:
    """A browser that heard its first "changed"."""
    browser = Browser(ticket)
    listening = asyncio.create_task(browser.listen())
    while streams.CHANGED not in browser.text and not listening.done():
        await browser.hears()
    return browser, listening


def rung(room: str) -> None:
    """Ring as a page does: in a thread, which leaves no line to the database behind."""
    bell.ring(room)
    connections.close_all()


def test_a_stream_says_changed_at_the_start_and_at_each_ring() -> None:
    async def story() -> None:
        browser, _ = await opened(bell.ticket("hall"))
        before = browser.text.count(b"event: changed")
        await asyncio.to_thread(rung, "hall")
        while browser.text.count(b"event: changed") == before:
            await browser.hears()
        assert browser.status == 200
        assert browser.headers[b"content-type"].startswith(b"text/event-stream")
        assert browser.headers[b"x-accel-buffering"] == b"no"
        assert browser.headers[b"cache-control"] == b"no-store"
        assert set(browser.text.split(b"\n\n")) <= {b"event: changed\ndata:", b""}

    told(story)


@pytest.mark.parametrize("ticket", ["", "nonsense", "%00", "a" * 5000, "&ticket=x", "%ff%fe"])
def test_a_wrong_ticket_gets_a_sentence(ticket: str) -> None:
    async def story() -> None:
        browser = Browser(ticket)
        await browser.listen()
        assert browser.status == 403
        assert browser.text.decode() == streams.WRONG

    told(story)


def test_an_old_ticket_gets_the_same_sentence() -> None:
    async def story() -> None:
        browser = Browser(bell.ticket("hall", lasts=timedelta(seconds=-1)))
        await browser.listen()
        assert browser.status == 403
        assert browser.text.decode() == streams.WRONG

    told(story)


def test_a_stream_ends_with_its_ticket() -> None:
    async def story() -> None:
        browser, listening = await opened(bell.ticket("hall", lasts=timedelta(seconds=1.6)))
        await asyncio.wait_for(listening, SOON)
        assert browser.said[-1] == {"type": "http.response.body", "body": b"", "more_body": False}

    told(story)


def test_silence_is_filled_with_signs_of_life(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "KEEPALIVE", 0.02)

    async def story() -> None:
        browser, _ = await opened(bell.ticket("hall"))
        while not browser.text.endswith(streams.HERE * 2):
            await browser.hears()

    told(story)


def test_who_leaves_is_forgotten() -> None:
    async def story() -> None:
        browser, listening = await opened(bell.ticket("hall"))
        assert streams.streams.open.total() == 1
        browser.gone.set()
        await asyncio.wait_for(listening, SOON)
        assert not streams.streams.open
        assert bell._hub is not None  # noqa: SLF001 - nothing may stay behind there
        assert not bell._hub.rooms  # noqa: SLF001 - as above

    told(story)


def test_one_ticket_opens_a_few_streams_and_no_more() -> None:
    async def story() -> None:
        ticket = bell.ticket("hall")
        first = [await opened(ticket) for _ in range(streams.TABS)]
        late, _ = await opened(ticket)
        assert late.status == 503
        assert late.headers[b"retry-after"] == b"15"
        assert late.text.decode() == streams.FULL
        first[0][0].gone.set()
        await first[0][1]
        again, _ = await opened(ticket)
        assert again.status == 200

    told(story)


def test_a_reader_who_asks_ticket_after_ticket_opens_no_more_than_one_who_asks_once() -> None:
    async def story() -> None:
        for _ in range(streams.TABS):
            fresh, _listening = await opened(bell.ticket("hall", reader="a place"))
            assert fresh.status == 200
        late, _ = await opened(bell.ticket("hall", reader="a place"))
        other, _ = await opened(bell.ticket("hall", reader="another place"))
        assert (late.status, other.status) == (503, 200)

    told(story)


def test_a_process_opens_as_many_as_it_was_told(settings: Settings) -> None:
    settings.STREAMS = 2

    async def story() -> None:
        statuses = [(await opened(bell.ticket("hall")))[0].status for _ in range(3)]
        assert statuses == [200, 200, 503]

    told(story)


def test_closing_the_house_ends_every_stream() -> None:
    async def story() -> None:
        listening = [(await opened(bell.ticket("hall")))[1] for _ in range(5)]
        await bell.close()
        async with asyncio.timeout(SOON):
            await asyncio.gather(*listening)
        late = Browser(bell.ticket("hall"))
        await late.listen()
        assert late.status == 200
        assert late.text == b""

    told(story)


def test_only_listening_is_possible() -> None:
    async def story() -> None:
        browser = Browser(bell.ticket("hall"), method="POST")
        await browser.listen()
        assert browser.status == 405
        assert browser.headers[b"allow"] == b"GET"

    told(story)


def test_a_browser_that_breaks_off_while_it_is_told_leaves_nothing() -> None:
    async def story() -> None:
        browser = Browser(bell.ticket("hall"))

        async def broken(_message: Any) -> None:
            raise OSError

        with suppress(OSError):
            await asgi.application(browser.scope, browser.receive, broken)
        assert not streams.streams.open

    told(story)


def test_sixty_streams_take_no_thread_and_one_line() -> None:
    """Each is a coroutine; only the database of the bell is asked, once for all."""

    async def story() -> None:
        before = threading.active_count()
        browsers = [(await opened(bell.ticket("hall")))[0] for _ in range(60)]
        assert threading.active_count() == before
        assert {one.status for one in browsers} == {200}

    told(story)
