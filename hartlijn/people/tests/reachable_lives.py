"""Generated lives: working times and instants crowded around the days on which clocks jump."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from hypothesis import strategies as st

from hartlijn.people.reachable import Leave, Shift, Window, WorkingTimes
from hartlijn.people.tests.reachable_oracle import Scene, reachable_minutes

SCENES = (
    Scene("Europe/Amsterdam", "2026-10-25", ("02:00", "03:00")),
    Scene("Europe/Amsterdam", "2027-03-28", ("02:00", "03:00")),
    Scene("Europe/Amsterdam", "2026-12-31"),
    Scene("Europe/Amsterdam", "2028-02-29"),
    Scene("Australia/Lord_Howe", "2027-04-04", ("01:30", "02:00")),
    Scene("Australia/Lord_Howe", "2026-10-04", ("02:00", "02:30")),
    Scene("America/St_Johns", "2010-11-07", ("23:01", "00:01")),  # back into the day before
    Scene("America/St_Johns", "2011-03-13", ("00:01", "01:01")),
    Scene("America/Santiago", "2027-04-04", ("23:00", "00:00")),
    Scene("America/Santiago", "2026-09-06", ("00:00", "01:00")),  # there is no midnight
    Scene("America/Havana", "2026-11-01", ("00:00", "01:00")),  # there are two midnights
    Scene("Antarctica/Troll", "2027-03-28", ("01:00", "03:00")),
    Scene("Pacific/Apia", "2011-12-30"),  # this day is left out
    Scene("Asia/Kolkata", "2026-10-25"),  # nothing happens
)
SHIFTS = [time(7), time(8, 30), time(13, 59), time(17), time(22), time(0)]
LENGTHS = [timedelta(minutes=minutes) for minutes in (1, 30, 60, 90, 240, 510, 540, 1440, 2160)]
OFFSETS = st.sampled_from((0, -1, 1)) | st.integers(-9, 9)


@dataclass(frozen=True)
class Life:
    """A person at a scene, asked about at two instants, who then takes more leave."""

    scene: Scene
    times: WorkingTimes
    at: datetime
    another: datetime
    more_leave: Leave

    @cached_property
    def works(self) -> bytes:
        """One byte per minute of the scan: 1 where the person works, by the second opinion."""
        return bytes(reachable_minutes(self.scene, self.times))

    @property
    def on_more_leave(self) -> WorkingTimes:
        return replace(self.times, leave=(*self.times.leave, self.more_leave))


def lives_at(scene: Scene) -> st.SearchStrategy[Life]:
    """Any mixture of weeks, overlapping rosters, nights, exceptions, leave and holidays."""

    def day(offset: int) -> date:
        return scene.date + timedelta(days=offset)

    def shift(offset: int, start: time, length: timedelta) -> Shift:
        begin = datetime.combine(day(offset), start)
        return Shift(begin, begin + length)

    def instant(offset: int, moment: time) -> datetime:
        return datetime.combine(day(offset), moment, tzinfo=scene.zone).astimezone(UTC)

    clock = st.sampled_from([time.fromisoformat(jump) for jump in scene.jump] + SHIFTS)
    clock |= st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
    some_days = st.frozensets(OFFSETS.map(day), max_size=4)
    leaves = st.builds(
        lambda first, days: Leave(day(first), day(first + days)),
        OFFSETS,
        st.sampled_from((0, 0, 1, 5)),
    )
    times = st.builds(
        WorkingTimes,
        zone=st.just(scene.zone),
        weekly=st.none()
        | st.lists(st.builds(Window, st.integers(0, 6), clock, clock), max_size=6).map(tuple),
        shifts=st.lists(st.builds(shift, OFFSETS, clock, st.sampled_from(LENGTHS)), max_size=5).map(
            tuple
        ),
        explicit_days=some_days,
        leave=st.lists(leaves, max_size=2).map(tuple),
        public_holidays=some_days,
    )
    instants = st.builds(instant, st.integers(-5, 5), clock | st.times())
    return st.builds(Life, st.just(scene), times, instants, instants, leaves)


LIVES = st.one_of([lives_at(scene) for scene in SCENES])
