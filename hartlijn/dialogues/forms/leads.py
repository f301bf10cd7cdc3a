"""What can be done after a dialogue: its words, who takes it up, and what came of it."""

import re
from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.actions.leads import homes_of
from hartlijn.dialogues.forms.fields import LineField, LinesField, other_language
from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Organisation, Person

FURTHEST: Final = timedelta(days=3 * 366)
LONGEST: Final = 1_000


class DayField(forms.DateField):
    """A day from today on, within three years."""

    def __init__(self, **options: Any) -> None:
        """Take the options of a ``DateField``."""
        options.setdefault("label", _("Uiterlijk op welke dag?"))
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **options)

    def clean(self, value: Any) -> date | None:
        """Say it when a slip was made in the year."""
        day: date | None = super().clean(value)
        if day and not civil_day() <= day <= civil_day() + FURTHEST:
            raise forms.ValidationError(_("Kies een dag vanaf vandaag, binnen drie jaar."))
        return day


class NumbersField(LineField):
    """Numbers of contributions, as somebody types them in a row."""

    def prepare_value(self, value: Any) -> Any:
        """With a comma between them."""
        return ", ".join(map(str, value)) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[int]:
        """Each once, in their order."""
        pieces = super().clean(value).replace(",", " ").replace(";", " ").split()
        if wrong := [one for one in pieces if not re.fullmatch(r"\d{1,6}", one, re.ASCII)]:
            raise forms.ValidationError(
                _("“%(one)s” is geen nummer van een bijdrage."), params={"one": wrong[0][:40]}
            )
        return sorted({int(one) for one in pieces})


class Apart(forms.Form):
    """Several of these stand on one page: each has ids of its own."""

    apart = ""

    def __init__(self, data: Any = None, **options: Any) -> None:
        """Take the options of a ``Form``."""
        super().__init__(data, auto_id=f"{self.apart}-%s", **options)


class LeadForm(Apart):
    """In one sentence, and for whom."""

    apart = "words"
    kind = forms.ChoiceField(label=_("Voor wie is het?"), choices=Lead.Kind.choices)
    text = LinesField(
        label=_("Wat kan er gebeuren?"),
        max_length=LONGEST,
        rows=2,
        help_text=_("In een hele zin, zoals het in het verslag staat."),
    )
    text_other = LinesField(max_length=LONGEST, rows=2, required=False)

    numbers = NumbersField(
        label=_("Uit welke bijdragen komt het?"),
        max_length=LONGEST,
        required=False,
        help_text=_(
            "De nummers, met een komma ertussen. Laat leeg als je het zelf voorstelt: "
            "dan zegt het verslag niet dat het uit het gesprek komt."
        ),
    )

    def __init__(self, data: Any = None, *, dialogue: Dialogue, lead: Lead | None = None) -> None:
        """Begin with what stands there."""
        initial = {name: getattr(lead, name) for name in self.base_fields} if lead else None
        super().__init__(data, initial=initial)
        self.dialogue = dialogue
        other = {"language": other_language(dialogue.language)}
        self.fields["text_other"].label = _("Hetzelfde in %(language)s") % other

    def clean_numbers(self) -> list[int]:
        """Of contributions that are there."""
        numbers: list[int] = self.cleaned_data["numbers"]
        there = self.dialogue.contributions.counting().filter(number__in=numbers)
        known = set(there.values_list("number", flat=True))
        for one in numbers:
            if one not in known:
                raise forms.ValidationError(
                    _("Bijdrage %(number)s is er niet."), params={"number": one}
                )
        return numbers


class AskForm(Apart):
    """Who takes it up, before when."""

    apart = "ask"
    name = LineField(label=_("Wie pakt het op?"), max_length=120)
    email = forms.EmailField(
        label=_("E-mailadres van die persoon, als die nog ja moet zeggen"),
        required=False,
        help_text=_(
            "Is dit adres hier bekend, dan krijgt die een bericht en zegt ja of nee. Of het bekend "
            "is, zegt Hartlijn niet. Laat leeg als het al is afgesproken."
        ),
    )
    due_on = DayField()


class TakeUpForm(Apart):
    """On whose behalf, and before when."""

    apart = "take"
    home = forms.ModelChoiceField(
        label=_("Namens welke organisatie?"),
        queryset=Organisation.objects.none(),
        required=False,
        empty_label=_("Namens geen organisatie"),
        help_text=_("Wie daarbij hoort, leest mee wat ervan komt."),
    )
    due_on = DayField()

    def __init__(self, data: Any = None, *, lead: Lead, by: Person) -> None:
        """Offer the own organisations."""
        super().__init__(data, initial={"due_on": lead.due_on})
        home = self.fields["home"]
        assert isinstance(home, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        home.queryset = homes_of(by).order_by("name")


class RefuseForm(Apart):
    """Why not."""

    apart = "no"
    why = LinesField(
        label=_("Waarom gaat het niet door?"),
        max_length=LONGEST,
        help_text=_(
            "Dit lezen de mensen van de dialoog. Een nee met een reden is ook een antwoord."
        ),
    )


class TellForm(Apart):
    """What came of it."""

    apart = "tell"
    what = LinesField(label=_("Wat veranderde er?"), max_length=LONGEST)
    done = forms.BooleanField(label=_("Hiermee is het gebeurd"), required=False)

    def __init__(self, data: Any = None, *, lead: Lead) -> None:
        """Begin with what was told."""
        super().__init__(
            data, initial={"what": lead.what_changed, "done": lead.state == Lead.State.DONE}
        )
