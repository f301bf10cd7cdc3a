"""Say at a fixed moment how the organisation is doing."""

from collections.abc import Mapping

from django.db import transaction

from hartlijn.lib.verdict import require
from hartlijn.paths.access import may_evaluate
from hartlijn.paths.actions.steps import hold
from hartlijn.paths.models import Evaluation, Step
from hartlijn.people.models import Person


@transaction.atomic
def say(step: Step, words: Mapping[str, str], *, by: Person) -> None:
    """Keep a word for each question; a question without one stays open.

    The step is not marked as done by it: others see that, and need not know that she answered.
    """
    held = hold(step)
    require(may_evaluate(by, held))
    there = Evaluation.objects.filter(side=held.side, moment=held.key)
    same = [one.pk for one in there if words.get(one.question) == one.word]
    there.exclude(pk__in=same).delete()
    kept = set(there.values_list("question", flat=True))
    Evaluation.objects.bulk_create(
        Evaluation(side=held.side, moment=held.key, question=question, word=word)
        for question, word in words.items()
        if word and question not in kept
    )
