"""Whatever is sent to the pages of working times: a page, a redirect or a sentence; never a 500."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import AT_NIGHT, SignIn
from hartlijn.people.forms.times_hours import FREE, OWN
from hartlijn.people.models import Person, UsualShift

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FINE = {HTTPStatus.OK, HTTPStatus.FOUND, HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY}
WORDS = st.one_of(
    st.sampled_from([*UsualShift.Kind.values, FREE, OWN, "works", "08:30", "24:00", "7"]),
    st.dates().map(str),
    st.times().map(str),
    st.text(max_size=20),
    st.integers().map(str),
)
DAYS = [f"day-{number}" for number in range(7)]
CLOCKS = [f"{day}-{side}-1" for day in DAYS for side in ("from", "to")]
BODIES = {
    "week/": [*DAYS, *CLOCKS],
    "week/skip/": ["week"],
    "week/clear/": ["week"],
    "pattern/": [*DAYS, *CLOCKS],
    "shifts/": [f"{kind}-{side}" for kind in UsualShift.Kind.values for side in ("from", "to")],
    "exception/": ["day", "hours", "hours-from-1", "hours-to-1"],
    "leave/": ["first", "last"],
    "holidays/": ["2026-12-25", "2027-01-01"],
    "rosters/": ["name", "file"],
}


@pytest.fixture
def send(as_: SignIn, noor: Person) -> Callable[..., int]:
    """Send something to a page and answer the status."""
    client = as_(noor)
    return lambda page, data: client.post(f"/me/times/{page}", data).status_code


@pytest.mark.parametrize("page", BODIES)
@settings(
    max_examples=12 if AT_NIGHT else 6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_whatever_is_typed_gets_a_page(
    send: Callable[..., int], page: str, data: st.DataObject
) -> None:
    body = data.draw(st.dictionaries(st.sampled_from(BODIES[page]), WORDS, max_size=6))

    assert send(page, body) in FINE


@settings(
    max_examples=12 if AT_NIGHT else 6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(content=st.binary(max_size=200), name=st.text(max_size=80))
def test_whatever_file_is_brought_gets_a_page(
    send: Callable[..., int], content: bytes, name: str
) -> None:
    calendar = SimpleUploadedFile("rooster.ics", b"BEGIN:VCALENDAR\r\n" + content)

    assert send("rosters/", {"name": name, "file": calendar}) in FINE


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(week=st.one_of(st.text(max_size=12), st.from_regex(r"[0-9]{4}-W[0-9]{2}", fullmatch=True)))
def test_whatever_week_is_asked_gets_a_page(as_: SignIn, noor: Person, week: str) -> None:
    assert as_(noor).get("/me/times/week/", {"week": week}).status_code in FINE
