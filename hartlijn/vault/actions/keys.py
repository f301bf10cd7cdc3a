"""Publish keys in the key log, and start over when they are lost."""

from typing import Final

from django.db import connection, transaction
from django.utils.translation import gettext_lazy as _

from hartlijn.consent.actions import note_own
from hartlijn.consent.models import LogEntry
from hartlijn.people.models import Person
from hartlijn.vault.actions import hold
from hartlijn.vault.key_lines import START, KeyLine, next_head, read_line, require_signed
from hartlijn.vault.models import Envelope, KeyHolder, LogLine, WrappedKey
from hartlijn.vault.refusals import Clash
from hartlijn.vault.signals import started_over

NOT_KEPT: Final = _("Bewaar eerst je zes woorden. Daarna kunnen anderen je iets geven.")
CHANGED: Final = _("Je sleutels zijn intussen veranderd. Laad de pagina opnieuw.")


@transaction.atomic
def publish(line: KeyLine, *, by: Person) -> None:
    """Append the own line to the key log; publishing it again changes nothing."""
    hold(by)
    holder = KeyHolder.objects.filter(person=by).first()
    if holder is None:
        raise Clash(NOT_KEPT)
    _hold_log()
    former = LogLine.objects.filter(log_id=line.id).order_by("-position").first()
    if former and former.line == line.line and holder.log_id == line.id:
        return
    _require_next(line, former, holder)
    _append(line)
    if holder.log_id is None:
        holder.log_id = line.id
        holder.save(update_fields=["log_id"])
    note_own(by, LogEntry.Did.CHANGED)


def _require_next(line: KeyLine, former: LogLine | None, holder: KeyHolder) -> None:
    """The first line under an id nobody has, or the next one under the own id."""
    mine = former is not None and holder.log_id == line.id
    free = former is None and holder.log_id is None
    if not (mine or free):
        raise Clash(CHANGED)
    after = read_line(former.line) if former else None
    if line.follows != (after.digest if after else None):
        raise Clash(CHANGED)
    require_signed(line, after=after)


def _hold_log() -> None:
    """One at a time, so that positions have no gaps. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        table = connection.ops.quote_name(LogLine._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def _append(line: KeyLine) -> None:
    last = LogLine.objects.order_by("-position").first()
    LogLine.objects.create(
        position=last.position + 1 if last else 1,
        log_id=line.id,
        line=line.line,
        head=next_head(last.head if last else START, line.line),
    )


@transaction.atomic
def start_over(*, by: Person, remove_envelopes: bool) -> None:
    """The keys are lost: the next ones get another id in the log.

    What was sealed to the old keys stays, and stays closed, unless the person has the own
    private envelopes removed. What was given and received is not touched.
    """
    hold(by)
    WrappedKey.objects.visible_to(by).delete()
    KeyHolder.objects.filter(person=by).delete()
    if remove_envelopes:
        Envelope.objects.private_of(by).delete()
    started_over.send(Person, person=by)
    note_own(by, LogEntry.Did.CHANGED)
