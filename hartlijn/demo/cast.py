"""The ten people one can sign in as."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID, uuid5

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hartlijn.people.models import Person

HERE: Final = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")


def identity(*names: object) -> UUID:
    """The same id for the same name, in every demonstration world."""
    return uuid5(HERE, "/".join(("hartlijn", *map(str, names))))


@dataclass(frozen=True)
class Part:
    """Somebody to be: a key for forms and ids, a name, and who that is."""

    key: str
    name: str
    sentence: str | Promise

    @property
    def id(self) -> UUID:
        """Of the person that plays it."""
        return identity("person", self.key)


CAST: Final[tuple[Part, ...]] = (
    Part("noor", "Noor de Wit", _("starter: loopt stage en studeert nog")),
    Part("mila", "Mila Santos", _("starter in haar tweede jaar")),
    Part("sam", "Sam Jansen", _("werkbegeleider: loopt met starters mee")),
    Part("marijke", "Marijke Poppe", _("supervisor van buiten de organisatie")),
    Part("fatima", "Fatima Yilmaz", _("teamleider van Noor")),
    Part("joost", "Joost Bakker", _("docent en studieloopbaancoach")),
    Part("lotte", "Lotte Visser", _("opleidingscoördinator op school")),
    Part("ines", "Ines Pereira", _("inwerkcoördinator bij de werkgever")),
    Part("rosa", "Rosa Meijer", _("onderzoeker")),
    Part("otto", "Otto Smit", _("beheerder van deze Hartlijn")),
)
BY_KEY: Final = {part.key: part for part in CAST}


def present() -> list[Part]:
    """Those who are still here, in order: in a demonstration, too, one can leave."""
    found = Person.objects.filter(pk__in=[part.id for part in CAST], is_active=True)
    here = set(found.values_list("pk", flat=True))
    return [part for part in CAST if part.id in here]
