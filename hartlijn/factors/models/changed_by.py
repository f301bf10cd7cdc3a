"""What can change a map or a finding."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangedBy(models.TextChoices):
    """Where a version comes from; every version says it."""

    STUDY = "study", _("onderzoek")
    DIALOGUE = "dialogue", _("dialoog")
    GROUP = "group", _("groep")
    EDUCATION = "education", _("onderwijs")
    IMPORT = "import", _("bestand")
    EDITING = "editing", _("aanpassing")
