"""Pages of signals: for who writes and signs, for a desk, and for who must answer."""
