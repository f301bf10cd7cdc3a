"""What can be wrong with a roster that is read from an address."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RosterProblem(models.TextChoices):
    """Why an address was not read; the times of before stay."""

    ADDRESS = "address", _("Dit is geen adres dat we kunnen openen. Het begint met https://.")
    INSIDE = "inside", _("Dit adres ligt niet op het openbare internet.")
    SILENT = "silent", _("Het roosterprogramma antwoordde niet. We proberen het later weer.")
    ANSWER = "answer", _("Op dit adres staat geen agenda meer. Maak een nieuw adres.")
    LARGE = "large", _("Deze agenda is te groot. Kies in je roosterprogramma een kortere tijd.")
    CALENDAR = "calendar", _("Op dit adres staat geen agenda met diensten die we kunnen lezen.")
    DAMAGED = "damaged", _("Deze agenda is niet heel. We proberen het later weer.")
    EMPTY = "empty", _("In deze agenda staan geen diensten voor het komende jaar.")
    ALL_DAY = "all_day", _("In deze agenda staan alleen hele dagen, zonder tijden.")
    HOURS = "hours", _("De tijden van de diensten in deze agenda kunnen we niet lezen.")
