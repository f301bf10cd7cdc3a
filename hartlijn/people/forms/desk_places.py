"""Look through the people of an organisation, and change somebody's place in it."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from hartlijn.people.actions.memberships import Place
from hartlijn.people.forms.desk_fields import FromField, UnitField, UntilField, check_period
from hartlijn.people.models import Membership, Organisation, Role

NOW: Final = ""
OVER: Final = "over"


class PeopleFilter(forms.Form):
    """Which people to show; a word it does not know filters nothing."""

    unit = UnitField(empty_label=_("Elk onderdeel"))
    role = forms.ChoiceField(
        label=_("Rol"), choices=[("", _("Elke rol")), *Role.choices], required=False
    )
    state = forms.ChoiceField(
        label=_("Wie"),
        choices=[
            (NOW, _("Wie er nu bij hoort of nog begint")),
            (OVER, _("Wie er niet meer bij hoort")),
        ],
        required=False,
    )

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.organisation = organisation
        field = self.fields["unit"]
        assert isinstance(field, UnitField)  # noqa: S101 - tells the type checker
        field.of(organisation)

    def places(self) -> QuerySet[Membership]:
        """The places asked for."""
        self.is_valid()
        asked = self.cleaned_data
        places = Membership.objects.filter(organisation=self.organisation)
        places = places.over() if asked.get("state") == OVER else places.not_over()
        if asked.get("role"):
            places = places.filter(role=asked["role"])
        if unit := asked.get("unit"):
            places = places.filter(Q(unit=unit) | Q(unit__parent=unit))
        return places


class PlaceForm(forms.Form):
    """Another unit or another period."""

    unit = UnitField()
    starts_on = FromField()
    ends_on = UntilField()

    def __init__(self, data: Mapping[str, Any] | None = None, *, membership: Membership) -> None:
        initial = {name: getattr(membership, name) for name in ("unit", "starts_on", "ends_on")}
        super().__init__(data, initial=initial)
        field = self.fields["unit"]
        assert isinstance(field, UnitField)  # noqa: S101 - tells the type checker
        field.of(membership.organisation)

    def clean(self) -> dict[str, Any]:
        """Ending somebody's place now has a page of its own."""
        cleaned = super().clean() or {}
        too_late = _("Kies een dag na vandaag. Nu stoppen doe je met ‘Deze plek beëindigen’.")
        check_period(self, cleaned, too_late=too_late)
        return cleaned

    def place(self) -> Place:
        """What was filled in."""
        filled = self.cleaned_data
        return Place(filled["unit"], filled["starts_on"], filled["ends_on"])
