"""Whatever somebody brings as a roster file, the answer is a roster or a sentence."""

from time import process_time
from zoneinfo import ZoneInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, settings
from hypothesis import strategies as st

from hartlijn.people.forms.times_rosters import RosterFileForm
from hartlijn.people.roster import (
    LARGEST_FILE,
    MOST_SHIFTS,
    Problem,
    Roster,
    RosterError,
    shifts_from_ical,
)
from hartlijn.people.roster.lines import number_of_lines
from hartlijn.people.tests.roster_files import AMSTERDAM, LATE, TODAY, VTIMEZONE, event, ical

VALID = ical(
    VTIMEZONE,
    LATE,
    event(
        "UID:2",
        "DTSTART;TZID=Europe/Amsterdam:20261019T083000",
        "DTEND;TZID=Europe/Amsterdam:20261019T170000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;UNTIL=20270101T000000Z",
        "EXDATE;VALUE=DATE:20261102",
        "RDATE:20261104T083000Z",
    ),
    event("UID:2", "RECURRENCE-ID:20261116T083000", "DTSTART:20261117T083000", "DURATION:P1DT2H"),
    event("DTSTART;VALUE=DATE:20261222", "DTEND;VALUE=DATE:20270104", "TRANSP:OPAQUE"),
)
WORDS = [
    b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VCALENDAR", b"DTSTART", b"DTEND", b"DURATION:", b"RRULE:",
    b"FREQ=", b"DAILY", b"YEARLY", b"UNTIL=", b"COUNT=", b"INTERVAL=", b"BYDAY=", b"TZID=", b"VALUE=",
    b"PERIOD", b"00010101T000000", b"99991231T235959Z", b"20261025T023000", b"20260229", b"P", b"T", b"Z",
    b"-", b";", b":", b",", b"=", b'"', b"\r\n", b"\r\n ", b"\n", b"\0", b"\xff", b"\\", b"9999999999",
    b"../../etc/passwd", b"Europe", b"Pacific/Apia", "é😀".encode(), "\u202e".encode(),
]  # fmt: skip


def answer(content: bytes) -> Roster | Problem:
    found = read_or_refused(content)
    return found.problem if isinstance(found, RosterError) else found


def read_or_refused(content: bytes) -> Roster | RosterError:
    try:
        return shifts_from_ical(content, AMSTERDAM, TODAY)
    except RosterError as error:
        return error


@st.composite
def spoiled(draw: st.DrawFn) -> bytes:
    """A good file in which some bytes were cut, doubled or replaced."""
    content = VALID
    for _time in range(draw(st.integers(1, 6))):
        first = draw(st.integers(0, len(content)))
        last = first + draw(st.sampled_from((0, 0, 1, 2, 8, 40)))
        put = draw(
            st.sampled_from(WORDS) | st.binary(max_size=4) | st.just(content[first:last] * 2)
        )
        content = content[:first] + put + content[last:]
    return content


@st.composite
def made_up(draw: st.DrawFn) -> bytes:
    """An event of which every line is any mixture of words that such files know."""
    names = st.sampled_from((b"DTSTART", b"DTEND", b"DURATION", b"RRULE", b"RDATE", b"EXDATE"))
    values = st.lists(st.sampled_from(WORDS), max_size=6).map(b"".join)
    lines = [draw(names) + b":" + draw(values) for _line in range(draw(st.integers(0, 5)))]
    return b"\r\n".join(
        [
            b"BEGIN:VCALENDAR",
            b"BEGIN:VEVENT",
            b"DTSTART:20261025T023000",
            *lines,
            b"END:VEVENT",
            b"END:VCALENDAR",
        ]
    )


def test_the_good_file_is_good() -> None:
    found = answer(VALID)

    assert isinstance(found, Roster)
    assert len(found.shifts) == 13


def said_about(content: bytes) -> str:
    """What somebody reads who brings this file; empty when it can be used."""
    upload = SimpleUploadedFile("rooster.ics", content)
    form = RosterFileForm({}, {"file": upload}, zone="Europe/Amsterdam", today=TODAY)
    return " ".join(str(error) for error in form.errors.get("file", []))


