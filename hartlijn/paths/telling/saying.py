"""How much was promised, in words, and how another amount is asked."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def how_much(measure: str, amount: int | None) -> str:
    """The amount in words; nothing for a promise that is not counted, or that is half a draft."""
    if amount is None:
        return ""
    number = {"number": amount}
    if measure == "hours_a_week":
        return ngettext("%(number)s uur per week", "%(number)s uur per week", amount) % number
    if measure == "cases_at_most":
        return ngettext("hooguit %(number)s gezin", "hooguit %(number)s gezinnen", amount) % number
    if measure == "meetings":
        return ngettext("%(number)s bijeenkomst", "%(number)s bijeenkomsten", amount) % number
    if measure == "weeks_between":
        return ngettext("elke week", "eens in de %(number)s weken", amount) % number
    return ""


def asked_how_much(measure: str) -> str:
    """The question for another amount."""
    return {
        "hours_a_week": _("Hoeveel uur per week?"),
        "cases_at_most": _("Hoeveel gezinnen hooguit?"),
        "meetings": _("Hoeveel bijeenkomsten?"),
        "weeks_between": _("Om de hoeveel weken?"),
    }.get(measure, "")
