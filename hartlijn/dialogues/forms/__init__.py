"""What people fill in around a dialogue."""
