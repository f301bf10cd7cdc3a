"""A server that lies, and what the browser does about it."""
