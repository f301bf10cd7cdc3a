"""A form says what is wrong, where, and what to do; and keeps what was typed."""

import re

import pytest
from django import forms

from hartlijn.ui.forms import Renderer

PETS = [("cat", "Kat"), ("dog", "Hond")]


class Sample(forms.Form):
    """A few fields, as an app would write them."""

    name = forms.CharField(
        label="Hoe heet je?",
        help_text="Zoals je wilt.",
        max_length=10,
        widget=forms.TextInput(attrs={"placeholder": "Noor", "autocomplete": "name"}),
    )
    pet = forms.ChoiceField(label="Welk dier?", choices=PETS, widget=forms.RadioSelect)
    told = forms.CharField(label="Nog iets", error_messages={"required": "Vertel ook iets."})
    email = forms.EmailField(label="E-mailadres", required=False)
    agree = forms.BooleanField(label="Ik doe mee")

    def clean(self) -> None:
        """Refuse the pair as a whole."""
        if self.cleaned_data.get("told") == "samen fout":
            raise forms.ValidationError("Dit past niet bij elkaar. Kies een van de twee.")


def shown(**typed: str) -> str:
    """The page part of a form that was sent."""
    return str(Sample(typed, renderer=Renderer()))


def test_an_empty_form_has_no_summary() -> None:
    assert "error-summary" not in str(Sample(renderer=Renderer()))


def test_a_refused_form_begins_with_a_summary_that_takes_the_focus() -> None:
    page = shown(name="")

    assert page.index("error-summary") < page.index("<label")
    assert re.search(r'class="error-summary"[^>]*tabindex="-1"[^>]*autofocus', page)


@pytest.mark.parametrize("target", ["id_name", "id_pet_0", "id_told", "id_agree"])
def test_the_summary_links_to_a_field_that_is_there(target: str) -> None:
    page = shown()

    assert f'href="#{target}"' in page
    assert f'id="{target}"' in page


def test_what_is_wrong_with_the_whole_form_stands_in_the_summary() -> None:
    page = shown(told="samen fout")

    assert "Dit past niet bij elkaar." in page[: page.index("</ul>")]


def test_hint_and_error_are_tied_to_the_field() -> None:
    page = shown()
    field = re.search(r"<input[^>]*id=\"id_name\"[^>]*>", page)

    assert field
    assert 'aria-describedby="id_name_helptext id_name_error"' in field[0]
    assert 'aria-invalid="true"' in field[0]
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page


def test_choices_stand_in_a_group_with_a_name_and_their_error() -> None:
    page = shown()

    assert re.search(r'<fieldset aria-describedby="id_pet_error">\s*<legend>Welk dier\?', page)
    assert 'id="id_pet_error"' in page


def test_what_is_still_empty_is_asked_for_kindly() -> None:
    class Empty(forms.Form):
        text = forms.CharField()
        email = forms.EmailField()
        day = forms.DateField()
        time = forms.TimeField()

    page = str(Empty({}, renderer=Renderer()))

    for sentence in (
        "Hier staat nog niets. Vul dit in, dan kun je verder.",
        "Hier hoort nog een e-mailadres. Vul het in, dan kun je verder.",
        "Hier hoort nog een dag. Schrijf die als 24-11-2026.",
        "Hier hoort nog een tijd. Schrijf die als 8.30.",
    ):
        assert sentence in page


def test_what_was_typed_stays() -> None:
    page = shown(name="Noor & <b>Sam</b>", pet="dog")

    assert 'value="Noor &amp; &lt;b&gt;Sam&lt;/b&gt;"' in page
    assert re.search(r'value="dog"[^>]*checked', page)


def test_a_label_never_vanishes_into_the_field() -> None:
    page = shown()

    assert "placeholder" not in page
    assert 'autocomplete="name"' in page


def test_a_refusal_says_what_to_do_where_a_form_has_no_sentence_of_its_own() -> None:
    errors = Sample(
        {"name": "Noor Anna de Wit", "pet": "fish", "email": "noor"}, renderer=Renderer()
    ).errors

    assert errors["name"] == ["Dit is te lang: 16 tekens. Maak er 10 of minder van."]
    assert errors["pet"] == ["Dit staat er niet bij. Kies iets uit de lijst."]
    assert errors["email"] == ["Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."]
    assert errors["agree"] == ["Zet hier een vinkje om verder te gaan."]


def test_the_own_sentence_of_a_form_stays() -> None:
    assert Sample({}, renderer=Renderer()).errors["told"] == ["Vertel ook iets."]
