"""Serve the pages and keep a worker beside them: one command, two processes."""
