"""The only place that knows every part of Hartlijn."""
