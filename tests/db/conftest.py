"""The journals that these tests are about."""

from tests.journals import book, clock, journal, passphrase, plain_book, plain_journal, quick_keys, real_keys, templates

__all__ = [
    "book",
    "clock",
    "journal",
    "passphrase",
    "plain_book",
    "plain_journal",
    "quick_keys",
    "real_keys",
    "templates",
]