def check(content: bytes) -> None:
    """A roster, or a sentence that names a line of this file; never anything else."""
    lines = number_of_lines(content)
    found = read_or_refused(content)
    if isinstance(found, RosterError):
        assert 1 <= found.line <= lines
        if content:  # an empty file is refused before it is read
            assert said_about(content).startswith(f"Regel {found.line}: {found.why.value}")
        return
    assert found.shifts
    assert found.spans
    assert all(1 <= one.line <= lines for one in found.refusals)
    assert all(1 <= found.lines[shift] <= lines for shift in found.shifts)


@settings(max_examples=2_000, derandomize=True, deadline=None)
@given(st.binary() | spoiled() | made_up())
def test_any_bytes_give_a_roster_or_a_sentence_with_its_line(content: bytes) -> None:
    check(content)


@pytest.mark.nightly
@settings(max_examples=100_000, deadline=None)
@given(st.binary() | spoiled() | made_up())
def test_a_hundred_thousand_files_give_a_roster_or_a_sentence(content: bytes) -> None:
    check(content)


FOLDED = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:een naam die
  over drie
\t regels gaat
DTSTART;TZID=Europe/
 Amsterdam:2026
 1020T14
%s
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    ("content", "line", "why"),
    [
        (b"\n\n\ndatum;van;tot", 4, Problem.NOT_A_CALENDAR),
        (b"", 1, Problem.NOT_A_CALENDAR),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", 3, Problem.DAMAGED),
        (b"BEGIN:VCALENDAR\n\n\nBEGIN:VEVENT\nDTSTART:20261020T140000", 4, Problem.DAMAGED),
        (FOLDED % b" 9999", 6, Problem.NOT_READABLE),
        (FOLDED % b" 0000", 2, Problem.NO_END),
        (FOLDED % b" 0000\r\nDTEND:2026\r\n morgen", 10, Problem.NOT_READABLE),
        (FOLDED % b" 0000\r\nDURATION:P\r\n T0S", 10, Problem.ENDS_TOO_EARLY),
        (FOLDED % b" 0000\r\nDURATION:lang", 10, Problem.NOT_READABLE),
        (FOLDED % b" 0000\r\nDURATION:P9D", 10, Problem.TOO_LONG),
        (
            FOLDED % b" 0000\r\nDURATION:PT8H\r\nEXDATE:20261021\r\nEXDATE:ooit",
            12,
            Problem.NOT_READABLE,
        ),
        (
            ical(event("DTSTART:20200101T090000", "DURATION:PT8H", "RRULE:FREQ=HOURLY")),
            11,
            Problem.TOO_INTRICATE,
        ),
        (VALID + b" " * LARGEST_FILE, 1 + VALID.count(b"\r\n"), Problem.TOO_LARGE),
    ],
)
def test_a_refusal_names_the_first_line_of_what_is_wrong(
    content: bytes, line: int, why: Problem
) -> None:
    with pytest.raises(RosterError) as refused:
        shifts_from_ical(content, AMSTERDAM, TODAY)

    assert (refused.value.line, refused.value.why) == (line, why)


def test_a_shift_that_is_left_out_names_its_line_and_the_others_are_read() -> None:
    found = shifts_from_ical(
        ical(LATE, event("DTSTART:20261021T090000", "DTEND:gauw")), AMSTERDAM, TODAY
    )

    (left_out,) = found.refusals
    assert (left_out.problem, left_out.line) == (Problem.NOT_READABLE, 23)
    assert [found.lines[shift] for shift in found.shifts] == [10]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", Problem.NOT_A_CALENDAR),
        (b"%PDF-1.7", Problem.NOT_A_CALENDAR),
        (b"datum;van;tot", Problem.NOT_A_CALENDAR),
        (VALID[:-30], Problem.DAMAGED),
        (VALID.removesuffix(b"END:VCALENDAR\r\n"), Problem.DAMAGED),
        (
            ical(*[event("DTSTART:19000102T000000", "RRULE:FREQ=DAILY;COUNT=999")] * 31),
            Problem.TOO_MANY,
        ),
        (VALID + b"END:VCALENDAR", Problem.DAMAGED),
        (ical(), Problem.NO_SHIFTS),
        (ical(event("DTSTART:20200101T090000", "DURATION:PT8H")), Problem.NO_SHIFTS),
        (VALID + b" " * LARGEST_FILE, Problem.TOO_LARGE),
    ],
)
def test_a_file_of_which_nothing_can_be_used_is_refused(content: bytes, problem: Problem) -> None:
    assert answer(content) is problem


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\r\n", b""])
def test_a_file_may_begin_with_a_mark_or_an_empty_line(start: bytes) -> None:
    assert answer(start + VALID) == answer(VALID)


