"""The journals of these tests. What a Logbook does is the same in an encrypted one, so that is slow here."""

from tests import journals
from tests.journals import book, clock, journal, plain_book, plain_journal, quick_keys, real_keys, templates

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

passphrase = journals.passphrase_if_slow
