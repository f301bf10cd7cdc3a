"""Made-up people get made-up names: the given and family names of Zeeland today, mixed."""

import unicodedata
from random import Random
from typing import Final

GIVEN: Final = (
    "Aaliyah", "Abel", "Amira", "Anne", "Anouk", "Ayoub", "Bas", "Bram", "Britt", "Cato",
    "Chantal", "Daan", "Dewi", "Djenna", "Eline", "Emre", "Esmée", "Eva", "Fenna", "Femke",
    "Finn", "Gijs", "Guusje", "Hamza", "Hanna", "Hugo", "Ilse", "Imane", "Iris", "Isa",
    "Jasmijn", "Jelle", "Jesse", "Jikke", "Joëlle", "Julia", "Kim", "Koen", "Lars", "Leila",
    "Lieke", "Lina", "Loes", "Lotus", "Luna", "Maarten", "Marit", "Max", "Meike", "Merel",
    "Mohamed", "Naomi", "Nienke", "Nina", "Noa", "Nova", "Nynke", "Olivier", "Puck", "Quinten",
    "Rachid", "Renske", "Robin", "Roos", "Ruben", "Samira", "Sanne", "Sara", "Saar", "Sem",
    "Shanti", "Silke", "Sofie", "Soraya", "Stan", "Suze", "Tess", "Thijs", "Tijn", "Tobias",
    "Vera", "Veerle", "Wietse", "Willemijn", "Yara", "Yasmina", "Zoë",
)  # fmt: skip
FAMILY: Final = (
    "Aarnoutse", "Adriaanse", "Akkerman", "el Amrani", "Baas", "Bakker", "van Belzen", "Boogaard",
    "Bouman", "Bouzid", "de Bruijne", "Cijsouw", "van Damme", "Demir", "Dingemanse", "van Eenennaam",
    "Eversdijk", "Francke", "Geluk", "Goedbloed", "Goossens", "de Groene", "Haak", "Heijboer",
    "Hoogerheide", "Huibregtse", "Idrissi", "Jobse", "de Jonge", "Kaya", "Kloosterman", "Koppejan",
    "Kodde", "Kusters", "Lakatos", "Lievense", "Louwerse", "Maas", "Martinus", "Meulmeester",
    "Minderhoud", "Moreau", "Nijssen", "Nowak", "Oosterling", "Osei", "Paauwe", "Pieters",
    "Pinto", "Polderman", "Quist", "Ramdin", "Rijk", "Roelse", "Sahin", "Schipper", "Simonse",
    "Sturm", "Tange", "Traas", "van de Velde", "Verhage", "Verburg", "Vos", "Wagenaar", "Wang",
    "Wisse", "Witte", "Wondergem", "de Zeeuw", "Zandee",
)  # fmt: skip


class Names:
    """Hands out full names, each once, the same ones for the same seed."""

    def __init__(self, random: Random, taken: list[str]) -> None:
        self.random = random
        self.taken = set(taken)

    def next(self) -> str:
        """A name that nobody has yet."""
        while True:
            name = f"{self.random.choice(GIVEN)} {self.random.choice(FAMILY)}"
            if name not in self.taken:
                self.taken.add(name)
                return name


def address(name: str, domain: str) -> str:
    """An e-mail address for a name, under a domain that exists for nobody."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return f"{plain.lower().replace(' ', '.')}@{domain}"
