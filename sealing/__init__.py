"""A second program that knows the seal: `docs/seal.md` in Python, without Hartlijn's server.

It opens what somebody took along from their line, checks the vectors that the browser's code is
checked with, and makes the sealed part of the demonstration world. The server never imports it.
"""
