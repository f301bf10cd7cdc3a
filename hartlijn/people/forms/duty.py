"""A line that is answered at any hour, and who answers it when."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.forms.times_fields import ClockField, DayField
from hartlijn.people.forms.times_rosters import RosterFileForm
from hartlijn.people.models import DutyLine, Membership, Person
from hartlijn.people.reachable import LONGEST_DUTY, Duty

Data = Mapping[str, Any] | None
PHONE: Final = re.compile(r"\+?[0-9(][0-9 ()\-]*")
SHORTEST, LONGEST = 3, 15  # digits: 112, and what the world has numbers for
A_DAY: Final = timedelta(days=1)


class LineForm(forms.Form):
    """What a line is called, its number, and how many people have it at once."""

    name = PlainTextField(
        label=_("Hoe heet deze lijn?"),
        max_length=60,
        help_text=_("Bijvoorbeeld Achterwacht of Bereikbaarheidsdienst."),
        error_messages={"required": _("Geef de lijn een naam.")},
    )
    phone = PlainTextField(
        label=_("Telefoonnummer"),
        max_length=30,
        help_text=_("Het nummer waarop iemand altijd opneemt. Geen eigen nummer van iemand."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        error_messages={"required": _("Vul het telefoonnummer van de lijn in.")},
    )
    several = forms.BooleanField(
        label=_("Er kunnen twee of meer mensen tegelijk dienst hebben"), required=False
    )

    def __init__(self, data: Data = None, *, line: DutyLine | None = None) -> None:
        fields = ("name", "phone", "several")
        super().__init__(data, initial={one: getattr(line, one) for one in fields} if line else {})

    def clean_phone(self) -> str:
        """Refuse what a phone cannot dial."""
        phone: str = self.cleaned_data["phone"]
        digits = sum(sign.isdecimal() for sign in phone)
        if not PHONE.fullmatch(phone) or not SHORTEST <= digits <= LONGEST:
            raise ValidationError(
                _("Dit is geen telefoonnummer. Schrijf het als 0118 12 34 56 of +31 6 1234 5678.")
            )
        return phone


class PersonOfUnitField(forms.ModelChoiceField):  # type: ignore[type-arg] # Django knows no such brackets
    """Somebody who is in the unit of a line now."""

    def __init__(self) -> None:
        super().__init__(
            Person.objects.none(),
            label=_("Wie heeft dienst?"),
            empty_label=_("Kies iemand"),
            error_messages={
                "required": _("Kies wie er dienst heeft."),
                "invalid_choice": _("Deze persoon hoort niet meer bij dit team. Kies iemand."),
            },
        )

    def of(self, line: DutyLine) -> None:
        """Offer those who are in the unit today."""
        places = Membership.objects.active().filter(unit=line.unit, person__isnull=False)
        self.queryset = Person.objects.filter(pk__in=places.values("person")).order_by("name", "pk")


def _offer(form: forms.Form, line: DutyLine) -> None:
    field = form.fields["person"]
    assert isinstance(field, PersonOfUnitField)  # noqa: S101 - tells the type checker
    field.of(line)


class DutyForm(forms.Form):
    """One duty, over midnight or over days."""

    person = PersonOfUnitField()
    starts_on = DayField(label=_("Van welke dag?"), back=LONGEST_DUTY)
    starts_at = ClockField(label=_("Hoe laat begint het?"))
    ends_at = ClockField(label=_("Hoe laat is het voorbij?"))
    ends_on = DayField(
        label=_("Op welke dag is het voorbij?"),
        back=LONGEST_DUTY,
        required=False,
        help_text=_("Leeg: dezelfde dag, of na middernacht de volgende."),
    )

    def __init__(self, data: Data = None, *, line: DutyLine) -> None:
        super().__init__(data)
        _offer(self, line)

    def clean(self) -> dict[str, Any]:
        """Put the duty together."""
        cleaned = super().clean() or {}
        parts = [cleaned.get(name) for name in ("starts_on", "starts_at", "ends_at")]
        if self.errors or None in parts:
            return cleaned
        day, begins, ends = parts
        start = datetime.combine(day, begins)  # type: ignore[arg-type]
        until = cleaned.get("ends_on") or (day if ends > begins else day + A_DAY)  # type: ignore[operator]
        end = datetime.combine(until, ends)  # type: ignore[arg-type]
        if end <= start:
            self.add_error("ends_on", _("Dit ligt niet na het begin. Kies een latere dag of tijd."))
        elif end - start > LONGEST_DUTY:
            self.add_error("ends_on", _("Een dienst duurt hoogstens 14 dagen. Deel hem op."))
        else:
            cleaned["duty"] = Duty(start, end)
        return cleaned


class DutyFileForm(RosterFileForm):
    """A file with the duties of one person, in the place of those that lie ahead."""

    person = PersonOfUnitField()
    field_order = ("person", "file")

    def __init__(self, *args: Any, line: DutyLine, **options: Any) -> None:
        super().__init__(*args, **options)
        _offer(self, line)
