"""How a form looks in this house: label above, hint under it, what is wrong beside the field.

`{{ form }}` in a template is all it takes. A refused form begins with a summary that takes the
focus and links to each field.
"""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

# What Django says by itself does not tell what to do. A form's own sentences stay as they are.
LIST: Final = _("Dit staat er niet bij. Kies iets uit de lijst.")
OURS: Final[Mapping[type[forms.Field], Mapping[str, Promise]]] = {
    forms.BooleanField: {"required": _("Zet hier een vinkje om verder te gaan.")},
    forms.FileField: {"required": _("Kies eerst een bestand.")},
    forms.ChoiceField: {"required": _("Maak een keuze."), "invalid_choice": LIST},
    forms.MultipleChoiceField: {"invalid_choice": LIST, "invalid_list": LIST},
    forms.ModelChoiceField: {"required": _("Maak een keuze."), "invalid_choice": LIST},
    forms.DateField: {
        "required": _("Hier hoort nog een dag. Schrijf die als 24-11-2026."),
        "invalid": _("Deze dag bestaat niet. Schrijf hem als 24-11-2026."),
    },
    forms.TimeField: {
        "required": _("Hier hoort nog een tijd. Schrijf die als 8.30."),
        "invalid": _("Dit is geen tijd. Schrijf hem als 8.30."),
    },
    forms.IntegerField: {"invalid": _("Dit is geen getal. Vul een heel getal in.")},
    forms.EmailField: {
        "required": _("Hier hoort nog een e-mailadres. Vul het in, dan kun je verder."),
        "invalid": _("Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl."),
    },
    forms.CharField: {
        "max_length": _(
            "Dit is te lang: %(show_value)d tekens. Maak er %(limit_value)d of minder van."
        ),
        "null_characters_not_allowed": _(
            "Hier staat een onzichtbaar teken in. Typ de tekst opnieuw, zonder te plakken."
        ),
    },
    forms.Field: {"required": _("Hier staat nog niets. Vul dit in, dan kun je verder.")},
}


class Field(BoundField):
    """A field as our templates show it, refusing in our words."""

    def __init__(self, form: forms.BaseForm, field: forms.Field, name: str) -> None:
        """Bind; where a form has no sentence of its own, ours takes the place of Django's."""
        super().__init__(form, field, name)
        kinds = (kind for kind in OURS if isinstance(field, kind))
        for kind in kinds:
            for code, sentence in OURS[kind].items():
                if field.error_messages.get(code) is _of_django(kind, code):
                    field.error_messages[code] = sentence  # type: ignore[assignment]

    def as_widget(
        self,
        widget: forms.Widget | None = None,
        attrs: dict[str, Any] | None = None,
        only_initial: bool = False,  # noqa: FBT001, FBT002 - Django's own signature
    ) -> SafeString:
        """Show the field without a placeholder: it would vanish when it is needed."""
        (widget or self.field.widget).attrs.pop("placeholder", None)
        return super().as_widget(widget, attrs, only_initial)

    @property
    def anchor(self) -> str:
        """Where a link to this field leads: to its first choice, when it has several."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id

    @property
    def named(self) -> str:
        """The label as the beginning of a sentence about it."""
        label = str(self.label)
        return label if label.endswith(("?", "!", ".", ":")) else f"{label}:"


def _of_django(kind: type[forms.Field], code: str) -> object:
    defaults = (vars(base).get("default_error_messages", {}) for base in kind.__mro__)
    return next((messages[code] for messages in defaults if code in messages), None)


class Renderer(TemplatesSetting):
    """Renders forms with the templates of this house (Django's setting FORM_RENDERER)."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Field
