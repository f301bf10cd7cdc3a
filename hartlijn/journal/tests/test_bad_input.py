"""Damaged, swapped or hand-made: a sentence and a number below 500, and nothing is kept."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import AT_NIGHT, SignIn
from hartlijn.journal.models import Due
from hartlijn.journal.tests.waiting import NEXT, URL, a_letter, ask
from hartlijn.people.models import Person

pytestmark = pytest.mark.django_db
ID = "7d4f1c1e-58a3-4f0b-9a52-0c9b6c1f7e21"
NASTY: list[Any] = [
    True, False, 0, -1, 1.5, 10**30, "", " ", "a\x00b", "\ud800", "é" * 100, [], {}, [[]],
    "00000000-0000-0000-0000-000000000000", ID.upper(), ID[:-1], ID + "0", "2026-02-30",
    "2026-W10-1", "99999-01-01", "2026-12-08T08:30", "tomorrow", "<script>", "../../etc",
]  # fmt: skip
WHOLE: list[str | bytes] = [
    " ", "{", "[]", "1", "null", "\ufeff{}", '{"object": "a"}', '{"when": null}',
    f'{{"object": "{ID}", "object": "{ID}", "when": null}}',
    f'{{"object": "{ID}", "when": null, "kind": "parked"}}',
    f'{{"object": "{ID}", "when": null, "text": "geheim"}}',
    f'{{"object": "{ID}", "when": NaN}}',
    "[" * 40_000, b'{"object": "\xff"}',
]  # fmt: skip


def by_number(value: object) -> str:
    """A name for a case that is the same in every run."""
    del value
    return "case"


@pytest.mark.parametrize("sent", WHOLE, ids=by_number)
def test_what_cannot_be_read_is_refused(as_: SignIn, noor: Person, sent: str | bytes) -> None:
    answer = ask(as_(noor), sent)

    assert answer.status_code == 400
    assert "opnieuw" in answer.json()["sentence"]


@pytest.mark.parametrize("value", NASTY, ids=by_number)
@pytest.mark.parametrize("name", ["object", "when"])
def test_any_other_value_is_refused(as_: SignIn, noor: Person, name: str, value: Any) -> None:
    wish = {"object": str(a_letter(noor).pk), "when": NEXT, name: value}

    answer = ask(as_(noor), wish)

    assert answer.status_code == 400
    assert answer.json()["sentence"]
    assert not Due.objects.exists()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_form_of_another_page_is_refused(as_: SignIn, noor: Person, kind: str) -> None:
    wish = f'{{"object": "{a_letter(noor).pk}", "when": "{NEXT}"}}'

    answer = as_(noor).post(URL, wish, content_type=kind)

    assert answer.status_code == 422
    assert not Due.objects.exists()


@pytest.mark.parametrize("verb", ["put", "patch", "delete", "options"])
def test_another_verb_is_refused(as_: SignIn, noor: Person, verb: str) -> None:
    answer = getattr(as_(noor), verb)(URL)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, POST"


@settings(
    max_examples=150 if AT_NIGHT else 60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    sent=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=10,
    )
    | st.fixed_dictionaries(
        {"object": st.just(ID) | st.text(), "when": st.text() | st.dates().map(str)}
    )
)
def test_whatever_is_sent_has_an_answer(as_: SignIn, noor: Person, sent: object) -> None:
    answer = ask(as_(noor), sent)

    assert 400 <= answer.status_code < 500
    assert answer.json()["sentence"]
    assert not Due.objects.exists()
