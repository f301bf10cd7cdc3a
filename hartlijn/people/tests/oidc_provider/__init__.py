"""A sign-in service of a school, for the tests."""
