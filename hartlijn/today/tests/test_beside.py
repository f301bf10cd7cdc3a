"""The columns beside the own places say what the querysets say, for everybody in a small world."""

from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from hartlijn.delivery.models import Delivery
from hartlijn.dialogues.models import Dialogue, Lead, LeadNotice
from hartlijn.paths.models import Notice, Path, Reminder, Step
from hartlijn.paths.tests.conftest import Work, work
from hartlijn.paths.tests.factories import begun
from hartlijn.people.duty import duties_near
from hartlijn.people.models import Companionship, DutyLine, DutyShift, Person
from hartlijn.people.tests.factories import walking_along
from hartlijn.signalling.models import AnswerNotice, Signal
from hartlijn.today.beside import beside

__all__ = ["work"]
pytestmark = pytest.mark.django_db
NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)


def by_querysets(person: Person) -> dict[str, bool | str | None]:
    """The same questions, each asked by its own rule."""
    reminders = Reminder.objects.visible_to(person)
    notices = Notice.objects.visible_to(person)
    come = Delivery.objects.visible_to(person).exclude(occasion__in=reminders.values("pk"))
    come = come.exclude(occasion__in=notices.values("pk"))
    answers = AnswerNotice.objects.visible_to(person).values("pk")
    leads = LeadNotice.objects.visible_to(person).values("pk")
    here = Delivery.objects.visible_to(person)
    come = come.exclude(occasion__in=answers).exclude(occasion__in=leads)
    walks = Companionship.objects.accepted().filter(companion=person)
    return {
        "has_come": come.exists(),
        "is_answered": here.filter(occasion__in=answers).exists(),
        "has_lead": here.filter(occasion__in=leads).exists(),
        "has_path": Path.objects.filter(starter=person).exists(),
        "walks_on_a_path": Path.objects.filter(starter__in=walks.values("starter")).exists(),
        "has_duty_near": duties_near(person, timezone.now()).exists(),
        "awaited": notices.order_by("kind", "pk").values_list("kind", flat=True).first(),
    }


def by_columns(person: Person) -> dict[str, bool | str | None]:
    columns = beside(person, timezone.now().date())
    return dict(Person.objects.filter(pk=person.pk).annotate(**columns).values(*columns).get())


def an_answer(work: Work) -> AnswerNotice:
    day = NOW.date()
    signal = Signal.objects.create(
        organisation=work.team.organisation, to_name="Bestuur", text="Tijd", answer_by=day,
        left_on=day,
    )  # fmt: skip
    return AnswerNotice.objects.create(signal=signal, person=work.noor)


def a_lead(work: Work) -> LeadNotice:
    dialogue = Dialogue.objects.create(organisation=work.team.organisation, title="Tijd")
    lead = Lead.objects.create(dialogue=dialogue, kind="practice", text="Tijd maken")
    return LeadNotice.objects.create(lead=lead, person=work.noor, kind="asked")


@time_machine.travel(NOW, tick=False)
def test_they_agree_for_everybody_whatever_there_is(work: Work, stranger: Person) -> None:
    people = (work.noor, work.sam, work.fatima, work.ines, stranger)
    seen: set[tuple[str, bool | str | None]] = set()

    def agree() -> None:
        for person in people:
            assert by_columns(person) == by_querysets(person), person.name
            seen.update(by_columns(person).items())

    agree()
    begun(work.template, work.noor, work.ines, unit=work.team)
    agree()
    step = Step.objects.all()[0]
    reminder = Reminder.objects.create(person=work.sam, step=step, for_day=NOW.date())
    arrived, held = Delivery.State.ARRIVED, Delivery.State.HELD
    for receiver, occasion, state in (
        (work.sam, reminder.pk, arrived),
        (work.fatima, uuid4(), held),
        (work.fatima, uuid4(), arrived),
    ):
        Delivery.objects.create(
            receiver=receiver, occasion=occasion, channel=Delivery.Channel.IN_APP, state=state
        )
        agree()
    for kind in (Notice.Kind.PROMISE, Notice.Kind.MEETING):
        notice = Notice.objects.create(
            path=step.side.path, person=work.noor, kind=kind, about=uuid4()
        )
        Delivery.objects.create(
            receiver=work.noor, occasion=notice.pk, channel=Delivery.Channel.IN_APP, state=arrived
        )
        agree()
    for row in (an_answer(work), a_lead(work)):
        for state in (held, arrived):
            Delivery.objects.update_or_create(
                receiver=work.noor,
                occasion=row.pk,
                channel=Delivery.Channel.IN_APP,
                defaults={"state": state},
            )
            agree()
    asked = walking_along(work.noor, stranger, accepted=False)
    agree()
    asked.accepted_on = NOW.date()
    asked.save()
    agree()
    asked.ended_on = NOW.date()
    asked.save()
    line = DutyLine.objects.create(unit=work.team, name="Achterwacht")
    for days, person in zip((-9, -1, 0, 1, 9), people, strict=True):
        day = NOW.date() + timedelta(days=days)
        DutyShift.objects.create(
            line=line,
            person=person,
            starts_on=day,
            starts_at=time(9),
            ends_on=day,
            ends_at=time(17),
        )
        agree()

    kinds = {Notice.Kind.MEETING.value, Notice.Kind.PROMISE.value, None}
    assert {word for name, word in seen if name == "awaited"} == kinds
    assert len(seen) == 2 * 6 + len(kinds), "each of the others was seen as yes and as no"
