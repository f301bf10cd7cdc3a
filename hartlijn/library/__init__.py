"""Versioned definitions: the words of shipped files and of own ones."""
