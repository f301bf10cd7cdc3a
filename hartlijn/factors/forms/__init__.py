"""What somebody changes in a map or finding, and why."""
