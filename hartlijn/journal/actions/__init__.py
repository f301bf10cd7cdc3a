"""Verbs of the journal. What is written itself goes through the vault."""
