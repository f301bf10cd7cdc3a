"""Of which relations a map does not know which way they work, or how strongly."""

from hartlijn.factors.document import MapDocument
from hartlijn.factors.weights import Weight


def unknown(document: MapDocument) -> list[str]:
    """Their keys, in the order of the map."""
    return [one.key for one in document.relations if not Weight(one.sign, one.strength).is_known]
