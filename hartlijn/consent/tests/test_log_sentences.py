"""Whatever stands in the own log reads as a sentence, in both languages."""

import pytest
from django.utils import translation

from hartlijn.consent import actions, listeners
from hartlijn.consent.log_sentences import (
    AT_AN_ORGANISATION,
    IN_THE_INSTALLATION,
    sentence_for,
)
from hartlijn.consent.models import LogEntry
from hartlijn.consent.summary import readable
from hartlijn.people.models import Organisation, Person

pytestmark = pytest.mark.django_db
Did, What = LogEntry.Did, LogEntry.What
PAIRS = [("employer", *pair) for pair in AT_AN_ORGANISATION] + [
    ("", *pair) for pair in IN_THE_INSTALLATION
]


@pytest.mark.parametrize(("where", "did", "what"), PAIRS)
def test_everything_that_can_be_done_has_a_sentence_in_both_languages(
    noor: Person, ines: Person, employer: Organisation, where: str, did: str, what: str
) -> None:
    by = noor if what == What.KEYS else ines
    place = employer.pk if where else None
    entry = LogEntry(
        about_id=noor.pk, by_id=by.pk, organisation_id=place, as_role="coordinator",
        did=did, what=what,
    )  # fmt: skip

    told, said = {}, {}
    for language in ("nl", "en"):
        with translation.override(language):
            told[language] = str(sentence_for(entry))
            said[language] = readable([entry])[0].text

    assert told["nl"] != told["en"]
    for text in said.values():
        assert text.endswith(".")
        assert (by == noor) or ("Ines Pereira (co" in text)
        assert ("Zeeuwse Jeugdzorg" in text) is bool(where)


def test_every_word_of_the_log_is_used_in_a_sentence() -> None:
    pairs = [*AT_AN_ORGANISATION, *IN_THE_INSTALLATION]

    assert {did for did, _what in pairs} == set(Did)
    assert {what for _did, what in pairs} == set(What)


def test_what_has_no_sentence_is_not_written(
    noor: Person, ines: Person, employer: Organisation
) -> None:
    with pytest.raises(LookupError, match="looked keys"):
        listeners.looked([noor], ines, employer, What.KEYS)
    with pytest.raises(LookupError, match="invited keys"):
        actions.note_own(noor, Did.INVITED)

    assert not LogEntry.objects.exists()


def test_who_is_gone_is_still_said_as_what(noor: Person, employer: Organisation) -> None:
    listeners.started(noor, None, employer)

    with translation.override("nl"):
        (line,) = readable(LogEntry.objects.visible_to(noor))

    assert line.text == (
        "Iemand die geen account meer heeft (coördinator) gaf je een plek bij Zeeuwse Jeugdzorg."
    )
