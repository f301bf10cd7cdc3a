"""The form of a promise in a draft, and which form belongs to which kind of part."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from hartlijn.paths.forms.drafts import PartForm, PhaseForm, StepForm, one
from hartlijn.paths.telling.vocabulary import ANCHORS, MEASURES, PROMISE_KINDS, ROLES, word


class PromiseForm(PartForm):
    """What the organisation promises, how much of it, and from when until when."""

    kind = "promises"
    simple = ("kind", "owner", "measure", "amount", "anchor", "from_month", "to_month")

    def more_asked(self) -> dict[str, forms.Field]:
        """Of whom, how much, from when until when."""
        roles = [*(self.body.get("roles") or ()), self.part.get("owner")]
        owners = {key: word(ROLES, key) for key in ROLES if key in roles and key != "starter"}
        dates = [*(self.body.get("anchors") or ()), self.part.get("anchor")]
        return {
            "kind": one(_("Wat voor belofte is het?"), PROMISE_KINDS),
            "owner": one(_("Wie belooft het?"), owners),
            "measure": one(_("Wat valt er te tellen?"), MEASURES),
            "amount": forms.IntegerField(
                label=_("Hoeveel?"),
                min_value=1,
                max_value=40,
                required=False,
                help_text=_("Leeg als er niets te tellen valt."),
            ),
            "anchor": one(
                _("Vanaf welke datum tellen de maanden?"),
                {key: word(ANCHORS, key) for key in ANCHORS if key in dates},
            ),
            "from_month": forms.IntegerField(label=_("Eerste maand"), min_value=1, max_value=60),
            "to_month": forms.IntegerField(label=_("Laatste maand"), min_value=1, max_value=60),
        }

    def clean(self) -> dict[str, Any]:
        """A number where something is counted, and months in their order."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("from_month"), cleaned.get("to_month")
        if first and last and last < first:
            self.add_error("to_month", _("De laatste maand ligt voor de eerste. Draai ze om."))
        counts = cleaned.get("measure") not in (None, "", "yes")
        if counts and cleaned.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("Er valt iets te tellen. Zet er een getal bij."))
        if cleaned.get("measure") == "yes" and cleaned.get("amount"):
            self.add_error("amount", _("Er valt niets te tellen. Laat dit leeg."))
        return cleaned


FORMS: Final[Mapping[str, type[PartForm]]] = {
    "phases": PhaseForm,
    "steps": StepForm,
    "promises": PromiseForm,
}
