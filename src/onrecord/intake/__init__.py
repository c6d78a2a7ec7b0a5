"""Anything to Report."""
