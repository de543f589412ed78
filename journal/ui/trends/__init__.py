"""Trends: what the journal shows over weeks and years."""
