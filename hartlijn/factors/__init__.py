"""The map of factors: what acts on what, how it is known, and what follows from it."""
