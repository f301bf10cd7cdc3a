"""How a path is told on a page: in words, to the one who reads it."""
