"""Where something is known from: keep what is there, and add one more."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.checking import LONGEST_NAME
from hartlijn.factors.document import Evidence
from hartlijn.factors.saying import KINDS
from hartlijn.factors.telling.facts import source_of
from hartlijn.factors.words import Kind
from hartlijn.lib.plain_text import PlainTextField

KEPT: Final = "kept"
LONGEST_PLACE: Final = 500


def evidence_fields(form: forms.Form, there: tuple[Evidence, ...]) -> None:
    """Add the fields to a form."""
    if there:
        form.fields[KEPT] = forms.MultipleChoiceField(
            label=_("Welke bronnen horen hierbij?"),
            choices=[(str(number), source_of(one)) for number, one in enumerate(there)],
            initial=[str(number) for number in range(len(there))],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
    form.fields["new_kind"] = forms.ChoiceField(
        label=_("Soort bron"),
        choices=[(one.value, KINDS[one]) for one in reversed(KINDS)],
        required=False,
    )
    form.fields["new_source"] = PlainTextField(
        label=_("Bron"),
        help_text=_("Bijvoorbeeld een rapport met auteur en jaar. Mag leeg blijven."),
        max_length=LONGEST_NAME,
        required=False,
    )
    form.fields["new_place"] = PlainTextField(
        label=_("Plek in de bron"),
        help_text=_("Bijvoorbeeld een bladzijde of hoofdstuk."),
        max_length=LONGEST_PLACE,
        required=False,
    )


def evidence_in(form: forms.Form, there: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """What stays, and the new one when there is one."""
    said: dict[str, Any] = form.cleaned_data
    kept = said.get(KEPT, [])
    found = [one for number, one in enumerate(there) if str(number) in kept]
    if said.get("new_place") and not said.get("new_source"):
        form.add_error("new_source", _("Bij een plek hoort een bron. Vul die in."))
    if said.get("new_source"):
        found.append(
            Evidence(
                Kind(said.get("new_kind") or Kind.STUDY),
                said["new_source"],
                said.get("new_place", ""),
            )
        )
    return tuple(found)
