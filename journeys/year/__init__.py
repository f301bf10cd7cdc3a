"""A year of Noor, told in chapters that follow each other in one house."""
