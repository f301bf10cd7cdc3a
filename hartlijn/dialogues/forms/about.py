"""What a dialogue is about, and who leads and helps."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.forms.fields import LineField, LinesField
from hartlijn.dialogues.models import Dialogue, Language, Perspective
from hartlijn.lib.civil_day import civil_day
from hartlijn.people.models import Organisation, Person

MOST_PEOPLE: Final = 5_000
SAME: Final = (
    "title", "title_other", "occasion", "occasion_other", "purpose", "on_day", "place",
    "organisations", "questions", "questions_other", "language", "people", "open_until",
)  # fmt: skip


class AboutForm(forms.Form):
    """Only the title has to be there; the rest can come later."""

    title = LineField(label=_("Hoe heet de dialoog?"), max_length=200)
    occasion = LinesField(
        label=_("Wat is de aanleiding?"),
        max_length=2_000,
        required=False,
        help_text=_(
            "Een paar woorden, bijvoorbeeld: het onderzoek naar wat starters houdt. Een hele zin mag "
            "ook. Dit staat straks in het verslag."
        ),
    )
    purpose = LinesField(
        label=_("Wat willen jullie bereiken?"), max_length=2_000, required=False, rows=2
    )
    on_day = forms.DateField(
        label=_("Op welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    open_until = forms.DateField(
        label=_("Tot en met welke dag kan iemand op schrift meedoen?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_(
            "Voor een dialoog op schrift, zonder zaal: je nodigt mensen per brief uit, en ze "
            "schrijven op hun eigen moment. Laat leeg als jullie bij elkaar komen."
        ),
    )
    place = LineField(label=_("Waar?"), max_length=120, required=False)
    organisations = LinesField(
        label=_("Welke organisaties zijn erbij?"),
        max_length=2_000,
        required=False,
        help_text=_("Elke organisatie op een eigen regel."),
    )
    questions = LinesField(
        label=_("Welke vragen leg je voor?"),
        max_length=2_000,
        required=False,
        help_text=_("Elke vraag op een eigen regel. Ze staan boven aan het scherm."),
    )
    language = forms.ChoiceField(
        label=_("In welke taal?"), choices=Language, initial=Language.NL, widget=forms.RadioSelect
    )

    def clean_open_until(self) -> date | None:
        """A day that is still to come, when it is a new one."""
        day: date | None = self.cleaned_data["open_until"]
        if day and day != self.initial.get("open_until") and day < civil_day():
            raise forms.ValidationError(_("Kies een dag vanaf vandaag."))
        return day


class OrganisationForm(AboutForm):
    """A new dialogue also says which organisation keeps it."""

    field_order = ("title", "organisation")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, homes: "list[Organisation]"
    ) -> None:
        """Offer the organisations where somebody may make one; one needs no question."""
        super().__init__(data)
        self.homes = {str(one.pk): one for one in homes}
        if len(homes) > 1:
            self.fields["organisation"] = forms.ChoiceField(
                label=_("Welke organisatie bewaart hem?"),
                choices=[(str(one.pk), one.name) for one in homes],
            )
            self.order_fields(self.field_order)

    @property
    def organisation(self) -> Organisation:
        """Which keeps it."""
        chosen = self.cleaned_data.pop("organisation", next(iter(self.homes)))
        return self.homes[chosen]


class ChangeForm(AboutForm):
    """Also what one knows afterwards, and the texts in the other language."""

    people = forms.IntegerField(
        label=_("Hoeveel mensen waren er?"), required=False, min_value=0, max_value=MOST_PEOPLE
    )
    title_other = LineField(label=_("De titel"), max_length=200, required=False)
    occasion_other = LinesField(label=_("De aanleiding"), max_length=2_000, required=False)
    questions_other = LinesField(label=_("De vragen"), max_length=2_000, required=False)
    follows = forms.ModelChoiceField(
        label=_("Is dit een vervolg?"),
        queryset=Dialogue.objects.none(),
        required=False,
        empty_label=_("Nee"),
        help_text=_("Dan begint het scherm met wat er sinds de vorige dialoog gebeurde."),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, dialogue: Dialogue, by: Person
    ) -> None:
        """Begin with what is known."""
        names = (*SAME, "follows")
        super().__init__(data, initial={name: getattr(dialogue, name) for name in names})
        self.dialogue = dialogue
        if dialogue.code:
            self.fields["open_until"].help_text = _(
                "Let op: de zaal is open. Kies je hier een dag, dan werken de twee woorden niet "
                "meer, en onthullen en ophalen kan pas na die dag."
            )
        follows = self.fields["follows"]
        assert isinstance(follows, forms.ModelChoiceField)  # noqa: S101 - tells the type checker
        led = Dialogue.objects.visible_to(by).filter(organisation=dialogue.organisation_id)
        follows.queryset = led.exclude(pk=dialogue.pk).newest_first()
        known = {one.get("perspective"): one.get("number") for one in dialogue.present}
        self.kept = [one for one in dialogue.present if not one.get("perspective")]
        for value, label in Perspective.choices:
            self.fields[f"present_{value}"] = forms.IntegerField(
                label=_("Waarvan %(who)s") % {"who": label},
                required=False,
                min_value=0,
                max_value=MOST_PEOPLE,
                initial=known.get(value),
            )

    def clean_open_until(self) -> date | None:
        """Whoever was invited can count on a day."""
        day = super().clean_open_until()
        if not day and self.dialogue.is_in_writing and self.dialogue.invited.exists():
            raise forms.ValidationError(
                _("Er zijn mensen uitgenodigd om te schrijven. Kies een dag.")
            )
        return day

    def clean(self) -> None:
        """Not more of all kinds together than there were."""
        said = self.cleaned_data
        parts = [said.get(f"present_{value}") or 0 for value in Perspective.values]
        parts += [one.get("number") or 0 for one in self.kept]
        people = said.get("people")
        if people is not None and sum(parts) > people:
            words = _("Hieronder staan er samen %(sum)s. Hoeveel waren er in totaal?")
            self.add_error("people", words % {"sum": sum(parts)})

    @property
    def groups(self) -> "list[tuple[str | Promise, list[forms.BoundField]]]":
        """The fields under the headings of the page."""
        other = {"nl": _("In het Engels"), "en": _("In het Nederlands")}
        named = (
            (_("Waar het over gaat"), ("title", "occasion", "purpose", "questions", "language")),
            (_("Wanneer en waar"), ("on_day", "place", "open_until", "follows")),
            (
                _("Wie erbij waren"),
                ("organisations", "people", *(f"present_{one}" for one in Perspective.values)),
            ),
            (other[self.dialogue.language], ("title_other", "occasion_other", "questions_other")),
        )
        return [(heading, [self[name] for name in names]) for heading, names in named]

    @property
    def said(self) -> dict[str, Any]:
        """The columns of a dialogue."""
        present = [
            {"perspective": value, "nl": "", "en": "", "number": number}
            for value in Perspective.values
            if (number := self.cleaned_data[f"present_{value}"]) is not None
        ]
        names = (*SAME, "follows")
        return {name: self.cleaned_data[name] for name in names} | {"present": present + self.kept}


class LeaderForm(forms.Form):
    """Who leads along."""

    email = forms.EmailField(
        label=_("E-mailadres van wie meeleidt"),
        help_text=_("Iemand die bij jullie organisatie hoort, met het adres van het account."),
    )


class HelperForm(forms.Form):
    """Who types along."""

    name = LineField(
        label=_("Voor wie is de link?"),
        max_length=80,
        help_text=_("Bijvoorbeeld: notulist tafel 2."),
    )
