"""Whom a path is for, by which template, and on which dates."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from hartlijn.paths.days.schedule import may_hang_on
from hartlijn.paths.definitions import PathTemplate
from hartlijn.paths.models import Side, Template
from hartlijn.paths.telling.vocabulary import ANCHORS, said, word
from hartlijn.paths.words import UnreadableError, template_of
from hartlijn.people.forms.desk_fields import TEN_YEARS
from hartlijn.people.forms.times_fields import DayField
from hartlijn.people.models import Membership, Organisation, Role
from hartlijn.people.unit_tree import label


class PlaceField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django knows no such brackets
    """Somebody who starts here, with where."""

    def label_from_instance(self, obj: Any) -> str:
        """Name and unit."""
        unit = label(obj.unit)
        return f"{obj.person.name} ({unit})" if unit else obj.person.name


class TemplateField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django knows no such brackets
    """A template by its title."""

    def label_from_instance(self, obj: Any) -> str:
        """Its title."""
        return said(obj.version.body.get("title"))


class WhoseForm(forms.Form):
    """A starter of the organisation without a path here, and a template."""

    place = PlaceField(
        Membership.objects.none(), label=_("Voor wie?"), empty_label=_("Kies iemand")
    )
    template = TemplateField(
        Template.objects.none(), label=_("Welk traject?"), empty_label=_("Kies een traject")
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, organisation: Organisation
    ) -> None:
        super().__init__(data)
        here = Side.objects.running().filter(organisation=organisation)
        places = Membership.objects.not_over().filter(
            organisation=organisation, role=Role.STARTER, person__is_active=True
        )
        places = places.filter(~Exists(here.filter(path__starter=OuterRef("person"))))
        fields: dict[str, Any] = self.fields
        fields["place"].queryset = places.select_related("person", "unit__parent").order_by(
            "person__name", "pk"
        )
        usable = Template.objects.usable().filter(organisation=organisation)
        fields["template"].queryset = usable.select_related("version")

    def clean_template(self) -> Template:
        """One that today's Hartlijn can read."""
        template: Template = self.cleaned_data["template"]
        assert template.version is not None  # noqa: S101 - usable says there is one
        try:
            template_of(template.version)
        except UnreadableError as error:
            sentence = _("Dit traject is van een oudere Hartlijn. Pas het eerst aan in het klad.")
            raise ValidationError(sentence) from error
        return template


class DatesForm(forms.Form):
    """A day for each date the template hangs on."""

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        content: PathTemplate,
        initial: Mapping[str, date] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(initial or {}))
        self.content = content
        for name in content.anchors:
            self.fields[name] = DayField(
                label=word(ANCHORS, name).capitalize(), back=TEN_YEARS, ahead=TEN_YEARS
            )

    def clean(self) -> dict[str, Any]:
        """Dates that do not contradict each other."""
        cleaned = super().clean() or {}
        if not self.errors and not (verdict := may_hang_on(self.content, self.days())):
            self.add_error(None, str(verdict.reason))
        return cleaned

    def days(self) -> dict[str, date]:
        """The days by date."""
        return {name: self.cleaned_data[name] for name in self.content.anchors}
