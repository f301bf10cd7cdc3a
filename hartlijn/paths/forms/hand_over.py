"""What an organisation proposes to let go along, and what the starter picks of it."""

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any, Final

from django import forms
from django.template.defaultfilters import date as in_words
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.library.text import Text
from hartlijn.paths.hand_over_access import receivers_for
from hartlijn.paths.models import HandOver, HandOverItem
from hartlijn.paths.models.hand_over import LONGEST
from hartlijn.paths.taking_along import Item

KINDS: Final = tuple(HandOverItem.Kind)
OWN: Final = HandOverItem.Kind.SENTENCE


class ProposeForm(forms.Form):
    """Everything that was done is ticked; one leaves out what need not go along."""

    def __init__(self, data: Mapping[str, Any] | None, *, items: list[Item], name: str) -> None:
        super().__init__(data)
        for kind in KINDS:
            of_kind = [one for one in items if one.kind == kind]
            if not of_kind:
                continue
            self.fields[kind] = forms.MultipleChoiceField(
                label=kind.label,
                choices=[(one.name, _with_day(one.words, one.day)) for one in of_kind],
                initial=[one.name for one in of_kind],
                widget=forms.CheckboxSelectMultiple,
                required=False,
            )
        self.fields[OWN] = PlainTextField(
            label=_("Eén zin van jullie zelf"),
            help_text=_("Over wat jullie samen deden. %(name)s leest hem eerst.") % {"name": name},
            max_length=LONGEST,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one thing."""
        cleaned = super().clean() or {}
        if not self.errors and not (self.chosen or cleaned.get(OWN)):
            self.add_error(None, _("Kies minstens één ding, of schrijf een zin."))
        return cleaned

    @property
    def chosen(self) -> list[str]:
        """The names of the items that were ticked."""
        kinds = (self.cleaned_data.get(kind, []) for kind in KINDS if kind != OWN)
        return list(chain.from_iterable(kinds))


class PickForm(forms.Form):
    """Nothing is ticked: what goes along is chosen, never left standing."""

    def __init__(self, data: Mapping[str, Any] | None, *, hand_over: HandOver) -> None:
        super().__init__(data)
        self.items = {str(one.pk): one for one in hand_over.items.all()}
        for kind in KINDS:
            of_kind = {key: one for key, one in self.items.items() if one.kind == kind}
            if of_kind:
                self.fields[kind] = forms.MultipleChoiceField(
                    label=kind.label,
                    choices=[
                        (key, _with_day(_words(one), one.day)) for key, one in of_kind.items()
                    ],
                    initial=[key for key, one in of_kind.items() if one.is_picked],
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                )
        self.receivers = {str(one.pk): one for one in receivers_for(hand_over)}
        self.fields["to"] = forms.ChoiceField(
            label=_("Aan wie geef je het?"),
            choices=[(key, one.name) for key, one in self.receivers.items()],
            initial=str(hand_over.to_id or next(iter(self.receivers), "")),
            widget=forms.RadioSelect,
            error_messages={"required": gettext_lazy("Kies aan wie je dit geeft.")},
        )
        self.fields["added"] = PlainTextField(
            label=HandOver._meta.get_field("added").verbose_name,
            help_text=_("Eén zin. Alleen wie je het geeft, leest hem."),
            initial=hand_over.added,
            max_length=LONGEST,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        """Ask for at least one thing."""
        cleaned = super().clean() or {}
        if not self.errors and not (self.chosen or cleaned.get("added")):
            self.add_error(None, _("Kies minstens één ding, of schrijf een zin."))
        return cleaned

    @property
    def chosen(self) -> list[HandOverItem]:
        """The items that were ticked."""
        kinds: Iterable[list[str]] = (self.cleaned_data.get(kind, []) for kind in KINDS)
        return [self.items[key] for key in chain.from_iterable(kinds)]


def _words(item: HandOverItem) -> Text:
    return Text(item.words_nl, item.words_en)


def _with_day(words: Text, day: Any) -> str:
    return f"{words} ({in_words(day, _('j F Y'))})" if day else str(words)
