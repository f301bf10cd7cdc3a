"""A roster file. Only its times are read; the file itself is not kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.lib.public_fetch import may_be_fetched
from hartlijn.people import roster
from hartlijn.people.models import Roster

MOST_ROSTERS = 20


def sentence_about(error: roster.RosterError) -> str:
    """Why nothing in a file can be used, and on which line; with the shift that was left out."""
    where = _("Regel %(line)s: %(sentence)s")
    said = where % {"line": error.line, "sentence": _(error.why.value)}
    return f"{said} {_(error.problem.value)}" if error.left_out else said


class RosterFileForm(forms.Form):
    """A new file for a roster that is there."""

    file = forms.FileField(
        label=gettext_lazy("Bestand uit je roosterprogramma"),
        help_text=gettext_lazy(
            "De naam eindigt op .ics. We lezen alleen de tijden; het bestand bewaren we niet."
        ),
        widget=forms.FileInput(attrs={"accept": ".ics,text/calendar"}),
        error_messages={
            "required": gettext_lazy("Kies eerst het bestand uit je roosterprogramma."),
            "invalid": gettext_lazy(
                "Er kwam geen bestand aan. Kies het bestand en probeer opnieuw."
            ),
            "missing": gettext_lazy(
                "Er kwam geen bestand aan. Kies het bestand en probeer opnieuw."
            ),
            "empty": gettext_lazy(
                "Dit bestand is leeg. Download het opnieuw en kies het dan weer."
            ),
        },
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        files: Any = None,
        *,
        zone: str,
        today: date,
    ) -> None:
        """Read times in the person's zone, from today's point of view."""
        super().__init__(data, files)
        self.zone, self.today = ZoneInfo(zone), today

    def clean_file(self) -> roster.Roster:
        """Read the times; what cannot be used at all is refused with its sentence."""
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        try:
            content = upload.read(roster.LARGEST_FILE + 1)
            return roster.shifts_from_ical(content, self.zone, self.today)
        except roster.RosterError as error:
            raise ValidationError(sentence_about(error), code=error.problem.name) from error


class NamedRoster(forms.Form):
    """The name the person gives a roster."""

    name = PlainTextField(
        label=gettext_lazy("Hoe noem je dit rooster?"),
        max_length=60,
        initial=gettext_lazy("Mijn rooster"),
        help_text=gettext_lazy("Bestaat die naam al, dan komt dit in de plaats van dat rooster."),
        error_messages={"required": gettext_lazy("Geef het rooster een naam.")},
    )

    def __init__(self, *args: Any, names: list[str], **options: Any) -> None:
        """Know which rosters there are."""
        super().__init__(*args, **options)
        self.names = {name.lower() for name in names}

    def clean_name(self) -> str:
        """Refuse one roster too many."""
        name: str = self.cleaned_data["name"]
        if name.lower() not in self.names and len(self.names) >= MOST_ROSTERS:
            raise ValidationError(
                _("Je hebt al %(number)s roosters. Haal er eerst een weg, of vervang er een."),
                params={"number": MOST_ROSTERS},
            )
        return name


class RosterForm(NamedRoster, RosterFileForm):
    """A roster from a file."""

    field_order = ("name", "file")


class FollowForm(NamedRoster):
    """A roster from an address, which is read again by itself."""

    address = PlainTextField(
        label=gettext_lazy("Adres van je agenda"),
        max_length=2000,
        help_text=gettext_lazy(
            "Zoek in je roosterprogramma naar ‘agenda delen’ of ‘abonneren’. Het adres begint met https://."
        ),
        widget=forms.URLInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": gettext_lazy("Vul het adres van je agenda in.")},
    )

    def clean_address(self) -> str:
        """As calendar programs write it too (webcal); anything but a public address is refused."""
        address: str = self.cleaned_data["address"]
        if address.lower().startswith("webcal://"):
            address = "https://" + address[len("webcal://") :]
        if not may_be_fetched(address):
            raise ValidationError(Roster.Problem.ADDRESS.label, code="address")
        return address
