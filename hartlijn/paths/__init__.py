"""One joint path of school and employer, and whether what was promised happens."""
