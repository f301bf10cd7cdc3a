"""A template in the making: changed, compared, checked, kept as a file."""
