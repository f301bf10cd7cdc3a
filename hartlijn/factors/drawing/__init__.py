"""A map as a drawing: boxes in bands, and lines around them. Pure: no table, no clock, no page.

The same map is the same drawing.
"""

from hartlijn.factors.drawing.drawn import Band, Box, Drawing, Line, draw
from hartlijn.factors.drawing.rings import Rings, draw_rings
from hartlijn.factors.drawing.steps import Step, come_with, shown_in, steps_of

__all__ = [
    "Band",
    "Box",
    "Drawing",
    "Line",
    "Rings",
    "Step",
    "come_with",
    "draw",
    "draw_rings",
    "shown_in",
    "steps_of",
]
