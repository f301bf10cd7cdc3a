"""What people do with maps and findings."""
