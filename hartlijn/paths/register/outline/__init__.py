"""The outline of a learning report, as a file for a word processor or on paper."""
