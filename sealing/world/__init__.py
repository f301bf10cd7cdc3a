"""The sealed part of the demonstration world: keyrings, published keys, letters, gifts, an answer."""

from sealing.world.making import make

__all__ = ["make"]
