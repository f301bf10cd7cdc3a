"""How many letters somebody may send in an hour."""

from django.utils.translation import gettext as _

from hartlijn.dialogues.forms.checking import AddressesForm
from hartlijn.people.http import Request
from hartlijn.people.limits import may_send_again_from_desk


def may_post(request: Request, form: AddressesForm) -> bool:
    """Use one of this hour's letters for each address; says so on the form when there are none."""
    if all(may_send_again_from_desk(request) for _one in form.cleaned_data["addresses"]):
        return True
    form.add_error("addresses", _("Dit uur gingen er al zeshonderd brieven weg. Wacht een uur."))
    return False
