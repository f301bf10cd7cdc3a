"""Pages of maps and findings."""
