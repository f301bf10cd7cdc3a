"""How a form looks in this house: label above, hint under it, what is wrong beside the field.

`{{ form }}` in a template is all it takes. A refused form begins with a summary that takes the
focus and links to each field.
"""

from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting


class Field(BoundField):
    """A field as our templates show it."""

    def as_widget(self, widget: forms.Widget | None = None, *args: Any, **options: Any) -> Any:
        """Show the field without a placeholder: it would vanish when it is needed."""
        (widget or self.field.widget).attrs.pop("placeholder", None)
        return super().as_widget(widget, *args, **options)

    @property
    def anchor(self) -> str:
        """Where a link to this field leads: to its first choice, when it has several."""
        return f"{self.auto_id}_0" if self.use_fieldset else self.auto_id


class Renderer(TemplatesSetting):
    """Renders forms with the templates of this house (Django's setting FORM_RENDERER)."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class: ClassVar = Field
