"""Conversation about drives: decks of cards, a learning line of four years, and a plan of it."""
