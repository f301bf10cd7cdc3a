"""What a starter says at a fixed moment of how an organisation is doing, in chosen words."""

from datetime import date
from typing import Any, ClassVar
from uuid import uuid4

from django.db import models

from hartlijn.lib.civil_day import civil_day
from hartlijn.paths.models.path import Side
from hartlijn.people.models import Person


class EvaluationQuerySet(models.QuerySet["Evaluation"]):
    """Answers: their own to who gave them, and to the door of figures as rows to count."""

    def visible_to(self, viewer: Person) -> "EvaluationQuerySet":
        """Those one gave. No role opens those of another."""
        return self.filter(side__path__starter=viewer)

    def said_between(self, first: date, last: date) -> "EvaluationQuerySet":
        """Those of a stretch of days, the last one included."""
        return self.filter(said_on__range=(first, last))

    def to_count(self) -> Any:
        """Organisation, path, question and word: only for ``stats/disclosure.py``.

        Figures count paths and not rows: of somebody who answered at two moments the last counts.
        """
        return self.order_by("said_on", "pk").values_list(
            "side__organisation", "side__path", "question", "word"
        )


class Evaluation(models.Model):
    """One word on one question at one moment. There is no place for a text."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    side = models.ForeignKey(Side, on_delete=models.CASCADE, related_name="evaluations")
    moment = models.CharField(max_length=60)  # the key of a step of the kind evaluation
    question = models.CharField(max_length=60)  # the key of an evaluation in content
    word = models.CharField(max_length=60)  # the key of one of its words
    said_on = models.DateField(default=civil_day)

    objects: ClassVar = EvaluationQuerySet.as_manager()

    class Meta:
        """A question has one word at a moment; the last counts."""

        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["side", "moment", "question"], name="a_question_has_one_word_at_a_moment"
            ),
        ]

    def __str__(self) -> str:
        """Say of which moment."""
        return f"{self.side_id} {self.moment}"
