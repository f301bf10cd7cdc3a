"""No number on a path says anything of the person whose path it is."""

from typing import Final

from django.apps import apps
from django.db.models import (
    BooleanField,
    DecimalField,
    Field,
    FloatField,
    ForeignKey,
    IntegerField,
)

NUMBERS: Final = {
    "paths.Template.number": "which version of the template counts",
    "paths.TemplateVersion.number": "the place of a version among those of its template",
    "paths.Step.place": "the order in which the template has its steps",
    "paths.Promise.place": "the order in which the template has its promises",
    "paths.Promise.amount": "hours, cases, weeks or meetings the organisation promised",
    "paths.Change.amount": "the same, as both agreed anew",
    "paths.Agreed.place": "the order in which lines came on the screen",
    "paths.MeetingYes.id": "the key of a row",
    "paths.HandOverItem.place": "the order in which a proposal has its items",
    "paths.StepRole.id": "the key of a row",
}
"""Every number in the tables of this app, and why it is there."""

YES_OR_NO: Final = {
    "paths.Step.is_of_organisation": "whether the organisation has a part in the step",
    "paths.Step.is_for_both": "whether school and employer both see the step",
    "paths.HandOverItem.is_picked": "whether the starter takes the item along",
}


def fields(*kinds: type["Field[object, object]"]) -> set[str]:
    """The fields of these kinds, as ``app.Model.field``."""
    return {
        f"paths.{model.__name__}.{item.name}"
        for model in apps.get_app_config("paths").get_models()
        for item in model._meta.concrete_fields
        if isinstance(item, kinds) and not isinstance(item, ForeignKey)
    }


def test_each_number_has_a_reason_that_is_not_the_starter() -> None:
    assert fields(IntegerField, FloatField, DecimalField) == set(NUMBERS)
    assert fields(BooleanField) == set(YES_OR_NO)
