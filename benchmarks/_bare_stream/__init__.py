"""The floor of a live room: an async view of the same framework that streams, and a POST that rings."""
