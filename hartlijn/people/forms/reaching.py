"""Whom somebody wants no messages from, and who is in a circle."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.lib.plain_text import PlainTextField
from hartlijn.people.models import Circle, Person
from hartlijn.people.models.person import PersonQuerySet
from hartlijn.people.reach import within_reach_of


class NearForm(forms.Form):
    """Somebody within reach."""

    has_people = False
    """Whether there is anybody to choose."""

    def choose(self, label: Any, near: PersonQuerySet) -> None:
        """Ask for one of them, by name."""
        self.has_people = near.exists()
        self.fields["person"] = forms.ModelChoiceField(
            label=label,
            queryset=near.order_by("name", "pk"),
            empty_label=_("Kies een naam"),
            error_messages={
                "required": _("Kies een naam uit de lijst."),
                "invalid_choice": _("Deze persoon staat niet meer in de lijst. Kies opnieuw."),
            },
        )


class BlockForm(NearForm):
    """Who may not write any more."""

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.choose(_("Van wie wil je geen berichten?"), within_reach_of(person))


class CircleForm(forms.Form):
    """A new circle."""

    name = PlainTextField(
        label=_("Hoe heet de kring?"),
        max_length=60,
        help_text=_("Wie je uitnodigt, leest deze naam."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class InviteToCircleForm(NearForm):
    """Who is invited to a circle."""

    def __init__(self, *args: Any, person: Person, circle: Circle, **options: Any) -> None:
        super().__init__(*args, **options)
        there = circle.places.values("person")
        self.choose(_("Wie wil je uitnodigen?"), within_reach_of(person).exclude(pk__in=there))
