"""A small world in which every text is a canary, and every tie between two people is known.

The ties are written down here by hand, beside the rows they come from. They never ask the
product who may see what: that is what the test wants to find out.
"""

from hartlijn.consent.tests.world.building import build
from hartlijn.consent.tests.world.known import ANONYMOUS, ID_MARK, MARK, Canary, World, text_fields
from hartlijn.consent.tests.world.ways_in import passkey

__all__ = ["ANONYMOUS", "ID_MARK", "MARK", "Canary", "World", "build", "passkey", "text_fields"]
