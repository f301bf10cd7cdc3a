"""What every page asks beside the own places: columns of a query that is asked anyway.

In SQL, because the ORM took a quarter of Vandaag to put these together. Each says what a
``visible_to`` or another queryset says too, and a test holds that they agree.
"""

from datetime import date, timedelta
from typing import Any, Final

from django.db import connection
from django.db.models import BooleanField, CharField, Field
from django.db.models.expressions import RawSQL

from hartlijn.people.models import Person

# No clock in the world reads another day than the one before or after that of UTC.
_ANY_CLOCK: Final = timedelta(days=1)

HAS_COME: Final = """EXISTS (
    SELECT 1
      FROM delivery_delivery AS come
     WHERE come.receiver_id = %s AND come.state = 'arrived'
       AND come.occasion NOT IN (
           SELECT reminder.id FROM paths_reminder AS reminder WHERE reminder.person_id = %s)
       AND come.occasion NOT IN (
           SELECT notice.id FROM paths_notice AS notice WHERE notice.person_id = %s)
       AND come.occasion NOT IN (
           SELECT answer.id FROM signalling_answernotice AS answer WHERE answer.person_id = %s)
       AND come.occasion NOT IN (
           SELECT lead.id FROM dialogues_leadnotice AS lead WHERE lead.person_id = %s))"""
"""Something arrived; a reminder or notice is no letter, it stands on Vandaag itself."""

IS_ANSWERED: Final = """EXISTS (
    SELECT 1
      FROM signalling_answernotice AS answer
      JOIN delivery_delivery AS come ON come.occasion = answer.id
     WHERE answer.person_id = %s AND come.state = 'arrived')"""
"""An answer to a signal arrived, and was not looked at."""

AWAITED: Final = """(
    SELECT notice.kind
      FROM paths_notice AS notice
     WHERE notice.person_id = %s
     ORDER BY notice.kind, notice.id
     LIMIT 1)"""
"""What of a path waits for somebody, by kind."""

HAS_LEAD: Final = """EXISTS (
    SELECT 1
      FROM dialogues_leadnotice AS notice
      JOIN delivery_delivery AS come ON come.occasion = notice.id
     WHERE notice.person_id = %s AND come.state = 'arrived')"""
"""Somebody is asked to take up what a dialogue led to, or the day of it came."""

HAS_PATH: Final = "EXISTS (SELECT 1 FROM paths_path AS own WHERE own.starter_id = %s)"

WALKS_ON_A_PATH: Final = """EXISTS (
    SELECT 1
      FROM people_companionship AS tie
      JOIN paths_path AS path ON path.starter_id = tie.starter_id
     WHERE tie.companion_id = %s AND tie.ended_on IS NULL AND tie.accepted_on IS NOT NULL)"""

HAS_DUTY_NEAR: Final = """EXISTS (
    SELECT 1
      FROM people_dutyshift AS duty
     WHERE duty.person_id = %s AND duty.ends_on >= %s AND duty.starts_on <= %s)"""


def beside(person: Person, day: date) -> dict[str, RawSQL]:
    """Columns for ``annotate``; ``day`` is the day of UTC."""
    me = Person._meta.pk.get_db_prep_value(person.pk, connection)
    near = (
        connection.ops.adapt_datefield_value(day - _ANY_CLOCK),
        connection.ops.adapt_datefield_value(day + _ANY_CLOCK),
    )
    asked: dict[str, tuple[str, tuple[Any, ...], Field[Any, Any]]] = {
        "has_come": (HAS_COME, (me,) * 5, BooleanField()),
        "has_lead": (HAS_LEAD, (me,), BooleanField()),
        "is_answered": (IS_ANSWERED, (me,), BooleanField()),
        "has_path": (HAS_PATH, (me,), BooleanField()),
        "walks_on_a_path": (WALKS_ON_A_PATH, (me,), BooleanField()),
        "has_duty_near": (HAS_DUTY_NEAR, (me, *near), BooleanField()),
        "awaited": (AWAITED, (me,), CharField()),
    }
    return {
        name: RawSQL(sql, values, output_field=kind)  # noqa: S611 - no word of it comes from outside
        for name, (sql, values, kind) in asked.items()
    }