def test_two_thousand_shifts_are_read_and_one_more_is_not() -> None:
    shifts = [
        event(f"DTSTART:202611{day:02}T{hour:02}{minute:02}00", "DURATION:PT1H")
        for day in range(1, 31)
        for hour in range(24)
        for minute in (0, 15, 30)
    ]

    assert isinstance(answer(lean(shifts[:MOST_SHIFTS])), Roster)
    assert answer(lean(shifts[: MOST_SHIFTS + 1])) is Problem.TOO_MANY


def lean(events: list[tuple[str, ...]]) -> bytes:
    return b"\r\n".join(
        line
        for line in ical(*events).split(b"\r\n")
        if line.startswith((b"BEGIN:V", b"END:V", b"DT", b"DURATION:PT1H"))
        and b"VALARM" not in line
    )


BUSY = {
    "one endless line": (b"DTSTART:" + b"20261019T090000," * 60_000,),
    "endless parameters": (b"DTSTART" + b";X=Y" * 200_000 + b":20261019T090000",),
    "many days left out": (
        b"DTSTART:20261019T090000",
        b"DURATION:PT1H",
        b"EXDATE:" + b",".join([b"20261020T090000"] * 60_000),
    ),
    "a daily rule since the year 1": (
        b"DTSTART:00010102T000000",
        b"DURATION:PT1H",
        b"RRULE:FREQ=DAILY",
    ),
    "a whole year that comes back daily": (
        b"DTSTART;VALUE=DATE:20200101",
        b"DTEND;VALUE=DATE:20280101",
        b"RRULE:FREQ=DAILY",
    ),
    "every day since the year one": (
        b"DTSTART:00010102T090000",
        b"DURATION:PT1H",
        b"RRULE:FREQ=DAILY",
    ),
    "a rule that never matches": (
        b"DTSTART:20261019T090000",
        b"DURATION:PT1H",
        b"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    ),
    "as many events as fit": (
        b"END:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:20200101T090000\r\n" * 17_000,
    ),
    "boxes in boxes": (b"BEGIN:X\r\n" * 100_000,),
}


@pytest.mark.parametrize("name", BUSY)
def test_no_file_keeps_the_server_busy(name: str) -> None:
    lines = [b"BEGIN:VCALENDAR", b"BEGIN:VEVENT", *BUSY[name], b"END:VEVENT", b"END:VCALENDAR"]
    before = process_time()

    answer(b"\r\n".join(lines)[:LARGEST_FILE])

    assert process_time() - before < 5


def test_every_day_since_the_year_one_is_read_from_last_week_on() -> None:
    """And not walked through from the year one: that took seconds, for a file of one line."""
    old = ical(event("DTSTART:00010102T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY"))
    before = process_time()

    found = shifts_from_ical(old, ZoneInfo("Europe/Amsterdam"), TODAY)

    assert process_time() - before < 0.3
    assert len(found.shifts) == 7 + 1 + 180


def test_a_zone_of_one_file_never_changes_the_next() -> None:
    """The parser's own cache of zones is shared by everybody; we keep out of it."""
    theirs = event("DTSTART;TZID=Customized Time Zone:20261020T220000", "DURATION:PT9H")

    answer(ical(VTIMEZONE, theirs))
    found = shifts_from_ical(ical(theirs), ZoneInfo("Europe/Amsterdam"), TODAY)

    assert found.shifts[0].start.hour == 22
