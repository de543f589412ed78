"""Leaf Journal: a private, offline journal of doses, ratings and days."""

__version__ = "0.1.0"
