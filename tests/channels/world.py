"""A hundred people at one place and time, and every exit: what leaves is held against the rule.

Nothing here decides when something may arrive but ``reachable``, which has a second opinion of its
own (`test_reachable_properties`); planning, arriving, letters, signs and the calendar are the real
ones, with a database, an outbox and a push service.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.db.models import Q
from icalendar import Calendar

from hartlijn.delivery.actions.letters import send_letters
from hartlijn.delivery.actions.planning import plan_each
from hartlijn.delivery.actions.releasing import release
from hartlijn.delivery.actions.signs import send_signs
from hartlijn.delivery.calendar_feed import feed
from hartlijn.delivery.models import Attempt, Delivery, MailWay, PushDevice
from hartlijn.delivery.signals import arrived
from hartlijn.delivery.tests.servers import PushService
from hartlijn.journal.models import Due
from hartlijn.people.models import (
    DutyLine,
    DutyShift,
    Membership,
    Organisation,
    Person,
    Role,
    Unit,
)
from hartlijn.people.models.default_times import DefaultHours, DefaultWeek
from hartlijn.people.reachable import (
    Duty,
    WorkingTimes,
    duty_from,
    is_on_duty,
    is_reachable,
    reachable_from,
    windows_between,
)
from hartlijn.people.signals import times_changed
from hartlijn.people.tests.reachable_oracle import Scene
from hartlijn.today.calendar import coming_back
from hartlijn.vault.models import Envelope
from tests.channels.lives import A_DAY, Dice, Told, Week, forget, on_the_wall, write

LOOKS = 28
GAPS = [timedelta(minutes=minutes) for minutes in (1, 1, 1, 7, 55, 240, 900, 1500)]
RINGS = timedelta(minutes=30)
THREE_HOURS = timedelta(hours=3)
OTHER_ZONES = ("Europe/Amsterdam", "Asia/Kolkata", "Pacific/Apia", "America/St_Johns")


@dataclass
class Life:
    """One person: what they told now, their duties by line, and what they wait for."""

    person: Person
    told: Told
    times: WorkingTimes
    duties: dict[UUID, list[Duty]] = field(default_factory=dict)
    waiting: dict[UUID, UUID | None] = field(default_factory=dict)
    """By occasion: the line over which it may arrive too."""
    rang: datetime | None = None
    """When something last arrived in a duty."""
    got: Counter[str] = field(default_factory=Counter)

    def has(self, line: UUID, at: datetime, zone: ZoneInfo) -> bool:
        """Whether they have this line at an instant; leave wins over a duty that begins in it."""
        return is_on_duty(at, self.held(line), zone)

    def held(self, line: UUID) -> list[Duty]:
        """Their duties on a line, without those that begin in leave."""
        duties = self.duties.get(line, [])
        return [one for one in duties if not self.times.on_leave(one.start.date())]

    def first(self, at: datetime, line: UUID | None, zone: ZoneInfo) -> datetime | None:
        """The first instant from ``at`` on at which a message may arrive."""
        found = [own] if (own := reachable_from(at, self.times)) else []
        if line:
            found += [max(start, at) for start, _end in duty_from(at, self.held(line), zone)]
        return min(found, default=None)


class World:
    """A scene with people, lines and a clock."""

    def __init__(self, scene: Scene, seed: int, people: int, pushes: PushService) -> None:
        self.scene, self.dice, self.pushes = scene, Dice(scene, f"{seed} {scene}"), pushes
        self.name = f"w{seed}"
        self.at = datetime.combine(scene.date, time(12), UTC) - 6 * A_DAY
        self.heard: list[Delivery] = []
        self.organisation = Organisation.objects.create(
            name="Jeugdzorg", kind=Organisation.Kind.PRACTICE, time_zone=scene.place
        )
        unit = Unit.objects.create(organisation=self.organisation, name="Team")
        self.lines = [
            DutyLine.objects.create(unit=unit, name=name, phone="1", several=True)
            for name in ("Wacht", "Achterwacht")
        ]
        self.default = self._default()
        self.lives = self._people(people, unit)

    def _default(self) -> Week:
        """The week of the organisation, in half of the worlds."""
        week = self.dice.week() if self.dice.happens(0.5) else None
        if week is not None:
            row = DefaultWeek.objects.create(organisation=self.organisation)
            DefaultHours.objects.bulk_create(
                DefaultHours(week=row, weekday=one.weekday, start=one.start, end=one.end)
                for one in week
            )
        return week

    def _people(self, count: int, unit: Unit) -> dict[UUID, Life]:
        dice = self.dice
        people = [
            Person(
                name=f"{self.name}x{number}",
                email=f"{self.name}x{number}@voorbeeld.nl",
                password="!",
                time_zone=self.scene.place
                if dice.happens(0.75)
                else dice.random.choice(OTHER_ZONES),
            )
            for number in range(count)
        ]
        Person.objects.bulk_create(people)
        since = self.scene.date - 90 * A_DAY
        Membership.objects.bulk_create(
            Membership(
                person=one, organisation=self.organisation, unit=unit, role=Role.MEMBER,
                starts_on=since,
            )
            for one in people
        )  # fmt: skip
        told = {one: dice.told() for one in people}
        write(told)
        self._ways(people)
        return {one.pk: Life(one, said, self._times(one, said)) for one, said in told.items()}

    def _ways(self, people: list[Person]) -> None:
        """A letter for two of three, a sign for one of three, and something that comes back."""
        for number, one in enumerate(people):
            if number % 3:
                address = EmailAddress.objects.create(user=one, email=one.email, verified=True)
                MailWay.objects.create(person=one, address=address)
            else:
                PushDevice.objects.create(
                    person=one,
                    endpoint=self.pushes.device(one.name),
                    label="Telefoon",
                    renewal_digest=one.name,
                )
            if number % 10 == 0:
                for day in self.dice.days(4):
                    letter = Envelope.objects.create(
                        id=uuid4(), author=one, content=b"closed", digest=uuid4().hex, size=6
                    )
                    Due.objects.create(envelope=letter, owner=one, due_on=day)

    def _times(self, person: Person, told: Told) -> WorkingTimes:
        return told.times(ZoneInfo(person.time_zone), self.default, self.dice.listed)

    def run(self) -> None:
        """Days of messages, other times, other rosters and standstills; then a quiet week."""
        arrived.connect(self._hear)
        try:
            for _number in range(LOOKS):
                self.at += self.dice.random.choice(GAPS)
                with time_machine.travel(self.at, tick=False):
                    self._live()
                    self._look(0.8)
            self._rest()
        finally:
            arrived.disconnect(self._hear)

    def _hear(self, deliveries: list[Delivery], **_: object) -> None:
        self.heard.extend(deliveries)

    # What happens

    def _live(self) -> None:
        touched = {life.person.pk for life in self._some(0.02)}
        self._change([self.lives[pk] for pk in touched])
        touched |= self._rosters()
        for pk in touched:
            times_changed.send(Person, about=self.lives[pk].person)
        fresh = self._write()
        mine = Q(receiver__in=touched) | Q(occasion__in=fresh)
        self._planned_for_the_first_instant(Delivery.objects.held().filter(mine))
        for life in self._some(0.002):
            self._calendar(life)

    def _some(self, chance: float) -> Iterator[Life]:
        yield from (life for life in self.lives.values() if self.dice.happens(chance))

    def _change(self, lives: list[Life]) -> None:
        """Somebody tells other times."""
        for life in lives:
            life.told = self.dice.told()
            life.times = self._times(life.person, life.told)
        if lives:
            write({life.person: life.told for life in lives})

    def _rosters(self) -> set[UUID]:
        """Somebody is put on duty, and somebody is taken off."""
        touched = set()
        for life in self._some(0.025):
            pk = life.person.pk
            line = self.dice.random.choice(self.lines)
            if life.duties.get(line.pk) and self.dice.happens(0.5):
                life.duties[line.pk] = []
                DutyShift.objects.filter(person=pk, line=line).delete()
            else:
                one = self.dice.duty(self.at)
                if one.start in {other.start for other in life.duties.get(line.pk, [])}:
                    continue
                life.duties.setdefault(line.pk, []).append(one)
                DutyShift.objects.create(line=line, person=life.person, **on_the_wall(one))
            touched.add(pk)
        return touched

    def _write(self) -> set[UUID]:
        """Messages to some; about half of them cannot wait."""
        zone = self.scene.zone
        messages = {life.person.pk: uuid4() for life in self._some(0.05)}
        marked = {
            occasion: self.dice.random.sample(self.lines, self.dice.random.randint(1, 2))
            for pk, occasion in messages.items()
            if self.dice.happens(0.5)
        }
        plan_each(
            {pk: [occasion] for pk, occasion in messages.items()}, at=self.at, cannot_wait=marked
        )
        rows = Delivery.objects.filter(occasion__in=messages.values())
        planned = dict(rows.values_list("occasion", "duty_line"))
        for pk, occasion in messages.items():
            life, line = self.lives[pk], planned[occasion]
            having = [one.pk for one in marked.get(occasion, []) if life.has(one.pk, self.at, zone)]
            assert (line in having) if having else (line is None), self._case(life, "its line")
            life.waiting[occasion] = line
        return set(messages.values())

    # What must hold

    def _planned_for_the_first_instant(self, rows: Iterable[Delivery]) -> None:
        """Not only found at the next look: it is planned for the very instant."""
        for row in rows:
            life = self.lives[row.receiver_id]
            first = life.first(self.at, row.duty_line_id, self.scene.zone)
            planned = max(row.opens_at, self.at) if row.opens_at else None
            assert planned == first, self._case(life, f"planned {planned}, could {first}")

    def _look(self, up: float) -> None:
        """Each kind of work is up, or away for a while; as it happens."""
        if self.dice.happens(up):
            self._arrivals()
        if self.dice.happens(up):
            self._letters()
        if self.dice.happens(up):
            self._signs()

    def _arrivals(self) -> None:
        self.heard.clear()
        release(self.at)
        for one in self.heard:
            life = self.lives[one.receiver_id]
            assert one.occasion in life.waiting, self._case(life, "a second time")
            line = life.waiting.pop(one.occasion)
            on_duty = line is not None and life.has(line, self.at, self.scene.zone)
            assert is_reachable(self.at, life.times) or on_duty, self._case(life, "in Hartlijn")
            life.rang = self.at if on_duty else life.rang
            life.got["message"] += 1
        for life in self.lives.values():
            if life.waiting:
                assert not self._could(life), self._case(life, "it could have arrived")

    def _could(self, life: Life) -> bool:
        return is_reachable(self.at, life.times) or any(
            line is not None and life.has(line, self.at, self.scene.zone)
            for line in life.waiting.values()
        )

    def _letters(self) -> None:
        mail.outbox.clear()
        send_letters(self.at)
        self._left("letter", [letter.to[0].partition("@")[0] for letter in mail.outbox])

    def _signs(self) -> None:
        before = len(self.pushes.asked)
        send_signs(self.at, self.pushes.rules)
        self._left("sign", [path.strip("/") for path in self.pushes.asked[before:]])

    def _left(self, kind: str, names: list[str]) -> None:
        """Outside own times only just after something that could not wait arrived in a duty."""
        by_name = {life.person.name: life for life in self.lives.values()} if names else {}
        assert len(set(names)) == len(names), f"two of a {kind} at once: {names}"
        for life in (by_name[name] for name in names):
            rang = life.rang is not None and life.rang <= self.at < life.rang + RINGS
            on_duty = rang and any(life.has(one.pk, self.at, self.scene.zone) for one in self.lines)
            assert is_reachable(self.at, life.times) or on_duty, self._case(life, kind)
            life.got[kind] += 1

    def _calendar(self, life: Life) -> None:
        """Each line is at work that begins that day or later, and no earlier such work is left."""
        own = Due.objects.filter(owner=life.person).values_list("due_on", flat=True)
        lines = Calendar.from_ical(feed(life.person, coming_back(life.person, self.at))).events
        shown = {line.decoded("dtstart").astimezone(UTC) for line in lines}
        for moment in shown:
            assert is_reachable(moment, life.times), self._case(life, f"calendar {moment}")
        today = self.at.astimezone(life.times.zone).date()
        for day in (day for day in own if day >= today):
            first = self._first_work_from(life, day)
            assert first is None or first in shown, self._case(life, f"calendar lacks {first}")

    def _first_work_from(self, life: Life, day: object) -> datetime | None:
        """Within ten days, looked for among whole stretches; work without an end says nothing."""
        zone = life.times.zone
        begin = datetime.combine(day, time(), zone).astimezone(UTC)  # type: ignore[arg-type]
        for opens, closes in windows_between(begin - 3 * A_DAY, begin + 10 * A_DAY, life.times):
            if closes - opens > A_DAY:
                return None
            if opens.astimezone(zone).date() >= day and opens >= begin:  # type: ignore[operator]
                return opens
        return None

    # How it ends

    def _rest(self) -> None:
        """Everybody has an ordinary week again: what still waited is there, and nothing is lost."""
        DefaultWeek.objects.all().delete()
        DutyShift.objects.all().delete()
        forget(life.person for life in self.lives.values())
        self.at += 21 * A_DAY
        nothing = Told(None, {}, (), frozenset(), (), frozenset(), frozenset())
        self.default = None
        with time_machine.travel(self.at, tick=False):
            for life in self.lives.values():
                life.duties, life.rang, life.told = {}, None, nothing
                life.times = self._times(life.person, nothing)
                times_changed.send(Person, about=life.person)
        for _number in range(8 * 10):
            with time_machine.travel(self.at, tick=False):
                self._look(1)
            self.at += THREE_HOURS
            if not (Delivery.objects.held().exists() or Attempt.objects.planned().exists()):
                break
        self._nothing_is_lost()

    def _nothing_is_lost(self) -> None:
        assert not Delivery.objects.held().exists()
        assert not Attempt.objects.planned().exists()
        ways = {"letter": MailWay.objects, "sign": PushDevice.objects}
        for kind, chosen in ways.items():
            for pk in chosen.values_list("person", flat=True):
                life = self.lives[pk]
                assert not life.waiting, self._case(life, "it never came")
                assert bool(life.got[kind]) == bool(life.got["message"]), self._case(life, kind)

    def _case(self, life: Life, what: str) -> str:
        return f"{what} at {self.at:%Y-%m-%dT%H:%M:%SZ} for {life} in {self.scene}"
