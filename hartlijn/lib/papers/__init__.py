"""One paper, in every kind of file: for a word processor, on paper, as plain text."""
