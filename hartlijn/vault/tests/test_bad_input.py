"""Damaged, swapped, lying, oversized or hand-made: a sentence and a number below 500, nothing kept."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SignIn
from hartlijn.people.models import Person
from hartlijn.vault.age_files import KIB, LARGEST
from hartlijn.vault.models import Envelope, LogLine, Turn, WrappedKey
from hartlijn.vault.parcel import pack
from hartlijn.vault.tests.sealed import AGE, Keys, add_wrap, b64, digest, envelope, post, wrap

pytestmark = [pytest.mark.django_db, pytest.mark.once]

E, TWO = envelope(), envelope(readers=2)
ID = "7d4f1c1e-58a3-4f0b-9a52-0c9b6c1f7e21"
NASTY: list[Any] = [
    None, True, False, 0, -1, 1.5, 10**30, "", " ", "a\x00b", "\ud800", "é" * 100, [], {}, [[]],
    "00000000-0000-0000-0000-000000000000", ID.upper(), ID[:-1], ID + "0", "2026-02-30",
    "2026-W10-1", "99999-01-01", "<script>", "../../etc", "=" * 43, "x" * 43,
]  # fmt: skip


def headed(header: str | bytes, rest: bytes = b"") -> bytes:
    """A parcel with any words for a header."""
    words = header if isinstance(header, bytes) else header.encode()
    return len(words).to_bytes(4, "big") + words + rest


def one(content: bytes = E, **says: Any) -> bytes:
    """A parcel of one envelope, with something else in its line."""
    line = {"id": ID, "was": None, "size": len(content), **says}
    return pack({"envelopes": [line]}, [content])


def lines(*says: dict[str, Any], rest: bytes = b"", **also: Any) -> bytes:
    return pack({"envelopes": list(says), **also}, [rest])


FULL = {"id": ID, "was": None, "size": len(E)}
PARCELS: dict[str, tuple[bytes, int]] = {
    "empty": (b"", 422),
    "three bytes": (b"\0\0\0", 400),
    "a header that is longer than the parcel": (b"\0\0\xff\xff{}", 400),
    "a header of four gigabytes": (b"\xff\xff\xff\xff{}", 400),
    "truncated": (one()[:-1], 400),
    "one byte more": (one() + b"\0", 400),
    "no JSON": (headed("{"), 400),
    "no UTF-8": (headed(b'{"envelopes": "\xff"}'), 400),
    "a byte order mark": (headed("\ufeff{}"), 400),
    "a list": (headed("[]"), 400),
    "a number": (headed("1"), 400),
    "deep": (headed("[" * 40_000), 400),
    "a name twice": (headed('{"envelopes": [], "envelopes": []}'), 400),
    "not a number": (headed('{"envelopes": [], "remove": NaN}'), 400),
    "endless": (headed('{"envelopes": [], "remove": -Infinity}'), 400),
    "half a character": (headed('{"envelopes": [], "remove": ["\\ud800"]}'), 400),
    "a number of 5000 digits": (headed('{"envelopes": ' + "9" * 5000 + "}"), 400),
    "other names": (headed('{"envelopes": [], "also": 1}'), 400),
    "no envelopes named": (headed('{"remove": []}'), 400),
    "envelopes as text": (headed('{"envelopes": "a"}'), 400),
    "a line that is a list": (headed('{"envelopes": [[]]}'), 400),
    "a line with less": (lines({"id": ID, "was": None}), 400),
    "a line with more": (one(kind="entry"), 400),
    "51 envelopes": (lines(*[FULL] * 51), 400),
    "201 to remove": (lines(remove=[str(uuid4()) for _ in range(201)]), 400),
    "an id twice": (lines(FULL, FULL, rest=E + E), 400),
    "stored and removed": (lines(FULL, rest=E, remove=[ID]), 400),
    "removed twice": (lines(remove=[ID, ID]), 400),
    "sizes that take from each other": (
        lines({**FULL, "size": len(E) + 1}, {**FULL, "id": str(uuid4()), "size": 1}, rest=E),
        400,
    ),
    "a negative size": (lines({**FULL, "size": -1}), 400),
    "a size of nothing": (lines({**FULL, "size": 0}), 422),
    "a size that lies": (lines({**FULL, "size": 10**30}, rest=E), 413),
    "more than one letter": (one(b"x" * (LARGEST + 1)), 413),
    "more than a parcel": (
        lines(*[{**FULL, "size": 1024 * KIB}] * 3),
        413,
    ),
    "no age file": (one(b"x" * len(E)), 422),
    "a newer age": (one(E.replace(b"/v1", b"/v2")), 422),
    "a header alone": (one(AGE), 422),
    "an age file without readers": (one(AGE + b"--- " + b"A" * 43 + b"\n" + E[-1056:]), 422),
    "a size between two": (one(E + b"\0"), 422),
    "one reader whose bytes went missing": (one(E[:-16]), 422),
    "armor": (one(b"-----BEGIN AGE ENCRYPTED FILE-----\n" + E), 422),
    "a header that never ends": (one(AGE + b"-> a\n" + b"A" * (len(E) - 50)), 422),
    "a last day without a reader": (one(until="2030-01-01"), 400),
    "a reader who is no id": (one(to="sam"), 400),
    "to nobody known": (one(TWO, to=str(uuid4())), 409),
    **{f"an id as {value!r:.20}": (one(id=value), 400) for value in NASTY},
    **{f"was as {value!r:.20}": (one(was=value), 400) for value in NASTY if value is not None},
    **{
        f"a day as {value!r:.20}": (one(to=ID, until=value), 400)
        for value in NASTY
        if value is not None
    },
    **{
        f"a size as {value!r:.20}": (one(size=value), 400)
        for value in NASTY
        if type(value) is not int or value < 0
    },
}


def test_a_parcel_that_is_not_right_changes_nothing(
    as_: SignIn, noor: Person, subtests: pytest.Subtests
) -> None:
    client = as_(noor)
    for name, (raw, expected) in PARCELS.items():
        with subtests.test(name):
            Turn.objects.all().delete()  # so many would not be let in
            answer = post(client, "store", raw)

            assert answer.status_code == expected, answer.content
            assert answer.json()["sentence"]
            assert not Envelope.objects.exists()


def test_more_than_the_server_reads_is_too_large(as_: SignIn, noor: Person) -> None:
    answer = post(as_(noor), "store", b"\0" * (2 * 1024 + 65) * KIB)

    assert answer.status_code == 413
    assert answer.json()["sentence"]


def test_as_much_as_fits_is_read(as_: SignIn, noor: Person) -> None:
    """Two letters of the largest size do not fit in one parcel; one does, with many small ones."""
    contents = [envelope(512 * KIB), *[envelope(16 * KIB) for _ in range(49)]]
    says = [{"id": str(uuid4()), "was": None, "size": len(one)} for one in contents]

    answer = post(as_(noor), "store", pack({"envelopes": says, "remove": []}, contents))

    assert answer.json() == {"stored": 50}


CONTENTS = [
    *[value for value in NASTY if not isinstance(value, str)],
    *("é", "a", "ab=", "a b", "ab/+", "\ud800"),
]
FETCH: list[Any] = [
    *[value for value in NASTY if value != {}],
    {},
    {"ids": None},
    {"ids": ID},
    {"ids": [ID, ID]},
    {"ids": [1]},
    {"ids": [str(uuid4()) for _ in range(201)]},
    {"ids": [ID], "all": True},
    *[{"ids": [value]} for value in NASTY],
]


def test_asking_for_nonsense_gets_a_sentence(
    as_: SignIn, noor: Person, subtests: pytest.Subtests
) -> None:
    client = as_(noor)
    for asked in FETCH:
        with subtests.test(asked=asked):
            Turn.objects.all().delete()  # so many would not be let in
            answer = post(client, "fetch", asked)

            assert answer.status_code == 400
            assert answer.json()["sentence"]


NO_TEXT: list[Any] = [None, True, 0, 1.5, 10**30, [], {}, "\ud800"]
GOOD = {"id": ID, "way": "words", "label": "", "content": b64(wrap()), "replaces": []}
WRAPS: list[tuple[Any, int]] = [
    *[(value, 400) for value in NASTY],
    *[({**GOOD, "id": value}, 400) for value in NASTY],
    *[({**GOOD, "way": value}, 400) for value in NASTY],
    *[({**GOOD, "content": value}, 400) for value in CONTENTS],
    *[({**GOOD, "replaces": value}, 400) for value in NASTY if value != []],
    *[({**GOOD, "label": value}, 400) for value in NO_TEXT],
    ({**GOOD, "label": "a\x00b"}, 422),
    ({**GOOD, "label": "two\nlines"}, 422),
    ({**GOOD, "label": "x" * 61}, 422),
    ({**GOOD, "more": 1}, 400),
    ({**GOOD, "replaces": [ID, ID]}, 400),
    ({**GOOD, "replaces": [ID]}, 409),
    ({**GOOD, "content": ""}, 422),
    ({**GOOD, "content": b64(b"x" * 100)}, 422),
    ({**GOOD, "content": b64(wrap()) + "="}, 400),
    ({**GOOD, "content": b64(wrap(17))}, 422),
    ({**GOOD, "content": b64(wrap(30))}, 422),
    ({**GOOD, "content": b64(wrap(1))}, 422),
    ({**GOOD, "content": b64(wrap(passkey=True))}, 422),
    ({**GOOD, "content": b64(envelope())}, 422),
    ({**GOOD, "content": b64(wrap().replace(b"\n---", b"\n-> a b\n\n---"))}, 422),
    ({**GOOD, "content": b64(envelope(16 * KIB))}, 413),
    ({**GOOD, "way": "passkey"}, 422),
]


def test_a_keyring_that_is_not_right_is_not_kept(
    as_: SignIn, noor: Person, subtests: pytest.Subtests
) -> None:
    client = as_(noor)
    for asked, expected in WRAPS:
        with subtests.test(asked=asked):
            Turn.objects.all().delete()  # so many would not be let in
            answer = post(client, "wrap_add", asked)

            assert answer.status_code == expected, answer.content
            assert answer.json()["sentence"]
            assert not WrappedKey.objects.exists()


def key_lines() -> list[tuple[Any, int]]:
    def said(**says: Any) -> str:
        return Keys().line(**says)

    good = said()
    entry, signature = good.split(".")
    return [
        *[(value, 400) for value in NASTY],
        (entry, 400),
        (f"{entry}.{signature}.", 400),
        (f"{entry}.{signature}\n", 400),
        (f"{entry}.{signature[:-1]}", 400),
        (f"{entry[:-4]}.{signature}", 400),
        (f"{entry}.{b64(bytes(64))}", 422),
        (f"{b64(b'{}')}.{signature}", 400),
        (f"{b64(b'x' * 900)}.{signature}", 400),
        (said(also=1), 400),
        (said(v=2), 400),
        (said(v=True), 400),
        (said(v="1"), 400),
        (said(id="noor"), 400),
        (said(sharing="age1" + "b" * 58), 400),
        (said(sharing="AGE-SECRET-KEY-1"), 400),
        (said(sharing=None), 400),
        (said(signing=b64(bytes(31))), 400),
        (said(signing=b64(b"\xff" * 32)), 422),
        (said(follows=""), 400),
        (said(follows=digest(b"nothing")), 409),
    ]


def test_keys_that_are_not_right_are_not_published(
    as_: SignIn, noor: Person, subtests: pytest.Subtests
) -> None:
    client = as_(noor)
    add_wrap(client)
    for said, expected in key_lines():
        with subtests.test(line=said):
            Turn.objects.all().delete()  # so many would not be let in
            answer = post(client, "publish", {"line": said})

            assert answer.status_code == expected, answer.content
            assert answer.json()["sentence"]
            assert not LogLine.objects.exists()


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"start_over": False},
        {"start_over": 1},
        {"start_over": None},
        {"start_over": True, "remove_envelopes": "yes"},
        {"start_over": True, "remove_envelopes": None},
        {"start_over": True, "line": "a.b"},
        {"line": "a.b", "remove_envelopes": True},
    ],
)
def test_starting_over_is_never_half_meant(as_: SignIn, noor: Person, wish: object) -> None:
    client = as_(noor)
    add_wrap(client)

    assert post(client, "publish", wish).status_code == 400
    assert WrappedKey.objects.exists()


@pytest.mark.parametrize("route", ["store", "fetch", "wrap_add", "publish"])
@pytest.mark.parametrize("kind", ["text/plain", "multipart/form-data; boundary=x", "", "x"])
def test_a_form_is_no_body(as_: SignIn, noor: Person, route: str, kind: str) -> None:
    answer = as_(noor).post(reverse(f"vault:{route}"), b"\xff\0{", content_type=kind)

    assert answer.status_code == 422
    assert answer.json()["sentence"]


@pytest.mark.parametrize("route", ["store", "fetch", "wrap_add", "publish"])
def test_another_verb_is_refused(as_: SignIn, noor: Person, route: str) -> None:
    for verb in ("get", "put", "delete", "patch", "head"):
        answer = getattr(as_(noor), verb)(reverse(f"vault:{route}"))
        assert (answer.status_code, answer["Allow"]) == (405, "POST")


bits = st.binary(max_size=300)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50) | st.just(ID),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=8,
)
says = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(("id", "was", "size", "to", "until"), values)
    | {"id": st.just(ID) | st.uuids(version=4).map(str) | values},
)
headers = st.fixed_dictionaries(
    {}, optional={"envelopes": st.lists(says | values, max_size=3), "remove": values}
).map(json.dumps)


def mutated(parcel: bytes, place: int, change: bytes) -> bytes:
    """The same parcel with some bytes written over."""
    at = place % (len(parcel) + 1)
    return parcel[:at] + change + parcel[at + len(change) :]


parcels = (
    bits
    | st.builds(headed, headers, bits)
    | st.builds(headed, bits, bits)
    | st.builds(mutated, st.just(one()), st.integers(0, 5000), bits)
    | st.builds(one, bits)
    | st.builds(lambda keys: one(**keys), says)
)


def never_breaks(client: Client, route: str, raw: bytes) -> None:
    answer = post(client, route, raw)
    assert answer.status_code < 500, raw
    if answer.status_code != 200:
        assert answer.json()["sentence"]


def test_generated_parcels_never_break_it(
    as_: SignIn, noor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(noor)
    monkeypatch.setattr("hartlijn.vault.views.envelopes.take_a_turn", lambda *_a, **_k: None)

    @settings(
        max_examples=100,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(parcels, st.sampled_from(["store", "fetch", "wrap_add"]))
    def run(raw: bytes, route: str) -> None:
        never_breaks(client, route, raw)

    run()


@pytest.mark.nightly
def test_many_generated_parcels_never_break_it(
    as_: SignIn, noor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = as_(noor)
    for module in ("envelopes", "wraps", "keys"):
        monkeypatch.setattr(f"hartlijn.vault.views.{module}.take_a_turn", lambda *_a, **_k: None)

    @settings(max_examples=10_000, deadline=None, suppress_health_check=list(HealthCheck))
    @given(parcels, st.sampled_from(["store", "fetch", "wrap_add", "publish"]))
    def run(raw: bytes, route: str) -> None:
        never_breaks(client, route, raw)

    run()
