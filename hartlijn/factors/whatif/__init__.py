"""The command `hartlijn whatif`: what follows in a map from a file; no database, no server."""
