"""Bringing in what other programs wrote: what the columns mean, what would be taken, and only then the import."""
