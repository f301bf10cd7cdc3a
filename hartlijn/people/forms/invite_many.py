"""Invite many people at once: a list is read, shown with what is wrong, and then sent whole."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.civil_day import civil_day
from hartlijn.people import guest_list
from hartlijn.people.actions.guests import member_places, place_of, waiting_places
from hartlijn.people.actions.invitations import Guest
from hartlijn.people.guest_lines import Row, judge
from hartlijn.people.models import Organisation, Role, Unit
from hartlijn.people.unit_tree import in_order, names

MEMBER: Final = _("Deze persoon heeft deze plek al. Haal de rij weg.")
WAITING: Final = _("Voor dit adres ligt deze uitnodiging al klaar. Haal de rij weg.")
NO_FILE: Final = _("Er kwam geen bestand aan. Kies het opnieuw, of plak de lijst hieronder.")


class GuestListForm(forms.Form):
    """A file or a pasted list. The list itself travels in the form until it is sent."""

    file = forms.FileField(
        label=_("Bestand uit je rekenblad"),
        required=False,
        help_text=_("Bewaar het blad als CSV. Hoogstens 500 rijen."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        error_messages={"invalid": NO_FILE, "missing": NO_FILE, "empty": guest_list.EMPTY},
    )
    rows = forms.CharField(
        label=_("Of plak de lijst hier"),
        required=False,
        strip=False,
        help_text=_("De eerste rij zegt wat er in elke kolom staat."),
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*args, **options)
        self.organisation = organisation
        self.found: list[Row] = []
        self.unused: tuple[str, ...] = ()

    def clean(self) -> dict[str, Any]:
        """Read the list, and look at every row."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        upload: UploadedFile[bytes] | None = cleaned.get("file")
        content = upload.read(guest_list.LARGEST + 1) if upload else b""
        found = guest_list.read(content) if upload else guest_list.read_text(cleaned["rows"])
        if upload:
            self._carry(guest_list.decode(content))
        if found.problem:
            raise ValidationError(found.problem)  # type: ignore[arg-type] # a lazy text is one
        self.unused = found.unused
        units = in_order(self.organisation)
        self.units = {unit.pk: unit for unit in units}
        known = names(units)
        self.found = judge(found.lines, known, civil_day())
        for row in self.found:
            row.role_name = Role(row.role).label if row.role else row.line.role
            row.unit_name = known.path(row.unit) or row.line.unit
        self._notice_places()
        if self.has_problems:
            self["rows"].label = _("De lijst")
            self["rows"].help_text = _("Verander wat niet klopt. De rest blijft staan.")
        return cleaned

    def _carry(self, text: str) -> None:
        """Let the list of a file travel along to the next step as if it was pasted."""
        self.data = {**self.data, "rows": text.replace("\0", "\ufffd")}

    def _notice_places(self) -> None:
        """Only places in this very organisation are looked at."""
        good = [row for row in self.found if not row.problems]
        emails = [row.email for row in good]
        members = member_places(emails, self.organisation)
        self.waiting = waiting_places(emails, self.organisation)
        for row in good:
            place = place_of(self._guest(row))
            if place in members:
                row.problems.append(MEMBER)
            elif place in self.waiting:
                row.problems.append(WAITING)

    @property
    def has_problems(self) -> bool:
        """Whether something stands in the way of sending."""
        return any(row.problems for row in self.found)

    @property
    def is_sent_already(self) -> bool:
        """Whether each letter of this list waits for its answer: the form was sent twice."""
        problems: list[list[str | Promise]] = [row.problems for row in self.found]
        return bool(problems) and all(found == [WAITING] for found in problems)

    def guests(self) -> list[Guest]:
        """Who is in the list."""
        return [self._guest(row) for row in self.found]

    def _guest(self, row: Row) -> Guest:
        unit: Unit | None = self.units.get(row.unit)  # type: ignore[call-overload] # its own key
        return Guest(
            email=row.email,
            role=row.role,
            name=row.name,
            unit=unit,
            starts_on=row.starts_on,
            ends_on=row.ends_on,
        )
