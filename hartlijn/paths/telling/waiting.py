"""What of a path waits for somebody, in words: by its sort, and of nobody by name."""

from django.urls import reverse
from django.utils.translation import gettext as _

from hartlijn.paths.models import Notice
from hartlijn.people.models import Person


def words_of(kind: str) -> tuple[str, str]:
    """The sentence, and the address of the page where one answers."""
    said = {
        Notice.Kind.NEWER: (_("Er is een nieuwere versie van je traject. Jij kiest."), "path"),
        Notice.Kind.HAND_OVER: (_("Een overdracht wacht op je."), "hand_overs"),
        Notice.Kind.MEETING: (_("Je bent gevraagd voor een driehoeksgesprek."), "meetings"),
        Notice.Kind.OUTCOME: (
            _("De afspraken van een driehoeksgesprek wachten op je ja."),
            "meetings",
        ),
        Notice.Kind.PROMISE: (_("Een voorstel over een belofte wacht op je."), "promises"),
    }
    text, room = said[Notice.Kind(kind)]
    return text, reverse(f"paths:{room}")


def waits_on_own_path(person: Person) -> list[tuple[str, str]]:
    """On the own path, each sort once; a newer version stands with its side already."""
    own = Notice.objects.visible_to(person).filter(path__starter=person)
    kinds = own.exclude(kind=Notice.Kind.NEWER).order_by("kind").values_list("kind", flat=True)
    return [words_of(kind) for kind in kinds.distinct()]
