"""May this person do this with a lead, or with a draft that is read along? With the sentence."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.access import may_lead
from hartlijn.dialogues.models import Dialogue, Lead
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Membership, Person

State = Lead.State


def may_list(person: Person, dialogue: Dialogue) -> Verdict:
    """Leads come from what was said, so not before it was gathered."""
    if dialogue.state in {Dialogue.State.PREPARING, Dialogue.State.OPEN}:
        return no(_("Haal eerst op wat er gezegd is. Dan komen er aanknopingspunten."))
    return may_lead(person, dialogue)


def may_take_up(person: Person, lead: Lead) -> Verdict:
    """Who was asked to."""
    if lead.state != State.OPEN:
        return no(_("Hier is al iets over afgesproken."))
    if lead.owner_id != person.pk:
        return no(_("Alleen wie gevraagd is, zegt of die het oppakt."))
    return YES


def may_refuse(person: Person, lead: Lead) -> Verdict:
    """Who was asked, who has it, or who leads the dialogue."""
    if lead.state in {State.DONE, State.REFUSED}:
        return no(_("Dit is al afgerond."))
    return YES if lead.owner_id == person.pk else may_lead(person, lead.dialogue)


def may_tell(person: Person, lead: Lead) -> Verdict:
    """Who has it, the desk of where it was taken up, or who leads the dialogue."""
    if lead.state not in {State.TAKEN, State.DONE}:
        return no(_("Dit is nog door niemand opgepakt."))
    if lead.owner_id == person.pk:
        return YES
    desks = Membership.objects.active().coordinators().filter(person=person)
    if (
        lead.owner_organisation_id
        and desks.filter(organisation=lead.owner_organisation_id).exists()
    ):
        return YES
    return may_lead(person, lead.dialogue)


def may_read_draft(dialogue: Dialogue, today: date) -> Verdict:
    """Whoever was there, as long as the draft is read along."""
    if dialogue.state != Dialogue.State.CHECKED or dialogue.check_until is None:
        return no(_("Er ligt nu geen concept om mee te lezen."))
    if dialogue.check_until < today:
        return no(_("De tijd om mee te lezen is voorbij."))
    return YES


def may_lay_open(person: Person, dialogue: Dialogue) -> Verdict:
    """Once it was gathered; a draft that is read along already stays so."""
    if dialogue.state == Dialogue.State.CHECKED:
        return no(_("Het concept wordt al meegelezen."))
    if dialogue.state == Dialogue.State.CLOSED:
        return no(_("Deze dialoog is afgesloten. Er wordt niet meer meegelezen."))
    if dialogue.state != Dialogue.State.GATHERED:
        return no(_("Haal eerst op wat er gezegd is."))
    return may_lead(person, dialogue)


def may_invite(person: Person, dialogue: Dialogue) -> Verdict:
    """While one can take part in writing."""
    if dialogue.state != Dialogue.State.OPEN or not dialogue.open_until:
        return no(_("Open de dialoog eerst, met een laatste dag om op schrift mee te doen."))
    return may_lead(person, dialogue)


def may_send_signal(person: Person, dialogue: Dialogue) -> Verdict:
    """After the dialogue: in its name goes only what was gathered."""
    if dialogue.state in {Dialogue.State.PREPARING, Dialogue.State.OPEN}:
        return no(_("Haal eerst op wat er gezegd is."))
    return may_lead(person, dialogue)
