"""What happens around the pages: waiting, reading what is sent, and refusing too much of it."""

import asyncio
from collections.abc import Iterable
from time import perf_counter, sleep
from typing import Any

import pytest
from a2wsgi import WSGIMiddleware

from config import asgi, bodies
from hartlijn.people import even_answers

BEAT = 0.5


def pages(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    """Answers with what was sent; an address is looked up at /known, a password takes long."""
    if environ["PATH_INFO"] in {"/account/login/", "/room/now/"}:
        sleep(BEAT)
    sent = environ["wsgi.input"].read()
    marks = [(even_answers.HEADER, "yes")] if environ["PATH_INFO"] == "/known" else []
    start_response("200 OK", [("Content-Type", "text/plain"), *marks])
    return [sent]


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serve those pages, one at a time."""
    monkeypatch.setattr(even_answers, "BEAT", BEAT)
    for lane in ("threads", "for_passwords", "for_looks"):
        monkeypatch.setattr(asgi, lane, WSGIMiddleware(pages, workers=1))


class Asked:
    """One request: the messages of its answer, and how long it took."""

    def __init__(
        self, *parts: bytes, path: str = "/", method: str = "POST", **headers: str
    ) -> None:
        names = [(name.replace("_", "-").encode(), v.encode()) for name, v in headers.items()]
        self.scope = {
            "type": "http", "method": method, "path": path, "query_string": b"",
            "http_version": "1.1", "headers": names,
        }  # fmt: skip
        last = len(parts) - 1
        self.parts = [
            {"type": "http.request", "body": part, "more_body": number < last}
            for number, part in enumerate(parts)
        ]
        self.said: list[Any] = []
        self.took = 0.0

    async def answer(self) -> None:
        async def receive() -> Any:
            return self.parts.pop(0) if self.parts else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            self.said.append(message)

        start = perf_counter()
        await asgi.application(self.scope, receive, send)
        self.took = perf_counter() - start

    @property
    def status(self) -> int:
        return int(self.said[0]["status"])

    @property
    def headers(self) -> dict[bytes, bytes]:
        return dict(self.said[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.said[1:])


def ask(*asked: Asked) -> None:
    """Ask all of these at once."""

    async def all_of_them() -> None:
        await asyncio.gather(*(one.answer() for one in asked))

    asyncio.run(all_of_them())


def test_an_answer_about_an_address_waits_for_the_beat_and_keeps_nobody_waiting() -> None:
    tries = [Asked(path="/known") for _ in range(8)]
    other = Asked()

    ask(*tries, other)

    assert all(BEAT - 0.01 <= one.took < 2 * BEAT for one in tries)
    assert other.took < BEAT / 2


def test_passwords_that_are_checked_keep_nobody_from_the_pages() -> None:
    tries = [Asked(path="/account/login/") for _ in range(3)]
    page = Asked()

    ask(*tries, page)

    assert page.took < BEAT
    assert max(one.took for one in tries) > 2 * BEAT


def test_phones_that_look_anew_keep_nobody_from_the_pages() -> None:
    looks = [Asked(path="/room/now/", method="GET") for _ in range(3)]
    page = Asked()

    ask(*looks, page)

    assert page.took < BEAT
    assert max(one.took for one in looks) > 2 * BEAT


def test_the_mark_of_waiting_does_not_leave_the_house() -> None:
    waited = Asked(path="/known")

    ask(waited)

    assert waited.headers == {b"content-type": b"text/plain"}


def test_what_is_sent_arrives_in_one_piece() -> None:
    announced = Asked(b"een brief", content_length="9")
    in_pieces = Asked(b"een ", b"", b"brief", transfer_encoding="chunked")

    ask(announced, in_pieces)

    assert announced.body == in_pieces.body == b"een brief"


def test_the_largest_that_is_allowed_passes() -> None:
    most = Asked(b"x" * bodies.LARGEST, content_length=str(bodies.LARGEST))

    ask(most)

    assert most.status == 200
    assert len(most.body) == bodies.LARGEST


def test_what_is_announced_as_too_large_is_refused_unread() -> None:
    asked = Asked(b"x", content_length=str(bodies.LARGEST + 1))

    ask(asked)

    assert asked.status == 413
    assert "Ga terug en stuur minder" in asked.body.decode()
    assert b"content-security-policy" in asked.headers
    assert asked.parts, "it was read"


def test_people_on_a_page_read_that_it_is_too_large_on_a_page_of_the_house() -> None:
    asked = Asked(b"x", content_length=str(bodies.LARGEST + 1), accept="text/html,*/*;q=0.8")

    ask(asked)

    assert asked.status == 413
    assert asked.headers[b"content-type"] == b"text/html; charset=utf-8"
    assert asked.headers[b"content-length"] == str(len(asked.body)).encode()
    for words in ("meer dan 4 MB", "more than 4 MB", "hartlijn", "style-src 'self'"):
        assert words in asked.body.decode() + asked.headers[b"content-security-policy"].decode()


def test_what_turns_out_too_large_is_refused_at_that_moment() -> None:
    half = b"x" * (bodies.LARGEST // 2)
    asked = Asked(half, half, b"x", half, half, transfer_encoding="chunked")

    ask(asked)

    assert asked.status == 413
    assert len(asked.parts) == 2


def test_who_leaves_halfway_is_not_answered() -> None:
    asked = Asked(b"x", content_length="2")
    asked.parts[0]["more_body"] = True

    ask(asked)

    assert asked.said == []


def test_who_sends_slowly_keeps_nobody_waiting() -> None:
    async def story() -> None:
        slow, end = Asked(content_length="1"), asyncio.Event()

        async def receive() -> Any:
            await end.wait()
            return {"type": "http.request", "body": b"x"}

        async def send(message: Any) -> None:
            slow.said.append(message)

        sending = asyncio.create_task(asgi.application(slow.scope, receive, send))  # type: ignore[arg-type]
        other = Asked()
        await asyncio.wait_for(other.answer(), 5)
        assert other.status == 200
        assert slow.said == []
        end.set()
        await sending
        assert slow.body == b"x"

    asyncio.run(story())
