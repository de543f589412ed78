"""Flare: a few large questions for a bad moment, answered with one hand."""
