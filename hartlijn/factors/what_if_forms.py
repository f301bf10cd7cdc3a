"""What somebody holds in a map, how it is reckoned, and under which name it is kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hartlijn.factors.document import MapDocument
from hartlijn.factors.saying import name_of
from hartlijn.factors.whatif.playing import Held, Settings
from hartlijn.lib.plain_text import PlainTextField
from hartlijn.stats.cognitive_map import Function, Rule

AT: Final = "at."
BY_NUMBER: Final = {str(number): word for number, word in enumerate(Held, -2)}
NUMBER: Final = {word: number for number, word in BY_NUMBER.items()}
USUAL: Final = Settings()


class SettingsForm(forms.Form):
    """Rule, function, steepness and seed: for who knows what they are."""

    rule = forms.ChoiceField(
        label=_("Regel"),
        choices=[(Rule.KOSKO, "Kosko"), (Rule.MODIFIED, "modified Kosko"), (Rule.RESCALED, "rescaled")],
        initial=USUAL.rule.value,
    )  # fmt: skip
    function = forms.ChoiceField(
        label=_("Functie"),
        choices=[(one.value, one.value) for one in Function],
        initial=USUAL.function.value,
    )
    slope = forms.FloatField(
        label=_("Lambda"),
        help_text=_("Hoe steil de functie is: van 0,1 tot 10. Gewoon is 1."),
        min_value=0.1,
        max_value=10,
        localize=True,
        initial=1,
        error_messages={
            "invalid": _("Dit is geen getal. Schrijf het als 1 of 2,5."),
            "min_value": _("Kies een getal van 0,1 tot 10."),
            "max_value": _("Kies een getal van 0,1 tot 10."),
        },
    )
    seed = forms.IntegerField(
        label=_("Startgetal (seed)"),
        help_text=_("Hetzelfde startgetal trekt dezelfde kaarten."),
        min_value=0,
        max_value=2**31 - 1,
        initial=USUAL.seed,
        error_messages={
            "min_value": _("Kies een heel getal van 0 of hoger."),
            "max_value": _("Dit getal is te groot. Kies een kleiner getal."),
        },
    )

    @classmethod
    def asked(cls, data: Mapping[str, Any]) -> "SettingsForm":
        """Bound when something of it was sent; what was not sent is as usual."""
        if not any(name in data for name in cls.base_fields):
            return cls()
        usual = {name: field.initial for name, field in cls.base_fields.items()}
        return cls({**usual, **{name: data[name] for name in cls.base_fields if name in data}})

    @property
    def settings(self) -> Settings:
        """What was chosen; as usual when it cannot be."""
        if not self.is_bound or not self.is_valid():
            return USUAL
        chosen = self.cleaned_data
        return Settings(
            Rule(chosen["rule"]), Function(chosen["function"]), chosen["slope"], chosen["seed"]
        )


class KeepForm(forms.Form):
    """A name to find it back by."""

    name = PlainTextField(
        label=_("Hoe noem je dit?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: beschermde inwerktijd."),
    )


@dataclass(frozen=True)
class Asked:
    """What somebody asked of a map."""

    held: Mapping[str, Held]
    source: str
    settings: Settings
    left_out: tuple[str, ...] = ()
    """A sentence for each kind of thing that was asked and cannot be held."""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The same as fields of a form, or of an address; what is as usual is left out."""
        pairs = [(f"{AT}{key}", NUMBER[word]) for key, word in self.held.items()]
        if self.source:
            pairs.append(("from", self.source))
        usual = USUAL.as_json()
        changed = {k: v for k, v in self.settings.as_json().items() if v != usual[k]}
        return [*pairs, *((name, str(value)) for name, value in changed.items())]

    @property
    def query(self) -> str:
        """For an address."""
        return urlencode(self.pairs)


def asked(document: MapDocument, data: Mapping[str, Any], form: SettingsForm) -> Asked:
    """Read what is held: sliders, one that is added and one that is let go; nonsense is said."""
    keys = [factor.key for factor in document.factors]
    held = _held(keys, data)
    added = data.get("add", "")
    if added in keys:
        held.setdefault(added, Held.HIGHER)
    held.pop(data.get("drop", ""), None)
    said = tuple(_left_out(document, data))
    return Asked(held, str(data.get("from", ""))[:60], form.settings, said)


def _left_out(document: MapDocument, data: Mapping[str, Any]) -> Iterator[str]:
    given = {name.removeprefix(AT): data[name] for name in data if name.startswith(AT)}
    named = [*given, *(data[name] for name in ("add", "drop") if data.get(name))]
    if set(named) - {factor.key for factor in document.factors}:
        yield gettext(
            "Een factor die je vroeg, staat niet in deze kaart. Die houden we dus niet vast."
        )
    wrong = [
        name_of(factor)
        for factor in document.factors
        if factor.key in given and str(given[factor.key]) not in BY_NUMBER
    ]
    if wrong:
        sentence = gettext(
            "Zo kun je dit niet vasthouden: {names}. Kies van veel lager tot veel hoger."
        )
        yield sentence.format(names=", ".join(wrong))


def _held(keys: Iterable[str], data: Mapping[str, Any]) -> dict[str, Held]:
    given = {key: BY_NUMBER.get(str(data.get(f"{AT}{key}", ""))) for key in keys}
    return {key: word for key, word in given.items() if word}
