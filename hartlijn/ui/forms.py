"""How a form looks in this house."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Label above, hint under it, error beside the field and in a summary that links to it."""

    form_template_name = "ui/forms/form.html"
    field_template_name = "ui/forms/field.html"
