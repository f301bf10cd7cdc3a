"""What `make` does before, around and after the product: no part of it."""
