"""Everything a person told about when they work, in one question to the database.

Vandaag asks it on every visit. It is written out in SQL because the ORM takes ten times longer
to put these eight questions together than a database takes to answer them.
"""

from collections.abc import Sequence
from datetime import date, time
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection

from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Person


class Row(NamedTuple):
    """One thing told: a told day by its source, or week, shift, span, leave, works, free, skipped.

    And one thing that an organisation told: ``default``, the week of the newest place that has one.

    ``first`` and ``last`` are days, ``start`` and ``end`` clock times. A free day and a usual
    week without hours have no ``start``; what a kind does not need is None without saying so.
    """

    kind: str
    first: date
    start: time | None
    last: date
    end: time
    weekday: int | None


EVERYTHING: Final = """
SELECT pattern.person_id, 'week' AS kind, CAST(NULL AS date) AS first_day, hours.start, CAST(NULL AS date) AS last_day,
       hours."end", hours.weekday
  FROM people_weeklypattern AS pattern
  LEFT JOIN people_weeklyhours AS hours ON hours.pattern_id = pattern.id
 WHERE pattern.person_id IN {people}
UNION ALL
SELECT place.person_id, 'default', NULL, hours.start, NULL, hours."end", hours.weekday
  FROM people_membership AS place
  JOIN people_defaultweek AS week ON week.organisation_id = place.organisation_id
  LEFT JOIN people_defaulthours AS hours ON hours.week_id = week.id
 WHERE place.person_id IN {people} AND place.starts_on <= %(today)s
   AND (place.ends_on IS NULL OR place.ends_on > %(today)s)
   AND NOT EXISTS (
       SELECT 1
         FROM people_membership AS newer
         JOIN people_defaultweek AS named ON named.organisation_id = newer.organisation_id
        WHERE newer.person_id = place.person_id AND newer.starts_on <= %(today)s
          AND (newer.ends_on IS NULL OR newer.ends_on > %(today)s)
          AND (newer.starts_on > place.starts_on
               OR newer.starts_on = place.starts_on AND newer.id > place.id))
UNION ALL
SELECT told.person_id, told.source, told.day, shift.start, NULL, shift."end", NULL
  FROM people_toldday AS told
  LEFT JOIN people_toldshift AS shift ON shift.told_day_id = told.id
 WHERE told.person_id IN {people} AND told.day BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT roster.person_id, 'shift', shift.starts_on, shift.starts_at, shift.ends_on, shift.ends_at, NULL
  FROM people_roster AS roster
  JOIN people_rostershift AS shift ON shift.roster_id = roster.id
 WHERE roster.person_id IN {people} AND shift.starts_on BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT roster.person_id, 'span', span.first, NULL, span.last, NULL, NULL
  FROM people_roster AS roster
  JOIN people_rosterspan AS span ON span.roster_id = roster.id
 WHERE roster.person_id IN {people} AND span.first <= %(last)s AND span.last >= %(first)s
UNION ALL
SELECT leave.person_id, 'leave', leave.first, NULL, leave.last, NULL, NULL
  FROM people_leaveperiod AS leave
 WHERE leave.person_id IN {people} AND leave.first <= %(last)s AND leave.last >= %(first)s
UNION ALL
SELECT choice.person_id, CASE WHEN choice.works THEN 'works' ELSE 'free' END, choice.day, NULL, choice.day, NULL, NULL
  FROM people_holidaychoice AS choice
 WHERE choice.person_id IN {people} AND choice.day BETWEEN %(first)s AND %(last)s
UNION ALL
SELECT skipped.person_id, 'skipped', skipped.monday, NULL, NULL, NULL, NULL
  FROM people_skippedweek AS skipped
 WHERE skipped.person_id IN {people} AND skipped.monday BETWEEN %(first)s AND %(last)s
"""


def told_by(person: Person, first: date, last: date) -> list[Row]:
    """What counts from the first to the last day, both included; the usual week always does."""
    return told_by_each([person], first, last)[person.pk]


def told_by_each(people: Sequence[Person], first: date, last: date) -> dict[UUID, list[Row]]:
    """The same of several people, in one question as well; by key, also who told nothing."""
    told: dict[UUID, list[Row]] = {person.pk: [] for person in people}
    names = [f"person{number}" for number in range(len(people))]
    keys = [Person._meta.pk.get_db_prep_value(person.pk, connection) for person in people]
    asked = {
        **dict(zip(names, keys, strict=True)),
        "first": connection.ops.adapt_datefield_value(first),
        "last": connection.ops.adapt_datefield_value(last),
        "today": connection.ops.adapt_datefield_value(civil_day()),
    }
    if not people:
        return told
    listed = ", ".join(f"%({name})s" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(EVERYTHING.format(people=f"({listed})"), asked)
        for key, kind, begin, start, until, end, weekday in cursor.fetchall():
            row = Row(kind, _day(begin), _clock(start), _day(until), _clock(end), weekday)
            told[key if isinstance(key, UUID) else UUID(key)].append(row)
    return told


def _day(value: date | str) -> date:
    """A day as PostgreSQL gives it, or the text that SQLite keeps."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _clock(value: time | str) -> time:
    return time.fromisoformat(value) if isinstance(value, str) else value
