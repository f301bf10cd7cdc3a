"""What somebody says about themselves."""

from functools import partial
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.forms.time_zones import zones_around
from hartlijn.people.models import Person


class ProfileForm(forms.ModelForm[Person]):
    """Name, language and time zone."""

    name = PlainTextField(
        label=_("Hoe heet je?"),
        max_length=80,
        help_text=_("Zo zien je begeleiders en je team je."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    time_zone = forms.ChoiceField(
        label=_("Tijdzone"),
        help_text=_("Kies de stad waar het nu net zo laat is als bij jou."),
    )

    class Meta:
        """Of a person; the address changes elsewhere, with a check."""

        model = Person
        fields: ClassVar = ["name", "language", "time_zone"]
        widgets: ClassVar = {"language": forms.RadioSelect}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["time_zone"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - tells the type checker
        # Asked for when the list is shown or gone through, not for every form.
        field.choices = partial(zones_around, self.instance.time_zone)
