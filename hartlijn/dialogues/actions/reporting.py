"""Change a sentence of the report, take that back, tie themes together, note what goes along."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_report
from hartlijn.dialogues.models import Dialogue, ReportEdit, Taken, Thread
from hartlijn.dialogues.report.text import Sentence
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import Refused, require
from hartlijn.people.models import Person

MOST_THREADS = 12


class ChangedMeanwhileError(Exception):
    """Somebody else changed the same sentence since the page was opened."""

    def __init__(self, text: str) -> None:
        """Keep what stands there now."""
        super().__init__()
        self.text = text


@transaction.atomic
def edit(  # noqa: PLR0913 - a sentence, the words, and what they were written over
    dialogue: Dialogue, sentence: Sentence, *, language: str, text: str, seen: str, by: Person
) -> ReportEdit:
    """Own words instead of a sentence; what it rests on stays. Raises ``ChangedMeanwhileError``."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_report(by, held))
    known = held.edits.filter(key=sentence.key, language=language).first()
    if (known.text if known else "") != seen:
        raise ChangedMeanwhileError(known.text if known else "")
    edited, _made = ReportEdit.objects.update_or_create(
        dialogue=held,
        key=sentence.key,
        language=language,
        defaults={
            "text": text,
            "over": sentence.text("en" if language == "en" else "nl"),
            "numbers": list(sentence.contributions),
            "edited_by": by,
            "edited_on": civil_day(),
        },
    )
    return edited


@transaction.atomic
def take_back(dialogue: Dialogue, key: str, language: str, *, by: Person) -> None:
    """The sentence is again as it writes itself."""
    require(may_report(by, dialogue))
    dialogue.edits.filter(key=key, language=language).delete()


@transaction.atomic
def tie(
    dialogue: Dialogue, *, text: str, text_other: str, numbers: Iterable[int], by: Person
) -> Thread:
    """A sentence of the summary that rests on these contributions."""
    held = Dialogue.objects.select_for_update().get(pk=dialogue.pk)
    require(may_report(by, held))
    if held.threads.count() >= MOST_THREADS:
        raise Refused(_("Er staan al twaalf zinnen. Haal er eerst een weg."))
    last = held.threads.aggregate(last=Max("order"))["last"] or 0
    return Thread.objects.create(
        dialogue=held, order=last + 1, text=text, text_other=text_other, numbers=list(numbers)
    )


@transaction.atomic
def untie(thread: Thread, *, by: Person) -> None:
    """The sentence goes out of the summary."""
    require(may_report(by, thread.dialogue))
    thread.delete()


def note_taken(dialogue: Dialogue, kind: str, language: str, *, by: Person) -> None:
    """Note that a file went along: what leaves the house can be looked up."""
    require(may_report(by, dialogue))
    Taken.objects.get_or_create(
        dialogue=dialogue, kind=kind, language=language, by=by, on_day=civil_day()
    )
