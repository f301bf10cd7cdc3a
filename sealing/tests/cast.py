"""Two people with keys, and shorthand for what they seal."""

from dataclasses import replace
from uuid import uuid4

from sealing.envelope import recipient_of
from sealing.keyring import Keyring
from sealing.letter import Expected, Letter

NOOR, SAM, MALLORY = (Keyring.new(str(uuid4())) for _ in range(3))
TIME = "2026-11-24T19:30:00Z"


def entry(text: str = "Vandaag lukte het.", by: Keyring = NOOR) -> Letter:
    content = {"text": text}
    return Letter(
        kind="entry", object=str(uuid4()), version=1, author=by.keyring, time=TIME, content=content
    )


def given(by: Keyring = NOOR, to: Keyring = SAM) -> Letter:
    content = {"kind": "entry", "day": "2026-11-24", "content": {"text": "Voor jou."}}
    return Letter(
        kind="given", object=str(uuid4()), version=1, author=by.log, time=TIME, content=content,
        recipients=tuple(sorted((by.log, to.log))),
    )  # fmt: skip


def answer(by: Keyring = NOOR, to: Keyring = SAM) -> Letter:
    content = {"v": 1, "to": str(uuid4()), "text": "Wat had je nodig?"}
    return replace(given(by, to), kind="answer", content=content)


def expected(letter: Letter) -> Expected:
    return Expected(letter.object, letter.author, letter.recipients, letter.kind, letter.version)


def both(one: Keyring = NOOR, other: Keyring = SAM) -> list[str]:
    return [recipient_of(keys.sharing[0]) for keys in (one, other)]
