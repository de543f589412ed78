"""Real journals for what guidance reads out of them."""

from tests.journals import clock, plain_book, plain_journal, templates

__all__ = ["clock", "plain_book", "plain_journal", "templates"]
