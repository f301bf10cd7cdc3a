"""A world in which everybody gets messages by every way, to hold what leaves against the rule."""
