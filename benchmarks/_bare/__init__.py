"""The floor: the least that the same framework and server can do for a signed-in page."""
