"""The journals of these tests, and the command that is run on them."""

from tests import journals
from tests.command_line import no_picture, run, run_report, secret
from tests.journals import clock, journal, plain_journal, quick_keys, real_keys, templates

__all__ = [
    "clock",
    "journal",
    "no_picture",
    "passphrase",
    "plain_journal",
    "quick_keys",
    "real_keys",
    "run",
    "run_report",
    "secret",
    "templates",
]

passphrase = journals.passphrase_if_slow
