"""What people take along of their vault. The sealed bytes have a file of their own (archive.py)."""

from collections.abc import Iterable
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hartlijn.consent.models import Grant
from hartlijn.lib.portable import Part, Value, choice, day, text, truth, whole
from hartlijn.people.models import Person
from hartlijn.vault.models import Recovery, TrustedContact, WrappedKey
from hartlijn.vault.trust import walking_along_with

Rows = Iterable[tuple[Value, ...]]


def _ways(person: Person) -> Rows:
    for one in WrappedKey.objects.visible_to(person).defer("content"):
        yield (one.way, one.label, one.made_on)


def _trusted(person: Person) -> Rows:
    """The own contact, and those whose contact one is."""
    near = walking_along_with(person)
    questions = Recovery.objects.visible_to(person).values_list("trust_id", "asked_at")
    asked = {pk: timezone.localdate(at) for pk, at in questions}
    found = TrustedContact.objects.visible_to(person).select_related("owner", "contact", "wrap")
    for one in found.order_by("pk"):
        mine = one.owner_id == person.pk
        other = one.contact if mine else one.owner
        name = other.name if other and other.pk in near else ""
        yield (mine, name, one.days, one.wrap.made_on, asked.get(one.pk))


def _grants(person: Person) -> Rows:
    """The other's name goes along for as long as the grant holds."""
    grants = Grant.objects.visible_to(person)
    open_ = set(Grant.objects.open().visible_to(person).values_list("pk", flat=True))
    for one in grants.select_related("owner", "reader").order_by("given_on", "pk"):
        mine = one.owner_id == person.pk
        other = one.reader if mine else one.owner
        name = other.name if one.pk in open_ else ""
        until = None if mine and one.lasts else one.until
        yield (mine, name, one.held, one.given_on, until, one.ended_on)


PARTS: Final[tuple[Part[Person], ...]] = (
    Part(
        "ways_to_open",
        _("Hoe je lijn opengaat"),
        _(
            "Welke gesloten sleutels er voor je liggen. "
            "De gesloten bestanden zelf haal je apart op, bij je sleutels."
        ),
        (
            choice("way", _("Hoe"), WrappedKey.Way.choices),
            text("label", _("Naam")),
            day("made_on", _("Gemaakt op")),
        ),
        _ways,
    ),
    Part(
        "trusted_contact",
        _("Je vertrouwenscontact"),
        _(
            "Wie je helpt als je alles kwijt bent, en hoe lang het wacht; "
            "en van wie jij de contactpersoon bent. Zonder naam zodra jullie niet meer samen oplopen."
        ),
        (
            truth("you_chose", _("Jij koos")),
            text("other", _("De ander")),
            whole("days", _("Wachttijd in dagen")),
            day("made_on", _("Gekozen op")),
            day("asked_on", _("Om hulp gevraagd op")),
        ),
        _trusted,
    ),
    Part(
        "grants",
        _("Wat je gaf en kreeg"),
        _(
            "Aan wie je iets verzegelds gaf of van wie je het kreeg, en tot welke dag. "
            "Na afloop zonder de naam van de ander."
        ),
        (
            truth("you_gave_it", _("Jij gaf het")),
            text("other", _("De ander")),
            truth("on_its_way", _("Nog onderweg")),
            day("given_on", _("Gegeven op")),
            day("until", _("Gesloten vanaf")),
            day("ended_on", _("Gestopt op")),
        ),
        _grants,
    ),
)
