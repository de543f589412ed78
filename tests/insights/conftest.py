"""Fixtures for figures read out of a real journal."""

from tests.journals import clock, plain_journal, templates

__all__ = ["clock", "plain_journal", "templates"]
