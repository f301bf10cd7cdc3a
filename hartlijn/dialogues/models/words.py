"""Words several tables choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Perspective(models.TextChoices):
    """From where somebody looks. A perspective is chosen, and no name stands beside it."""

    STUDENT = "student", _("student")
    STARTER = "starter", _("starter")
    EXPERIENCED = "experienced", _("ervaren professional")
    LEADER = "leader", _("leidinggevende")
    TEACHER = "teacher", _("docent")
    RESEARCHER = "researcher", _("onderzoeker")


class Language(models.TextChoices):
    """In which language something is said."""

    NL = "nl", "Nederlands"
    EN = "en", "English"
