"""The single exit: every message to a person leaves here, and keeps their quiet hours."""
