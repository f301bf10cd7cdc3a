"""What a team agrees on about consult, waiting and whom to call."""
