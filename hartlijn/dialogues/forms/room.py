"""What somebody in the room fills in, and what a scribe types."""

import re
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.code_words import as_typed
from hartlijn.dialogues.forms.fields import LineField, LinesField
from hartlijn.dialogues.models import Contribution, Dialogue, Mark, Perspective, PutFinding
from hartlijn.dialogues.two_keys import ABOUT, KEYS

LONGEST: Final = 1_000
QUOTE: Final = (
    ("no", _("Liever niet")),
    ("yes", _("Ja, mijn woorden mogen in het verslag, zonder naam")),
)
TAG: Final = re.compile(r"^(?:(\d{1,2})|([a-z]))\s*([a-z])?$", re.IGNORECASE)


class JoinForm(forms.Form):
    """Two words, and from where one looks."""

    code = LineField(
        label=_("Welke twee woorden staan op het scherm?"),
        max_length=60,
        help_text=_("Bijvoorbeeld: zeg het"),
    )
    perspective = forms.ChoiceField(
        label=_("Vanuit welk perspectief doe je mee?"),
        choices=Perspective,
        widget=forms.RadioSelect,
        help_text=_("Kies wat het meest past. Je naam vragen we niet."),
    )

    def clean_code(self) -> str:
        """As it stands on the screen."""
        return as_typed(self.cleaned_data["code"])


class TokenForm(forms.Form):
    """A form that may come twice and counts once."""

    token = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def clean_token(self) -> UUID:
        """A form without one, of a very old page, is new."""
        token: UUID | None = self.cleaned_data.get("token")
        return token or uuid4()


class MarkForm(TokenForm):
    """A word for a finding, and why."""

    word = forms.ChoiceField(label=_("Herken je dit?"), choices=Mark.Word, widget=forms.RadioSelect)
    text = LinesField(label=_("Waarom?"), max_length=LONGEST, required=False, rows=2)
    may_quote = forms.ChoiceField(
        label=_("Mag dit letterlijk in het verslag?"),
        choices=QUOTE,
        initial="no",
        widget=forms.RadioSelect,
        required=False,
    )
    show = forms.BooleanField(
        label=_("Mijn perspectief mag erbij staan, ook als weinig mensen dit perspectief hebben"),
        required=False,
    )


class LateForm(TokenForm):
    """What somebody still says of a finding that is revealed: words alone."""

    text = LinesField(
        label=_("Wat wil je er nog over zeggen?"),
        max_length=LONGEST,
        rows=3,
        error_messages={
            "required": _(
                "Deze bevinding is onthuld, aankruisen telt niet meer mee. "
                "Schrijf op wat je er nog over wilt zeggen."
            )
        },
    )
    may_quote = forms.ChoiceField(
        label=_("Mag dit letterlijk in het verslag?"),
        choices=QUOTE,
        initial="no",
        widget=forms.RadioSelect,
        required=False,
    )


class SayForm(TokenForm):
    """Something that is missing, or that can be done."""

    text = LinesField(label=_("Wat wil je zeggen?"), max_length=LONGEST, rows=3)
    may_quote = forms.ChoiceField(
        label=_("Mag dit letterlijk in het verslag?"),
        choices=QUOTE,
        initial="no",
        widget=forms.RadioSelect,
        required=False,
    )
    show = forms.BooleanField(
        label=_("Mijn perspectief mag erbij staan, ook als weinig mensen dit perspectief hebben"),
        required=False,
    )


class NoteForm(TokenForm):
    """What a scribe types: two keys, and the words."""

    tag = LineField(
        label=_("Waarover en van wie"),
        max_length=4,
        help_text=_("Twee toetsen, bijvoorbeeld 3s: bevinding 3, student."),
    )
    text = LinesField(label=_("Wat is er gezegd?"), max_length=LONGEST, rows=3)
    source = forms.ChoiceField(
        label=_("Hoe kwam het binnen?"),
        choices=(
            (Contribution.Source.SCRIBE, _("gezegd")),
            (Contribution.Source.PAPER, _("kaartje")),
        ),
        initial=Contribution.Source.SCRIBE,
        widget=forms.RadioSelect,
    )
    may_quote = forms.ChoiceField(
        label=_("Mag het letterlijk in het verslag?"),
        choices=(("", _("niet gevraagd")), ("yes", _("ja")), ("no", _("nee"))),
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, dialogue: Dialogue, **more: Any):
        """Know the findings of this dialogue."""
        super().__init__(data, **more)
        self.findings = {one.order: one for one in dialogue.put.all()}

    def clean_tag(self) -> tuple[str, PutFinding | None, str]:
        """The kind, the finding, and the perspective."""
        found = TAG.match(self.cleaned_data["tag"].strip())
        if found is None:
            raise forms.ValidationError(_("Typ eerst een nummer of letter, en dan wie het zei."))
        number, letter, who = found.groups()
        put = self.findings.get(int(number)) if number else None
        if number and put is None:
            raise forms.ValidationError(
                _("Er is geen bevinding %(number)s. De laatste is %(last)s."),
                params={"number": number, "last": max(self.findings, default=0)},
            )
        perspective = KEYS.get((who or "").lower(), "")
        if who and not perspective:
            raise forms.ValidationError(_("Deze letter hoort bij geen perspectief."))
        if put is not None:
            return Contribution.Kind.FINDING, put, perspective
        kind = ABOUT.get(letter.lower())
        if kind is None:
            raise forms.ValidationError(_("Deze letter hoort bij geen onderwerp."))
        return kind, None, perspective


def allowed(said: str) -> bool | None:
    """Whether words may be quoted, as it was answered."""
    return {"yes": True, "no": False}.get(said)
