"""What of a path counts for the professional register."""
