"""May this person do it now? Each no carries the sentence a page shows."""

from django.utils.translation import gettext_lazy as _

from hartlijn.dialogues.letters import day_in_words
from hartlijn.dialogues.models import Dialogue, PutFinding
from hartlijn.factors.access import may_keep
from hartlijn.factors.actions.weighing import were_weighed
from hartlijn.factors.models import organisations_kept_by
from hartlijn.lib.civil_day import civil_day
from hartlijn.lib.verdict import YES, Verdict, no
from hartlijn.people.models import Organisation, Person

State = Dialogue.State


def may_make(person: Person, organisation: Organisation) -> Verdict:
    """A researcher or coordinator of the organisation that keeps it."""
    if organisations_kept_by(person).filter(pk=organisation.pk).exists():
        return YES
    return no(_("Alleen een onderzoeker of coördinator van deze organisatie maakt een dialoog."))


def may_lead(person: Person, dialogue: Dialogue) -> Verdict:
    """Who made it, and whom they named."""
    if Dialogue.objects.visible_to(person).filter(pk=dialogue.pk).exists():
        return YES
    return no(_("Alleen wie deze dialoog leidt, doet dit."))


def may_prepare(person: Person, dialogue: Dialogue) -> Verdict:
    """Until it is gathered: then it is as people had it before them."""
    if dialogue.state not in {State.PREPARING, State.OPEN}:
        return no(_("Deze dialoog is opgehaald. Wat er lag, blijft staan zoals mensen het zagen."))
    return may_lead(person, dialogue)


def may_change_finding(person: Person, put: PutFinding) -> Verdict:
    """Until somebody said something about it: their answer belongs to the words they saw."""
    verdict = may_prepare(person, put.dialogue)
    if verdict and may_be_answered_unseen(put.dialogue):
        return no(_("Mensen zijn uitgenodigd om hierover te schrijven. Daarom verandert het niet."))
    if verdict and (put.revealed_at or put.marks.exists() or put.contributions.exists()):
        return no(_("Bij deze bevinding is al geantwoord. Daarom verandert ze niet meer."))
    return verdict


def may_be_answered_unseen(dialogue: Dialogue) -> bool:
    """In writing it stays hidden which findings were answered."""
    return dialogue.is_in_writing and dialogue.invited.exists()


def may_open(person: Person, dialogue: Dialogue) -> Verdict:
    """With at least one finding or question to talk about."""
    if dialogue.state == State.OPEN:
        return no(_("Deze dialoog is al open."))
    if dialogue.state != State.PREPARING:
        return no(_("Deze dialoog is al opgehaald. Maak een nieuwe die hierop volgt."))
    if not (dialogue.put.exists() or dialogue.asked):
        return no(_("Er ligt nog niets voor. Zet er eerst een bevinding of een vraag in."))
    return may_lead(person, dialogue)


def may_guide(person: Person, dialogue: Dialogue) -> Verdict:
    """While it is open."""
    if dialogue.state != State.OPEN:
        return no(_("Deze dialoog is niet open."))
    return may_lead(person, dialogue)


def may_show(person: Person, dialogue: Dialogue) -> Verdict:
    """Another part on the screen: from when it is open, also after it was gathered."""
    if dialogue.state == State.PREPARING:
        return no(_("Deze dialoog is nog niet open."))
    return may_lead(person, dialogue)


def may_open_weighing(person: Person, dialogue: Dialogue) -> Verdict:
    """While people can answer; whose maps they are, a researcher or coordinator asks about them."""
    verdict = may_guide(person, dialogue)
    if not verdict:
        return verdict
    return may_keep(person, dialogue.organisation) and may_answer(dialogue)


def may_read(person: Person, dialogue: Dialogue) -> Verdict:
    """In writing after the last day: whether there is something to read would tell who came."""
    verdict = may_guide(person, dialogue)
    if verdict and dialogue.is_in_writing:
        said = _("Tot en met %(day)s kan iedereen nog schrijven. Daarna haal je op wat er kwam.")
        return no(said % {"day": day_in_words(dialogue.open_until)})
    return verdict


def may_reveal_finding(person: Person, put: PutFinding) -> Verdict:
    """Once, and when somebody said something."""
    if put.revealed_at:
        return no(_("Dit is al onthuld."))
    verdict = may_read(person, put.dialogue)
    if verdict and not (put.marks.exists() or put.contributions.exists()):
        return no(_("Er heeft nog niemand iets gezegd. Wacht even, of ga door naar het volgende."))
    return verdict


def may_reveal_question(person: Person, dialogue: Dialogue, kind: str) -> Verdict:
    """The same for what is missing and what can be done."""
    if kind in dialogue.opened:
        return no(_("Dit is al onthuld."))
    verdict = may_read(person, dialogue)
    if verdict and not dialogue.contributions.filter(kind=kind, put=None).exists():
        return no(_("Er heeft nog niemand iets gezegd. Wacht even, of ga door naar het volgende."))
    return verdict


def may_gather(person: Person, dialogue: Dialogue) -> Verdict:
    """When something was said; an empty room leaves nothing to gather."""
    verdict = may_read(person, dialogue)
    said = (
        dialogue.contributions.exists()
        or dialogue.seats.filter(marks__isnull=False).exists()
        or were_weighed(dialogue.reference)
    )
    if verdict and not said:
        return no(_("Er is nog niets gezegd, dus er valt niets op te halen."))
    return verdict


def may_close(person: Person, dialogue: Dialogue) -> Verdict:
    """After it was gathered; a draft is read along as long as was promised."""
    if dialogue.state not in {State.GATHERED, State.CHECKED}:
        return no(_("Haal eerst op wat er gezegd is."))
    if dialogue.check_until and dialogue.check_until >= civil_day():
        said = _("Tot en met %(day)s leest wie erbij was het concept mee. Daarna sluit je af.")
        return no(said % {"day": day_in_words(dialogue.check_until)})
    return may_lead(person, dialogue)


def may_report(person: Person, dialogue: Dialogue) -> Verdict:
    """From the moment it is gathered: before that, something may still be hidden."""
    if dialogue.state in {State.PREPARING, State.OPEN}:
        return no(_("Haal eerst op wat er gezegd is. Dan schrijft het verslag zichzelf."))
    return may_lead(person, dialogue)


def may_name_themes(person: Person, dialogue: Dialogue) -> Verdict:
    """From the moment something is revealed, until it is closed."""
    if dialogue.state in {State.PREPARING, State.CLOSED}:
        return no(_("Thema’s benoem je vanaf het onthullen, tot de dialoog is afgesloten."))
    return may_lead(person, dialogue)


def may_answer(dialogue: Dialogue) -> Verdict:
    """Somebody in the room, or who types along."""
    if dialogue.is_open:
        return YES
    if dialogue.state == State.PREPARING:
        return no(_("Deze dialoog is nog niet open."))
    return no(_("Deze dialoog is voorbij. Er komt niets meer bij."))


def may_mark(put: PutFinding) -> Verdict:
    """Before it is revealed: the figures on the screen stay as they are."""
    if put.revealed_at:
        return no(_("Deze bevinding is onthuld. Aankruisen telt niet meer mee."))
    return may_answer(put.dialogue)
