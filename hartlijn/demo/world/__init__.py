"""The demonstration world: two schools, four organisations, about 180 people, half a year."""

from hartlijn.demo.world.making import SEED, make

__all__ = ["SEED", "make"]
