"""What can stand in the own log, as sentences: one for each thing done with a person's data.

What has no sentence here cannot be written in the log either, so that everything in it reads
as something a person would say.
"""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.consent.models import LogEntry

Did, What = LogEntry.Did, LogEntry.What
Sentences = Mapping[tuple[str, str], str | Promise]

AT_AN_ORGANISATION: Final[Sentences] = {
    (Did.LOOKED, What.LIST): _(
        "%(who)s zag je naam en je plek in de lijst van mensen bij %(organisation)s."
    ),
    (Did.LOOKED, What.MEMBERSHIP): _("%(who)s bekeek je plek bij %(organisation)s."),
    (Did.LOOKED, What.PATH): _(
        "%(who)s bekeek welke stappen er op je traject bij %(organisation)s zijn afgesproken."
    ),
    (Did.EXPORTED, What.LIST): _(
        "%(who)s nam je naam, je e-mailadres en je plek mee in een bestand "
        "met de mensen van %(organisation)s."
    ),
    (Did.INVITED, What.INVITATION): _("%(who)s nodigde je uit bij %(organisation)s."),
    (Did.STARTED, What.MEMBERSHIP): _("%(who)s gaf je een plek bij %(organisation)s."),
    (Did.CHANGED, What.MEMBERSHIP): _("%(who)s veranderde je plek bij %(organisation)s."),
    (Did.STARTED, What.DUTY): _("%(who)s zette je in een dienstrooster van %(organisation)s."),
    (Did.CHANGED, What.DUTY): _(
        "%(who)s veranderde je diensten in een dienstrooster van %(organisation)s."
    ),
    (Did.ENDED, What.DUTY): _("%(who)s haalde je uit een dienstrooster van %(organisation)s."),
    (Did.ENDED, What.MEMBERSHIP): _("%(who)s beëindigde je plek bij %(organisation)s."),
}
IN_THE_INSTALLATION: Final[Sentences] = {
    (Did.LOOKED, What.LIST): _(
        "%(who)s zocht tussen de accounts en zag je naam en je e-mailadres."
    ),
    (Did.LOOKED, What.ACCOUNT): _(
        "%(who)s bekeek je account: je naam, je e-mailadres, waar je bij hoort "
        "en hoe je binnenkomt."
    ),
    (Did.BLOCKED, What.ACCOUNT): _("%(who)s sloot je account af."),
    (Did.UNBLOCKED, What.ACCOUNT): _("%(who)s opende je account weer."),
    (Did.FETCHED, What.KEYS): _("Je haalde je gesloten sleutels op."),
    (Did.CHANGED, What.KEYS): _("Je veranderde je gesloten sleutels."),
    (Did.STARTED, What.KEYS): _("Je vroeg je vertrouwenscontact om je lijn weer te openen."),
    (Did.ENDED, What.KEYS): _("Je stopte de vraag aan je vertrouwenscontact."),
}


def sentence_for(entry: LogEntry) -> str | Promise:
    """The sentence of an entry, with ``%(who)s`` and ``%(organisation)s`` still to fill in.

    Raises ``LookupError`` for what nobody gave a sentence yet.
    """
    found = AT_AN_ORGANISATION if entry.organisation_id else IN_THE_INSTALLATION
    try:
        return found[entry.did, entry.what]
    except KeyError:
        message = f"Give “{entry.did} {entry.what}” a sentence in {__name__} first."
        raise LookupError(message) from None
