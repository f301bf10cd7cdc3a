"""Views of the vault: pages that are the same for everybody, and what their worker asks."""
