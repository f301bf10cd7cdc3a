"""What people do with a dialogue."""
