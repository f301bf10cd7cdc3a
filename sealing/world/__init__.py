"""The sealed part of the demonstration world: keyrings, published keys, letters, two of them given."""

from sealing.world.making import make

__all__ = ["make"]
