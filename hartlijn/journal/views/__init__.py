"""Views of the journal: pages that are the same for everybody, and what their worker asks."""
